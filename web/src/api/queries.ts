import { queryOptions } from '@tanstack/react-query'
import { api, find, type Schemas, take } from './client'

/** States of a job in which nothing more happens by itself. */
const FINAL = new Set(['succeeded', 'failed', 'cancelled', 'dead'])

/** What the rooms ask the node, under keys that live events can name. */
export const projectsQuery = queryOptions({
  queryKey: ['projects'],
  queryFn: () => take(api.GET('/projects', { params: { query: { limit: 200 } } })),
})

export const projectQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['project', projectId],
    queryFn: () => take(api.GET('/projects/{projectId}', { params: { path: { projectId } } })),
  })

export const scriptQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['project', projectId, 'script'],
    // A project without a script is no failure.
    queryFn: () => find(api.GET('/projects/{projectId}/script', { params: { path: { projectId } } })),
    staleTime: Number.POSITIVE_INFINITY,
  })

export const scenesQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['project', projectId, 'scenes'],
    queryFn: () => take(api.GET('/projects/{projectId}/scenes', { params: { path: { projectId } } })),
  })

export const assetsQuery = (projectId: string, role: string) =>
  queryOptions({
    queryKey: ['project', projectId, 'assets', role],
    queryFn: () => take(api.GET('/projects/{projectId}/assets', { params: { path: { projectId }, query: { role } } })),
  })

export const timelineQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['project', projectId, 'timeline'],
    // Before the first film there is no timeline.
    queryFn: () => find(api.GET('/projects/{projectId}/timeline', { params: { path: { projectId } } })),
  })

export const productionsQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['project', projectId, 'productions'],
    queryFn: () => take(api.GET('/projects/{projectId}/productions', { params: { path: { projectId }, query: { limit: 20 } } })),
  })

export const productionQuery = (productionId: string) =>
  queryOptions({
    queryKey: ['production', productionId],
    queryFn: () => take(api.GET('/productions/{productionId}', { params: { path: { productionId } } })),
    // Events hasten it; this is for a connection that lost some.
    refetchInterval: (query) => (query.state.data?.job.final === true ? false : 4000),
  })

/** What making the film with these choices would cost; prices and kept results change by themselves. */
export const estimateQuery = (projectId: string, request: Schemas['ProductionRequest']) =>
  queryOptions({
    queryKey: ['project', projectId, 'estimate', request],
    queryFn: () => take(api.POST('/projects/{projectId}/productions/estimate', { params: { path: { projectId } }, body: request })),
    staleTime: 10_000,
    refetchInterval: 60_000,
    retry: false,
  })

export const routingQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['project', projectId, 'routing'],
    queryFn: () => take(api.GET('/projects/{projectId}/routing', { params: { path: { projectId } } })),
  })

export const rankingsQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['project', projectId, 'routing', 'offers'],
    queryFn: () => take(api.GET('/projects/{projectId}/routing/offers', { params: { path: { projectId } } })),
    refetchInterval: 15_000,
  })

export const choicesQuery = queryOptions({
  queryKey: ['choices'],
  queryFn: () => take(api.GET('/choices')),
  staleTime: 60_000,
})

export const providersQuery = queryOptions({
  queryKey: ['providers'],
  queryFn: () => take(api.GET('/providers')),
  refetchInterval: 15_000,
})

export const accountsQuery = queryOptions({
  queryKey: ['accounts'],
  queryFn: () => take(api.GET('/accounts')),
})

export const pluginsQuery = queryOptions({
  queryKey: ['plugins'],
  queryFn: () => take(api.GET('/plugins')),
})

export const jobsQuery = queryOptions({
  queryKey: ['jobs', 'running'],
  queryFn: () => take(api.GET('/jobs', { params: { query: { rootsOnly: true, state: 'running', limit: 20 } } })),
})

export const budgetsQuery = queryOptions({
  queryKey: ['budgets'],
  queryFn: () => take(api.GET('/budgets')),
  refetchInterval: 15_000,
})

export type SpendBy = 'provider' | 'account' | 'project' | 'person' | 'day'

/** @param from and to: days in UTC, both included; empty for no bound */
export const spendQuery = (by: SpendBy, from: string, to: string) =>
  queryOptions({
    queryKey: ['spend', by, from, to],
    queryFn: () =>
      take(api.GET('/spend', { params: { query: { by, ...(from === '' ? {} : { from }), ...(to === '' ? {} : { to }) } } })),
    refetchInterval: 15_000,
  })

export const filmSpendQuery = queryOptions({
  queryKey: ['spend', 'films'],
  queryFn: () => take(api.GET('/spend/films')),
  refetchInterval: 15_000,
})

export const unknownCallsQuery = queryOptions({
  queryKey: ['calls', 'unknown'],
  queryFn: () => take(api.GET('/calls/unknown')),
  refetchInterval: 15_000,
})

export const queuesQuery = queryOptions({
  queryKey: ['jobs', 'queues'],
  queryFn: () => take(api.GET('/queues')),
  refetchInterval: 5000,
})

export const workersQuery = queryOptions({
  queryKey: ['workers'],
  queryFn: () => take(api.GET('/workers')),
  refetchInterval: 5000,
})

export const schedulesQuery = queryOptions({
  queryKey: ['schedules'],
  queryFn: () => take(api.GET('/schedules')),
  refetchInterval: 30_000,
})

export const deadJobsQuery = queryOptions({
  queryKey: ['jobs', 'dead'],
  queryFn: () => take(api.GET('/jobs', { params: { query: { state: 'dead', limit: 100 } } })),
  refetchInterval: 15_000,
})

/** One job with what it was asked to do. */
export const jobQuery = (jobId: string) =>
  queryOptions({
    queryKey: ['jobs', 'one', jobId],
    queryFn: () => take(api.GET('/jobs/{jobId}', { params: { path: { jobId } } })),
  })

export const addressesQuery = queryOptions({
  queryKey: ['notifications', 'addresses'],
  queryFn: () => take(api.GET('/notifications/addresses')),
})

export const deliveriesQuery = queryOptions({
  queryKey: ['jobs', 'deliveries'],
  queryFn: () => take(api.GET('/notifications/deliveries')),
  // Until the last one has ended, somebody waits for it.
  refetchInterval: (query) => (query.state.data?.some((one) => !FINAL.has(one.state)) === true ? 1500 : 15_000),
})
