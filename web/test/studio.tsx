import { QueryClientProvider } from '@tanstack/react-query'
import { createMemoryHistory, RouterProvider } from '@tanstack/react-router'
import { render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { I18nextProvider } from 'react-i18next'
import { vi } from 'vitest'
import { studioQueries } from '@/api/query-client'
import { forgetToken } from '@/api/session'
import { words } from '@/i18n'
import { forgetDrafts } from '@/lib/use-drafts'
import { studioRouter } from '@/router'
import type { FakeNode } from './fake-node'

/** The whole studio at an address, before a node in memory. */
export function openStudio(node: FakeNode, address: string) {
  vi.stubGlobal('fetch', node.fetch)
  forgetToken()
  forgetDrafts()
  const queries = studioQueries()
  queries.setDefaultOptions({ queries: { ...queries.getDefaultOptions().queries, retry: false } })
  const router = studioRouter(queries, createMemoryHistory({ initialEntries: [address] }))
  const page = render(
    <I18nextProvider i18n={words}>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </I18nextProvider>,
  )
  return { page, queries, router, user: userEvent.setup() }
}
