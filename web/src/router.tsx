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

const accounts = createRoute({
  getParentRoute: () => root,
  path: '/settings/accounts',
  component: lazyRouteComponent(() => import('./rooms/accounts/accounts-room'), 'AccountsRoom'),
})

const plugins = createRoute({
  getParentRoute: () => root,
  path: '/ops/plugins',
  component: lazyRouteComponent(() => import('./rooms/plugins/plugins-room'), 'PluginsRoom'),
})

const tree = root.addChildren([home, projects, project.addChildren([projectHome, script, generate, edit]), accounts, plugins])

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
