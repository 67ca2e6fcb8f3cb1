import '@/i18n/rooms'
import { useQuery } from '@tanstack/react-query'
import { BellRing, Plus } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addressesQuery, deliveriesQuery } from '@/api/queries'
import { Answer } from '@/components/answer'
import { Button } from '@/components/button'
import { Room, Section } from '@/components/room'
import { Empty } from '@/components/states'
import { AddressList } from './address-list'
import { DeliveryList } from './delivery-list'

const AddressDialog = lazy(() => import('./address-dialog'))

/** Where people are told that their work has ended, and what became of the messages. */
export function NotificationsRoom() {
  const { t } = useTranslation()
  const addresses = useQuery(addressesQuery)
  const deliveries = useQuery(deliveriesQuery)
  const [adding, setAdding] = useState(false)
  const add = (
    <Button tone="primary" size="md" onClick={() => setAdding(true)}>
      <Plus aria-hidden="true" />
      {t('notifications.add')}
    </Button>
  )
  return (
    <Room
      pageTitle={t('notifications.pageTitle')}
      title={t('notifications.title')}
      subtitle={t('notifications.subtitle')}
      actions={(addresses.data?.length ?? 0) > 0 && add}
    >
      <Section id="addresses" title={t('notifications.addresses')}>
        <Answer query={addresses} failed={t('notifications.failed')} height="h-24">
          {(list) =>
            list.length === 0 ? (
              <div className="panel">
                <Empty icon={<BellRing />} title={t('notifications.none')} actions={add}>
                  {t('notifications.noneText')}
                </Empty>
              </div>
            ) : (
              <AddressList addresses={list} />
            )
          }
        </Answer>
      </Section>
      <Section id="what" title={t('notifications.what')}>
        <ul className="panel list-disc py-3 ps-9 pe-4 text-muted">
          <li>{t('notifications.whatFilm')}</li>
          <li>{t('notifications.whatExport')}</li>
          <li>{t('notifications.whatOnce')}</li>
        </ul>
      </Section>
      <Section id="deliveries" title={t('notifications.deliveries')} subtitle={t('notifications.deliveriesText')}>
        <Answer query={deliveries} failed={t('notifications.deliveriesFailed')} height="h-24">
          {(list) =>
            list.length === 0 ? (
              <p className="panel px-4 py-3 text-muted">{t('notifications.noDeliveries')}</p>
            ) : (
              <DeliveryList deliveries={list} addresses={addresses.data ?? []} />
            )
          }
        </Answer>
      </Section>
      {adding && (
        <Suspense>
          <AddressDialog onClose={() => setAdding(false)} />
        </Suspense>
      )}
    </Room>
  )
}
