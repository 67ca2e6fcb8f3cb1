import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { CircleCheck, CircleSlash } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '@/api/client'
import { saveRouting } from '@/api/commands'
import { rankingsQuery, routingQuery } from '@/api/queries'
import { Field } from '@/components/field'
import { Failure, Loading, Skeleton } from '@/components/states'
import { say } from '@/components/toasts'
import { settingsScope } from './make'

type Rules = Schemas['Routing']

const POLICIES = ['cheapest', 'fastest', 'best', 'balanced'] as const
const QUALITIES = ['draft', 'standard', 'high'] as const

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
    <div className="mt-4 grid gap-6 md:grid-cols-[220px_minmax(0,1fr)]">
      <RulesForm effective={routing.data} busy={save.isPending} onChange={(rules) => save.mutate(rules)} />
      <div className="flex min-w-0 flex-col gap-5">
        {rankings.data.map((ranking) => (
          <Order key={ranking.capability} ranking={ranking} />
        ))}
      </div>
    </div>
  )
}

type Values = { [K in keyof Rules]?: Rules[K] | undefined }

/** With these values; an undefined one is taken out. */
function changed(rules: Rules, values: Values): Rules {
  const all = Object.entries({ ...rules, ...values })
  return Object.fromEntries(all.filter(([, value]) => value !== undefined)) as unknown as Rules
}

function RulesForm({
  effective,
  busy,
  onChange,
}: {
  effective: Schemas['EffectiveRouting']
  busy: boolean
  onChange: (rules: Rules | undefined) => void
}) {
  const { t } = useTranslation()
  const { own, rules, unknown } = effective
  const change = (values: Values) => onChange(changed(rules, values))
  return (
    <div className="flex flex-col gap-4">
      <Field label={t('routing.policy')} help={own ? undefined : t('routing.usualHelp')}>
        {(ids) => (
          <select
            {...ids}
            className="field select-field"
            disabled={busy}
            value={own ? rules.policy : ''}
            onChange={(event) => {
              const policy = event.target.value
              if (policy === '') onChange(undefined)
              else change({ pinned: undefined, policy: policy as Rules['policy'] })
            }}
          >
            <option value="">{t('routing.usual')}</option>
            {POLICIES.map((policy) => (
              <option key={policy} value={policy}>
                {t(`routing.policies.${policy}`)}
              </option>
            ))}
            {rules.policy === 'pinned' && <option value="pinned">{t('routing.pinned', { plugin: rules.pinned ?? '' })}</option>}
          </select>
        )}
      </Field>
      <Field label={t('routing.quality')}>
        {(ids) => (
          <select
            {...ids}
            className="field select-field"
            disabled={busy}
            value={rules.quality ?? ''}
            onChange={(event) => change({ quality: event.target.value === '' ? undefined : (event.target.value as Rules['quality']) })}
          >
            <option value="">{t('routing.anyQuality')}</option>
            {QUALITIES.map((quality) => (
              <option key={quality} value={quality}>
                {t(`routing.qualities.${quality}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <label className="flex items-center justify-between gap-3">
        <span>
          <span className="block font-medium">{t('routing.noRetention')}</span>
          <span className="block text-muted text-xs">{t('routing.noRetentionHelp')}</span>
        </span>
        <input
          type="checkbox"
          role="switch"
          className="switch"
          disabled={busy}
          checked={rules.noRetention ?? false}
          onChange={(event) => change({ noRetention: event.target.checked })}
        />
      </label>
      {unknown.length > 0 && <p className="text-warn text-xs">{t('routing.unknown', { plugins: unknown.join(', ') })}</p>}
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
