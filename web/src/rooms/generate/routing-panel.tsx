import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { CircleCheck, CircleSlash } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '@/api/client'
import { saveRouting } from '@/api/commands'
import { rankingsQuery, routingQuery } from '@/api/queries'
import { Failure, Loading, Skeleton } from '@/components/states'
import { say } from '@/components/toasts'
import { settingsScope } from './make'
import { RulesForm } from './routing-rules'

type Rules = Schemas['Routing']

/** Which providers the film may use, and for each kind of work who would be asked and why. */
export function RoutingPanel({ projectId }: { projectId: string }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  return (
    <details className="panel mt-6 px-5 py-4" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="cursor-pointer font-semibold text-base">{t('routing.title')}</summary>
      {open && <Opened projectId={projectId} />}
    </details>
  )
}

function Opened({ projectId }: { projectId: string }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const routing = useQuery(routingQuery(projectId))
  const rankings = useQuery(rankingsQuery(projectId))
  const save = useMutation({
    scope: settingsScope(projectId),
    mutationFn: (rules: Rules | undefined) => saveRouting(projectId, rules),
    onSuccess: (effective) => queries.setQueryData(routingQuery(projectId).queryKey, effective),
    onError: (error) => say('failed', error.message),
    onSettled: () => void queries.invalidateQueries({ queryKey: ['project', projectId] }),
  })
  const failed = routing.isError ? routing : rankings.isError ? rankings : undefined
  if (failed !== undefined) {
    return <Failure title={t('routing.failed')} message={failed.error?.message ?? ''} onRetry={() => void failed.refetch()} />
  }
  if (routing.data === undefined || rankings.data === undefined) {
    return (
      <Loading label={t('loading')}>
        <Skeleton className="mt-4 h-40" />
      </Loading>
    )
  }
  return (
    <div className="mt-4 grid gap-6 md:grid-cols-[260px_minmax(0,1fr)]">
      <RulesForm effective={routing.data} busy={save.isPending} onChange={(rules) => save.mutate(rules)} />
      <div className="flex min-w-0 flex-col gap-5">
        {rankings.data.map((ranking) => (
          <Order key={ranking.capability} ranking={ranking} />
        ))}
      </div>
    </div>
  )
}

/** Who would be asked for one usual request, and why the others not. */
function Order({ ranking }: { ranking: Schemas['OfferRanking'] }) {
  const { t } = useTranslation()
  const name = t(`offers.capability.${ranking.capability}`, { defaultValue: ranking.capability })
  return (
    <section aria-label={name}>
      <h3 className="font-medium">
        {name} <span className="font-normal text-muted text-xs">{t('routing.for', { request: ranking.for })}</span>
      </h3>
      <ol className="mt-1">
        {ranking.candidates.map((candidate) => (
          <li key={candidate.offer} className="flex gap-2 py-1.5 text-xs">
            {candidate.eligible ? (
              <CircleCheck className="mt-0.5 size-4 shrink-0 text-accent" aria-label={t('routing.asked')} />
            ) : (
              <CircleSlash className="mt-0.5 size-4 shrink-0 text-muted" aria-label={t('routing.notAsked')} />
            )}
            <span className="min-w-0">
              <span className="block font-medium">{candidate.offer}</span>
              <span className="block text-muted">{candidate.reason}</span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
