import { queryOptions } from '@tanstack/react-query'
import { api, find, type Schemas, take } from './client'

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
