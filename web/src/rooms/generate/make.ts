import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { Schemas } from '@/api/client'
import { startProduction } from '@/api/commands'
import { estimateQuery, productionsQuery, projectQuery, scriptQuery } from '@/api/queries'
import { say } from '@/components/toasts'
import { useDrafts } from '@/lib/use-drafts'

/** Changes of a project's settings and what builds on them happen one after the other. */
export function settingsScope(projectId: string): { id: string } {
  return { id: `settings of ${projectId}` }
}

/** What making the film as it is chosen now would cost; asked once there is a script and nothing is being made. */
export function useEstimate(projectId: string) {
  const project = useQuery(projectQuery(projectId))
  const script = useQuery(scriptQuery(projectId))
  const { hindrance } = useHindrance(projectId)
  return {
    ...estimateQuery(projectId, project.data?.settings ?? {}),
    enabled: project.data !== undefined && script.data !== undefined && script.data !== null && hindrance === undefined,
  }
}

/** Why a person is asked before money is spent, as sentences; empty when the film may begin without. */
export function useConsent(projectId: string) {
  const queries = useQueryClient()
  const drafts = useDrafts()
  const shown = useQuery(useEstimate(projectId)).data
  return useMutation({
    scope: settingsScope(projectId),
    mutationFn: async (): Promise<Consent> => {
      await drafts.find(projectId)?.flush()
      const { settings } = await queries.fetchQuery({ ...projectQuery(projectId), staleTime: 0 })
      const now = await queries.fetchQuery({ ...estimateQuery(projectId, settings), staleTime: 0 })
      return { estimate: now, dearer: isDearer(now, shown) ? shown?.expected?.text : undefined }
    },
  })
}

export type Consent = {
  estimate: Schemas['Estimate']
  /** The price that was shown before, where the present one is well above it. */
  dearer: string | undefined
}

const NOTABLY = 1.1

function isDearer(now: Schemas['Estimate'], before: Schemas['Estimate'] | undefined): boolean {
  return (
    now.expected !== undefined &&
    before?.expected !== undefined &&
    Number(now.expected.amount) > Number(before.expected.amount) * NOTABLY
  )
}

/** Starts a production of what is written now: a script that is still on its way is sent first. */
export function useMake(projectId: string) {
  const queries = useQueryClient()
  const drafts = useDrafts()
  const navigate = useNavigate()
  return useMutation({
    scope: settingsScope(projectId),
    mutationFn: async () => {
      await drafts.find(projectId)?.flush()
      const { settings } = await queries.fetchQuery({ ...projectQuery(projectId), staleTime: 0 })
      return startProduction(projectId, settings)
    },
    onSuccess: (production) => {
      queries.setQueryData(['production', production.id], production)
      void queries.invalidateQueries({ queryKey: ['project', projectId] })
      void queries.invalidateQueries({ queryKey: ['projects'] })
      void navigate({ to: '/p/$projectId/generate', params: { projectId }, search: { run: production.id } })
    },
    onError: (error) => say('failed', error.message),
  })
}

/** Why a film cannot be made now; undefined when it can. */
export type Hindrance = 'running' | 'noScript'

export function useHindrance(projectId: string): { hindrance: Hindrance | undefined; madeBefore: boolean } {
  const runs = useQuery(productionsQuery(projectId))
  const script = useQuery(scriptQuery(projectId))
  const newest = runs.data?.[0]
  const hindrance = newest !== undefined && !newest.job.final ? 'running' : script.data === null ? 'noScript' : undefined
  return { hindrance, madeBefore: newest !== undefined }
}
