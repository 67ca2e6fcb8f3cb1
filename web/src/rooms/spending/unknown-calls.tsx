import { useMutation, useQueryClient } from '@tanstack/react-query'
import { CircleHelp } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '@/api/client'
import { lookUpCall } from '@/api/commands'
import { Badge } from '@/components/badge'
import { Button } from '@/components/button'
import { say } from '@/components/toasts'
import { useNow } from '@/lib/clock'
import { ago } from '@/lib/format'
import { useNames } from './names'

type Call = Schemas['Call']

const SettleDialog = lazy(() => import('./settle-dialog'))

/** After a call has ended: its reservation is gone, its charge is in the ledger, its job may be retried. */
export function forgetCall(queries: ReturnType<typeof useQueryClient>): void {
  for (const key of ['calls', 'budgets', 'spend']) void queries.invalidateQueries({ queryKey: [key] })
}

function Row({ call, onSettle }: { call: Call; onSettle: () => void }) {
  const { t, i18n } = useTranslation()
  const now = useNow()
  const queries = useQueryClient()
  const names = useNames()
  const look = useMutation({
    mutationFn: () => lookUpCall(call.id),
    onSuccess: (ended) => {
      say('done', t('spending.unknown.ended', { outcome: ended.note }))
      forgetCall(queries)
    },
  })
  const vendor = names.title(names.plugins, call.plugin) + (call.account === '' ? '' : ` / ${call.account}`)
  const project = call.projectId === undefined ? '' : names.title(names.projects, call.projectId)
  return (
    <li className="border-line border-t px-4 py-3 first:border-t-0">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <CircleHelp className="size-5 shrink-0 text-warn" aria-hidden="true" />
        <div className="min-w-48 flex-1">
          <p className="flex flex-wrap items-center gap-2 font-medium">
            {vendor} · {call.offer}
            <Badge tone="warn">{t('spending.unknown.upTo', { amount: call.reserved.text })}</Badge>
          </p>
          <p className="text-muted text-xs">
            {t(`offers.capability.${call.capability}`, { defaultValue: call.capability })}
            {project !== '' && ` · ${project}`} · {ago(call.createdAt, now, i18n.language)}
          </p>
        </div>
        {call.links['lookUp'] !== undefined && (
          <Button busy={look.isPending} onClick={() => look.mutate()} aria-label={t('spending.unknown.askName', { vendor, id: call.id })}>
            {t('spending.unknown.ask')}
          </Button>
        )}
        <Button onClick={onSettle} aria-label={t('spending.unknown.settleName', { vendor, id: call.id })}>
          {t('spending.unknown.settle')}
        </Button>
      </div>
      {call.note !== '' && <p className="mt-1 text-muted [overflow-wrap:anywhere]">{call.note}</p>}
      <div role="status">{look.isError && <p className="mt-1 text-warn">{look.error.message}</p>}</div>
    </li>
  )
}

/** Calls that may have been bought: the vendor is asked, or a person looks at the bill. */
export function UnknownCalls({ calls }: { calls: readonly Call[] }) {
  const [open, setOpen] = useState<Call>()
  return (
    <>
      <ul className="panel">
        {calls.map((call) => (
          <Row key={call.id} call={call} onSettle={() => setOpen(call)} />
        ))}
      </ul>
      {open !== undefined && (
        <Suspense>
          <SettleDialog call={open} onClose={() => setOpen(undefined)} />
        </Suspense>
      )}
    </>
  )
}
