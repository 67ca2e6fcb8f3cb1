import { QueryClient } from '@tanstack/react-query'
import { ApiError } from './api-error'

/** Asks again only where asking again can help: a node that was away, not one that refused. */
export function studioQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5000,
        retry: (failures, error) => failures < 2 && error instanceof ApiError && (error.unreachable || error.status === 503),
        retryDelay: (attempt) => 400 * 2 ** attempt,
        // The node is on this machine: it answers without any network.
        networkMode: 'always',
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}
