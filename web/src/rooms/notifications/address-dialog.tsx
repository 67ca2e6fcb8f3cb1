import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '@/api/client'
import { addAddress } from '@/api/commands'
import { Button } from '@/components/button'
import { Dialog } from '@/components/dialog'
import { Field } from '@/components/field'
import { Segments } from '@/components/segments'
import { say } from '@/components/toasts'

type Channel = Schemas['NewNotificationAddress']['channel']

/** What a webhook is signed with: shown this once. */
function Secret({ secret, onClose }: { secret: string; onClose: () => void }) {
  const { t } = useTranslation()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(secret)
      setCopied(true)
    } catch {
      say('failed', t('notifications.notCopied'))
    }
  }
  return (
    <div className="flex flex-col gap-4">
      <p>{t('notifications.secretText')}</p>
      <Field label={t('notifications.secret')}>
        {(ids) => <input {...ids} readOnly className="field font-script" value={secret} onFocus={(event) => event.target.select()} />}
      </Field>
      <div className="flex justify-end gap-2">
        <Button onClick={() => void copy()}>
          {copied ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
          {t(copied ? 'notifications.copied' : 'notifications.copy')}
        </Button>
        <Button tone="primary" onClick={onClose}>
          {t('notifications.kept')}
        </Button>
      </div>
    </div>
  )
}

/** Adds an address of one's own. */
export default function AddressDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [channel, setChannel] = useState<Channel>('email')
  const [target, setTarget] = useState('')
  const [missing, setMissing] = useState(false)
  const add = useMutation({
    mutationFn: addAddress,
    onSuccess: (address) => {
      void queries.invalidateQueries({ queryKey: ['notifications'] })
      say('done', t('notifications.added'))
      if (address.signingSecret === undefined) onClose()
    },
  })
  const secret = add.data?.signingSecret
  if (secret !== undefined) {
    return (
      <Dialog title={t('notifications.secretTitle')} open onClose={onClose}>
        <Secret secret={secret} onClose={onClose} />
      </Dialog>
    )
  }
  const error = missing ? t('form.required', { label: t(`notifications.target.${channel}`) }) : add.error?.message
  return (
    <Dialog title={t('notifications.addTitle')} open onClose={onClose}>
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          const wanted = target.trim()
          setMissing(wanted.length < 3)
          if (wanted.length >= 3) add.mutate({ channel, target: wanted })
        }}
      >
        <Segments
          legend={t('notifications.how')}
          name="channel"
          value={channel}
          options={(['email', 'webhook'] as const).map((value) => ({ value, label: t(`notifications.channel.${value}`) }))}
          onChange={(value) => {
            setChannel(value)
            setMissing(false)
            add.reset()
          }}
        />
        <Field label={t(`notifications.target.${channel}`)} help={t(`notifications.help.${channel}`)} required error={error}>
          {(ids) => (
            <input
              {...ids}
              type={channel === 'email' ? 'email' : 'url'}
              className="field"
              autoComplete={channel === 'email' ? 'email' : 'off'}
              placeholder={t(`notifications.example.${channel}`)}
              maxLength={2000}
              value={target}
              onChange={(event) => setTarget(event.target.value)}
            />
          )}
        </Field>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" tone="primary" busy={add.isPending}>
            {t('notifications.addShort')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
