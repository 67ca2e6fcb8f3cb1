import { ChevronRight, ReceiptText } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '@/api/client'
import { useOfferTitles } from './offer-titles'

/** What was bought, from whom, and what it cost. */
export function BillTable({ production }: { production: Schemas['Production'] }) {
  const { t } = useTranslation()
  const titleOf = useOfferTitles()
  const rows = production.bill.map((line, index) => ({ ...line, key: `${index} ${line.item}` }))
  return (
    <details className="panel group overflow-hidden">
      <summary className="flex list-none items-center gap-3 px-4 py-3 font-medium hover:bg-hover">
        <ReceiptText className="size-5 text-muted" aria-hidden="true" />
        <span className="flex-1">{t('bill.title')}</span>
        <span className="numbers font-semibold" data-testid="total">
          {production.total.text}
        </span>
        <ChevronRight className="size-4 text-muted transition-transform duration-[120ms] group-open:rotate-90" aria-hidden="true" />
      </summary>
      <div className="max-h-96 overflow-auto border-line border-t">
        <table className="w-full">
          <thead className="text-start text-muted text-xs">
            <tr>
              <th className="px-4 py-2 text-start font-medium">{t('bill.item')}</th>
              <th className="px-4 py-2 text-start font-medium">{t('bill.provider')}</th>
              <th className="px-4 py-2 text-end font-medium">{t('bill.charge')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((line) => (
              <tr key={line.key} className="border-line border-t">
                <td className="px-4 py-2">
                  {line.item}
                  {line.note !== undefined && <span className="block text-muted text-xs">{line.note}</span>}
                </td>
                <td className="px-4 py-2 text-muted">
                  <span title={line.provider}>
                    {line.cached ? t('run.reused', { provider: titleOf(line.provider) }) : titleOf(line.provider)}
                  </span>
                </td>
                <td className="numbers px-4 py-2 text-end">{line.charge.text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
