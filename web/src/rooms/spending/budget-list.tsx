import { useMutation, useQueryClient } from '@tanstack/react-query'
import { CircleAlert, CircleCheck, Pencil, Trash2, TriangleAlert } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '@/api/client'
import { removeBudget } from '@/api/commands'
import { Badge, type Tone } from '@/components/badge'
import { IconButton } from '@/components/button'
import { Confirm } from '@/components/confirm'
import { say } from '@/components/toasts'
import { standing, type Standing } from './money'
import { useScopeWords } from './names'

type Budget = Schemas['Budget']

const looks: Record<Standing['state'], { tone: Tone; icon: ReactNode; bar: string }> = {
  open: { tone: 'good', icon: <CircleCheck aria-hidden="true" />, bar: 'bg-accent' },
  tight: { tone: 'warn', icon: <TriangleAlert aria-hidden="true" />, bar: 'bg-warn' },
  full: { tone: 'bad', icon: <CircleAlert aria-hidden="true" />, bar: 'bg-danger' },
}

function Row({ budget, words, onChange, onRemove }: { budget: Budget; words: string; onChange: () => void; onRemove: () => void }) {
  const { t } = useTranslation()
  const { spentShare, reservedShare, room, text, state } = standing(budget)
  const { tone, icon, bar } = looks[state]
  const name = t('spending.name', { scope: words, period: t(`spending.period.${budget.period}`) })
  return (
    <li className="border-line border-t px-4 py-3 first:border-t-0">
      <div className="flex items-center gap-3">
        <p className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1">
          <span className="font-medium">{words}</span>
          <Badge>{t(`spending.period.${budget.period}`)}</Badge>
          <Badge tone={tone}>
            {icon}
            {t(room < 0 ? 'spending.over' : 'spending.left', { amount: text })}
          </Badge>
        </p>
        <div className="flex gap-0.5">
          <IconButton label={t('spending.changeName', { name })} onClick={onChange}>
            <Pencil />
          </IconButton>
          <IconButton label={t('spending.removeName', { name })} onClick={onRemove}>
            <Trash2 />
          </IconButton>
        </div>
      </div>
      <div
        role="meter"
        aria-label={name}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round((spentShare + reservedShare) * 100)}
        aria-valuetext={t('spending.meter', { spent: budget.spent.text, reserved: budget.reserved.text, limit: budget.limit.text })}
        className="mt-2 flex h-1.5 w-full overflow-hidden rounded-full bg-hover"
      >
        <div className={`h-full ${bar}`} style={{ width: `${spentShare * 100}%` }} />
        <div className={`h-full opacity-45 ${bar}`} style={{ width: `${reservedShare * 100}%` }} />
      </div>
      <dl className="numbers mt-2 flex flex-wrap gap-x-5 gap-y-1 text-muted text-xs">
        <div className="flex gap-1.5">
          <dt>{t('spending.spentShort')}</dt>
          <dd className="font-medium text-text">{budget.spent.text}</dd>
        </div>
        <div className="flex gap-1.5">
          <dt>{t('spending.reserved')}</dt>
          <dd className="font-medium text-text">{budget.reserved.text}</dd>
        </div>
        <div className="flex gap-1.5">
          <dt>{t('spending.limit')}</dt>
          <dd className="font-medium text-text">{budget.limit.text}</dd>
        </div>
      </dl>
    </li>
  )
}

/** The caps with what is used of them, the widest first. */
export function BudgetList({ budgets, onChange }: { budgets: readonly Budget[]; onChange: (budget: Budget) => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const words = useScopeWords()
  const [doomed, setDoomed] = useState<Budget>()
  const remove = useMutation({
    mutationFn: removeBudget,
    onSuccess: () => {
      say('done', t('spending.removed'))
      setDoomed(undefined)
      return queries.invalidateQueries({ queryKey: ['budgets'] })
    },
    onError: (error) => say('failed', error.message),
  })
  return (
    <>
      <ul className="panel">
        {budgets.map((budget) => (
          <Row
            key={budget.id}
            budget={budget}
            words={words(budget)}
            onChange={() => onChange(budget)}
            onRemove={() => setDoomed(budget)}
          />
        ))}
      </ul>
      <Confirm
        title={t('spending.removeTitle')}
        action={t('spending.remove')}
        open={doomed !== undefined}
        busy={remove.isPending}
        onClose={() => setDoomed(undefined)}
        onConfirm={() => {
          if (doomed !== undefined) remove.mutate(doomed.id)
        }}
      >
        {doomed !== undefined && t('spending.removeText', { scope: words(doomed), limit: doomed.limit.text })}
      </Confirm>
    </>
  )
}
