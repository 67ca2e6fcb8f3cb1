import { CircleAlert, CircleCheck, CircleDashed, Timer } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '@/api/client'
import { Badge, type Tone } from '@/components/badge'
import { useNow } from '@/lib/clock'
import { healthOf, type OfferHealth } from './vendors'

const looks: Record<OfferHealth, { tone: Tone; icon: ReactNode }> = {
  healthy: { tone: 'good', icon: <CircleCheck aria-hidden="true" /> },
  resting: { tone: 'info', icon: <Timer aria-hidden="true" /> },
  recovering: { tone: 'warn', icon: <CircleDashed aria-hidden="true" /> },
  failing: { tone: 'bad', icon: <CircleAlert aria-hidden="true" /> },
}

/** Who can do one thing, most preferred first. */
export function OfferTable({ capability, offers }: { capability: string; offers: readonly Schemas['ProviderOffer'][] }) {
  const { t } = useTranslation()
  const now = useNow(5000)
  const name = t(`offers.capability.${capability}`, { defaultValue: capability })
  return (
    <section aria-label={name} className="panel overflow-hidden">
      <h3 className="border-line border-b px-4 py-2.5 font-medium">{name}</h3>
      <ol>
        {offers.map((offer) => {
          const health = healthOf(offer, now)
          const { tone, icon } = looks[health]
          return (
            <li
              key={offer.id}
              className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 border-line border-t px-4 py-3 first:border-t-0 md:grid-cols-[minmax(0,1fr)_auto_110px_90px]"
            >
              <div className="min-w-0">
                <p className="truncate font-medium">{offer.title}</p>
                <p className="text-muted text-xs">{offer.price?.reason ?? offer.explanation}</p>
              </div>
              <Badge tone={tone}>
                {icon}
                {t(`offers.health.${health}`)}
              </Badge>
              <p className="numbers text-muted text-xs md:text-end">
                {offer.calls === 0
                  ? t('offers.unused')
                  : t('offers.record', {
                      percent: Math.round(offer.successRate * 100),
                      count: offer.calls,
                      seconds: offer.latencySeconds?.toFixed(1) ?? '–',
                    })}
              </p>
              <p className="numbers text-end font-medium" title={offer.price?.for}>
                {offer.price?.eligible === true && (offer.price.expected?.text ?? t('offers.unknownPrice'))}
              </p>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
