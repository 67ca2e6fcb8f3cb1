import '@/i18n/rooms'
import { useQuery } from '@tanstack/react-query'
import { Plus, Wallet } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '@/api/client'
import { budgetsQuery, unknownCallsQuery } from '@/api/queries'
import { Answer } from '@/components/answer'
import { Button } from '@/components/button'
import { Room, Section } from '@/components/room'
import { Empty } from '@/components/states'
import { BudgetList } from './budget-list'
import { FilmTable } from './film-table'
import { SpendTable } from './spend-table'
import { UnknownCalls } from './unknown-calls'

/** Forms are only needed by those who set a cap. */
const BudgetDialog = lazy(() => import('./budget-dialog'))

/** Money: what may be spent, what was, and what nobody knows yet. */
export function SpendingRoom() {
  const { t } = useTranslation()
  const budgets = useQuery(budgetsQuery)
  const unknown = useQuery(unknownCallsQuery)
  const [dialog, setDialog] = useState<{ budget: Schemas['Budget'] | undefined }>()
  const add = (
    <Button tone="primary" size="md" onClick={() => setDialog({ budget: undefined })}>
      <Plus aria-hidden="true" />
      {t('spending.add')}
    </Button>
  )
  const open = (unknown.data?.length ?? 0) > 0
  const calls = (
    <Section id="unknown" title={t('spending.unknown.title')} subtitle={t('spending.unknown.subtitle')}>
      <Answer query={unknown} failed={t('spending.unknown.failed')} height="h-16">
        {(list) =>
          list.length === 0 ? <p className="panel px-4 py-3 text-muted">{t('spending.unknown.none')}</p> : <UnknownCalls calls={list} />
        }
      </Answer>
    </Section>
  )

  return (
    <Room
      pageTitle={t('spending.pageTitle')}
      title={t('spending.title')}
      subtitle={t('spending.subtitle')}
      actions={(budgets.data?.length ?? 0) > 0 && add}
    >
      {open && calls}
      <Section id="budgets" title={t('spending.budgets')} subtitle={t('spending.budgetsText')}>
        <Answer query={budgets} failed={t('spending.failed')} height="h-24">
          {(list) =>
            list.length === 0 ? (
              <div className="panel">
                <Empty icon={<Wallet />} title={t('spending.none')} actions={add}>
                  {t('spending.noneText')}
                </Empty>
              </div>
            ) : (
              <BudgetList budgets={list} onChange={(budget) => setDialog({ budget })} />
            )
          }
        </Answer>
      </Section>
      <Section id="spent" title={t('spending.spent')} subtitle={t('spending.spentText')}>
        <SpendTable />
      </Section>
      <Section id="films" title={t('spending.films')} subtitle={t('spending.filmsText')}>
        <FilmTable />
      </Section>
      {!open && calls}
      {dialog !== undefined && (
        <Suspense>
          <BudgetDialog budget={dialog.budget} onClose={() => setDialog(undefined)} />
        </Suspense>
      )}
    </Room>
  )
}
