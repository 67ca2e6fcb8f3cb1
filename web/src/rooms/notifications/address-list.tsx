import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Mail, Send, Trash2, Webhook } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '@/api/client'
import { removeAddress, testAddress } from '@/api/commands'
import { Button, IconButton } from '@/components/button'
import { Confirm } from '@/components/confirm'
import { say } from '@/components/toasts'
import { useNow } from '@/lib/clock'
import { ago } from '@/lib/format'

type Address = Schemas['NotificationAddress']

function Row({ address, onRemove }: { address: Address; onRemove: () => void }) {
  const { t, i18n } = useTranslation()
  const queries = useQueryClient()
  const now = useNow()
  const test = useMutation({
    mutationFn: () => testAddress(address.id),
    onSuccess: () => {
      say('done', t('notifications.tested'))
      return queries.invalidateQueries({ queryKey: ['jobs', 'deliveries'] })
    },
    onError: (error) => say('failed', error.message),
  })
  const Icon = address.channel === 'email' ? Mail : Webhook
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-t px-4 py-3 first:border-t-0">
      <Icon className="size-5 shrink-0 text-muted" aria-hidden="true" />
      <div className="min-w-48 flex-1">
        <p className="font-medium [overflow-wrap:anywhere]">{address.target}</p>
        <p className="text-muted text-xs">
          {t(`notifications.channel.${address.channel}`)} · {t('notifications.since', { time: ago(address.createdAt, now, i18n.language) })}
        </p>
      </div>
      <Button busy={test.isPending} onClick={() => test.mutate()} aria-label={t('notifications.testName', { target: address.target })}>
        {!test.isPending && <Send aria-hidden="true" />}
        {t('notifications.test')}
      </Button>
      <IconButton label={t('notifications.removeName', { target: address.target })} onClick={onRemove}>
        <Trash2 />
      </IconButton>
    </li>
  )
}

/** A person's own addresses. */
export function AddressList({ addresses }: { addresses: readonly Address[] }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [doomed, setDoomed] = useState<Address>()
  const remove = useMutation({
    mutationFn: removeAddress,
    onSuccess: () => {
      say('done', t('notifications.removed'))
      setDoomed(undefined)
      void queries.invalidateQueries({ queryKey: ['jobs', 'deliveries'] })
      return queries.invalidateQueries({ queryKey: ['notifications'] })
    },
    onError: (error) => say('failed', error.message),
  })
  return (
    <>
      <ul className="panel">
        {addresses.map((address) => (
          <Row key={address.id} address={address} onRemove={() => setDoomed(address)} />
        ))}
      </ul>
      <Confirm
        title={t('notifications.removeTitle')}
        action={t('notifications.remove')}
        open={doomed !== undefined}
        busy={remove.isPending}
        onClose={() => setDoomed(undefined)}
        onConfirm={() => {
          if (doomed !== undefined) remove.mutate(doomed.id)
        }}
      >
        <span className="[overflow-wrap:anywhere]">{t('notifications.removeText', { target: doomed?.target })}</span>
      </Confirm>
    </>
  )
}
