import { useQuery } from '@tanstack/react-query'
import { ChevronRight, Coins } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '@/api/client'
import { useEstimate } from './make'
import { useOfferTitles } from './offer-titles'

function Who({ line }: { line: Schemas['EstimateLine'] }) {
  const { t } = useTranslation()
  const titleOf = useOfferTitles()
  if (line.provider === '') return <span className="text-warn">{t('estimate.nobody')}</span>
  const title = titleOf(line.provider)
  return <>{line.standing === 'kept' ? t('estimate.kept', { provider: title }) : title}</>
}

/** Line by line what making the film would cost, before anything is bought. */
export function EstimatePanel({ projectId }: { projectId: string }) {
  const { t } = useTranslation()
  const estimate = useQuery(useEstimate(projectId)).data
  if (estimate === undefined || estimate.lines.length === 0) return null
  const rows = estimate.lines.map((line, index) => ({ ...line, key: `${index} ${line.item}` }))
  return (
    <details className="panel group mt-4 overflow-hidden">
      <summary className="flex list-none items-center gap-3 px-4 py-3 font-medium hover:bg-hover">
        <Coins className="size-5 text-muted" aria-hidden="true" />
        <span className="flex-1">
          {t('estimate.title')}
          {estimate.tier !== 'standard' && (
            <span className="text-muted"> · {t('estimate.tier', { tier: t(`routing.qualities.${estimate.tier}`) })}</span>
          )}
        </span>
        <span className="numbers font-semibold" data-testid="expected">
          {estimate.expected?.text ?? t('estimate.notKnown')}
        </span>
        <ChevronRight className="size-4 text-muted transition-transform duration-[120ms] group-open:rotate-90" aria-hidden="true" />
      </summary>
      <div className="max-h-96 overflow-auto border-line border-t">
        {estimate.remarks.map((remark) => (
          <p key={remark} className="px-4 pt-3 text-muted">
            {remark}
          </p>
        ))}
        <table className="w-full">
          <thead className="text-start text-muted text-xs">
            <tr>
              <th className="px-4 py-2 text-start font-medium">{t('estimate.item')}</th>
              <th className="px-4 py-2 text-start font-medium">{t('estimate.provider')}</th>
              <th className="px-4 py-2 text-end font-medium">{t('estimate.expected')}</th>
              <th className="px-4 py-2 text-end font-medium">{t('estimate.ceiling')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((line) => (
              <tr key={line.key} className="border-line border-t" title={line.why}>
                <td className="px-4 py-2">{line.item}</td>
                <td className="px-4 py-2 text-muted">
                  <Who line={line} />
                </td>
                <td className="numbers px-4 py-2 text-end">
                  {line.exact || line.expected === undefined ? '' : '≈ '}
                  {line.expected?.text ?? t('estimate.notKnown')}
                </td>
                <td className="numbers px-4 py-2 text-end">{line.ceiling?.text ?? t('estimate.notKnown')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
