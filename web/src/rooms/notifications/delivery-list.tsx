import { CircleAlert, CircleCheck, Clock } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '@/api/client'
import { Badge, type Tone } from '@/components/badge'
import { useNow } from '@/lib/clock'
import { ago } from '@/lib/format'

type Delivery = Schemas['NotificationDelivery']
type Outcome = 'taken' | 'refused' | 'underWay'

const looks: Record<Outcome, { tone: Tone; icon: ReactNode }> = {
  taken: { tone: 'good', icon: <CircleCheck aria-hidden="true" /> },
  refused: { tone: 'bad', icon: <CircleAlert aria-hidden="true" /> },
  underWay: { tone: 'info', icon: <Clock aria-hidden="true" /> },
}

/** What became of a message, in one word. */
export function outcomeOf(delivery: Pick<Delivery, 'state'>): Outcome {
  if (delivery.state === 'succeeded') return 'taken'
  return ['failed', 'dead', 'cancelled'].includes(delivery.state) ? 'refused' : 'underWay'
}

/** The latest messages, newest first. */
export function DeliveryList({
  deliveries,
  addresses,
}: {
  deliveries: readonly Delivery[]
  addresses: readonly Schemas['NotificationAddress'][]
}) {
  const { t, i18n } = useTranslation()
  const now = useNow()
  return (
    <ul aria-label={t('notifications.deliveries')} className="panel">
      {deliveries.map((delivery) => {
        const outcome = outcomeOf(delivery)
        const { tone, icon } = looks[outcome]
        return (
          <li key={delivery.jobId} className="flex flex-wrap items-start gap-x-4 gap-y-1 border-line border-t px-4 py-3 first:border-t-0">
            <div className="min-w-48 flex-1">
              <p className="[overflow-wrap:anywhere]">{delivery.text}</p>
              <p className="text-muted text-xs [overflow-wrap:anywhere]">
                {addresses.find((address) => address.id === delivery.addressId)?.target} · {delivery.event} ·{' '}
                {ago(delivery.createdAt, now, i18n.language)}
                {delivery.attempts > 1 && ` · ${t('notifications.attempts', { count: delivery.attempts })}`}
              </p>
              {delivery.error !== '' && outcome !== 'taken' && (
                <p className={`mt-1 [overflow-wrap:anywhere] ${outcome === 'refused' ? 'text-danger' : 'text-warn'}`}>{delivery.error}</p>
              )}
            </div>
            <Badge tone={tone}>
              {icon}
              {t(`notifications.outcome.${outcome}`)}
            </Badge>
          </li>
        )
      })}
    </ul>
  )
}
