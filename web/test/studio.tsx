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
import '@/rooms/accounts/account-dialog'
import '@/rooms/accounts/accounts-room'
import '@/rooms/edit/edit-room'
import '@/rooms/generate/generate-room'
import '@/rooms/notifications/address-dialog'
import '@/rooms/notifications/notifications-room'
import '@/rooms/plugins/plugins-room'
import '@/rooms/projects/projects-room'
import '@/rooms/queues/queues-room'
import '@/rooms/script/script-room'
import '@/rooms/spending/budget-dialog'
import '@/rooms/spending/settle-dialog'
import '@/rooms/spending/spending-room'
import { studioRouter } from '@/router'
import '@/shell/keys'
import '@/shell/place-frame'
import '@/shell/project-frame'
import type { FakeNode } from './fake-node'

/*
 * The rooms are imported above, which a browser does when they are opened: here their loading would count as waiting.
 */

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
