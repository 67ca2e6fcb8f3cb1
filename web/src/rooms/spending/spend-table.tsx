import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '@/api/client'
import { type SpendBy, spendQuery } from '@/api/queries'
import { Answer } from '@/components/answer'
import { Segments } from '@/components/segments'
import { useNow } from '@/lib/clock'
import { firstDay, type Span } from './money'
import { useNames } from './names'

const BY: readonly SpendBy[] = ['provider', 'account', 'project', 'person', 'day']
const SPANS: readonly Span[] = ['today', 'month', 'days30', 'all']

function Lines({ by, lines }: { by: SpendBy; lines: readonly Schemas['Spend'][] }) {
  const { t } = useTranslation()
  const names = useNames()
  // Currencies are never compared with each other.
  const most = new Map<string, number>()
  for (const { spent } of lines) most.set(spent.currency, Math.max(most.get(spent.currency) ?? 0, Number(spent.amount)))
  return (
    <div className="panel overflow-x-auto">
      <table className="w-full">
        <thead className="text-muted text-xs">
          <tr>
            <th className="px-4 py-2 text-start font-medium">{t(`spending.by.${by}`)}</th>
            <th className="hidden w-2/5 px-4 py-2 sm:table-cell">
              <span className="sr-only">{t('spending.share')}</span>
            </th>
            <th className="px-4 py-2 text-end font-medium">{t('spending.calls')}</th>
            <th className="px-4 py-2 text-end font-medium">{t('spending.charged')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => {
            const width = (Number(line.spent.amount) / (most.get(line.spent.currency) || 1)) * 100
            return (
              <tr key={`${line.key} ${line.spent.currency}`} className="border-line border-t">
                <th scope="row" className="px-4 py-2 text-start font-normal [overflow-wrap:anywhere]">
                  {line.name === '' ? (
                    <span className="text-muted">{t('spending.nobody')}</span>
                  ) : by === 'provider' ? (
                    names.title(names.plugins, line.key)
                  ) : (
                    line.name
                  )}
                </th>
                <td className="hidden px-4 py-2 sm:table-cell" aria-hidden="true">
                  <div className="h-1.5 rounded-full bg-hover">
                    <div className="h-full rounded-full bg-accent" style={{ width: `${width}%` }} />
                  </div>
                </td>
                <td className="numbers px-4 py-2 text-end text-muted">{line.calls}</td>
                <td className="numbers px-4 py-2 text-end font-medium">{line.spent.text}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

/** What was charged, added up by whatever somebody wants to know. */
export function SpendTable() {
  const { t } = useTranslation()
  const now = useNow(60_000)
  const [by, setBy] = useState<SpendBy>('provider')
  const [span, setSpan] = useState<Span>('month')
  const spend = useQuery(spendQuery(by, firstDay(span, now), ''))
  return (
    <>
      <div className="mb-3 flex flex-wrap gap-3">
        <Segments
          legend={t('spending.addUpBy')}
          name="spend-by"
          value={by}
          options={BY.map((value) => ({ value, label: t(`spending.by.${value}`) }))}
          onChange={setBy}
        />
        <Segments
          legend={t('spending.span')}
          name="spend-span"
          value={span}
          options={SPANS.map((value) => ({ value, label: t(`spending.spans.${value}`) }))}
          onChange={setSpan}
        />
      </div>
      <Answer query={spend} failed={t('spending.spentFailed')} height="h-40">
        {(lines) =>
          lines.length === 0 ? (
            <p className="panel px-4 py-3 text-muted">{t('spending.nothing')}</p>
          ) : (
            <Lines by={by} lines={by === 'day' ? lines.toSorted((a, b) => b.key.localeCompare(a.key)) : lines} />
          )
        }
      </Answer>
    </>
  )
}
