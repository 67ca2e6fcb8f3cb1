import type { QueryClient } from '@tanstack/react-query'
import {
  createBrowserHistory,
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  type RouterHistory,
} from '@tanstack/react-router'
import { Shell } from './shell/shell'

const root = createRootRouteWithContext<{ queries: QueryClient }>()({
  component: Shell,
  errorComponent: lazyRouteComponent(() => import('./shell/screens'), 'CrashScreen'),
  notFoundComponent: lazyRouteComponent(() => import('./shell/screens'), 'MissingScreen'),
})

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/projects' })
  },
})

const projects = createRoute({
  getParentRoute: () => root,
  path: '/projects',
  component: lazyRouteComponent(() => import('./rooms/projects/projects-room'), 'ProjectsRoom'),
})

const project = createRoute({
  getParentRoute: () => root,
  path: '/p/$projectId',
  component: lazyRouteComponent(() => import('./shell/project-frame'), 'ProjectFrame'),
})

const projectHome = createRoute({
  getParentRoute: () => project,
  path: '/',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/p/$projectId/script', params })
  },
})

const script = createRoute({
  getParentRoute: () => project,
  path: '/script',
  validateSearch: (search: Record<string, unknown>): { scene?: number } => {
    const scene = Number(search['scene'])
    return Number.isInteger(scene) && scene > 0 ? { scene } : {}
  },
  component: lazyRouteComponent(() => import('./rooms/script/script-room'), 'ScriptRoom'),
})

const generate = createRoute({
  getParentRoute: () => project,
  path: '/generate',
  validateSearch: (search: Record<string, unknown>): { run?: string } => (typeof search['run'] === 'string' ? { run: search['run'] } : {}),
  component: lazyRouteComponent(() => import('./rooms/generate/generate-room'), 'GenerateRoom'),
})

const edit = createRoute({
  getParentRoute: () => project,
  path: '/edit',
  component: lazyRouteComponent(() => import('./rooms/edit/edit-room'), 'EditRoom'),
})

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRouteComponent(() => import('./shell/place-frame'), 'SettingsFrame'),
})

const settingsHome = createRoute({
  getParentRoute: () => settings,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/settings/accounts' })
  },
})

const operate = createRoute({
  getParentRoute: () => root,
  path: '/ops',
  component: lazyRouteComponent(() => import('./shell/place-frame'), 'OperateFrame'),
})

const operateHome = createRoute({
  getParentRoute: () => operate,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/ops/queues' })
  },
})

const accounts = createRoute({
  getParentRoute: () => settings,
  path: '/accounts',
  component: lazyRouteComponent(() => import('./rooms/accounts/accounts-room'), 'AccountsRoom'),
})

const notifications = createRoute({
  getParentRoute: () => settings,
  path: '/notifications',
  component: lazyRouteComponent(() => import('./rooms/notifications/notifications-room'), 'NotificationsRoom'),
})

const queues = createRoute({
  getParentRoute: () => operate,
  path: '/queues',
  component: lazyRouteComponent(() => import('./rooms/queues/queues-room'), 'QueuesRoom'),
})

const spending = createRoute({
  getParentRoute: () => operate,
  path: '/spending',
  component: lazyRouteComponent(() => import('./rooms/spending/spending-room'), 'SpendingRoom'),
})

const plugins = createRoute({
  getParentRoute: () => operate,
  path: '/plugins',
  component: lazyRouteComponent(() => import('./rooms/plugins/plugins-room'), 'PluginsRoom'),
})

const tree = root.addChildren([
  home,
  projects,
  project.addChildren([projectHome, script, generate, edit]),
  settings.addChildren([settingsHome, accounts, notifications]),
  operate.addChildren([operateHome, queues, spending, plugins]),
])

export function studioRouter(queries: QueryClient, history: RouterHistory = createBrowserHistory()) {
  return createRouter({
    history,
    routeTree: tree,
    context: { queries },
    defaultPreload: 'intent',
    scrollRestoration: true,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof studioRouter>
  }
}
