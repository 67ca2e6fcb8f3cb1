import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ArrowDown, ArrowUp, CircleAlert, CircleCheck, Pencil, Stethoscope, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '@/api/client'
import { changeAccount, orderAccounts, removeAccount, testAccount } from '@/api/commands'
import { Button, IconButton } from '@/components/button'
import { Confirm } from '@/components/confirm'
import { say } from '@/components/toasts'
import type { Vendor } from './vendors'

type Account = Schemas['Account']

function Row({
  account,
  title,
  first,
  last,
  onMove,
  onChange,
  onRemove,
}: {
  account: Account
  title: string
  first: boolean
  last: boolean
  onMove: (by: -1 | 1) => void
  onChange: () => void
  onRemove: () => void
}) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const test = useMutation({ mutationFn: () => testAccount(account.id) })
  const enable = useMutation({
    mutationFn: (enabled: boolean) => changeAccount(account.id, { enabled }),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ['accounts'] })
      void queries.invalidateQueries({ queryKey: ['providers'] })
    },
    onError: (error) => say('failed', error.message),
  })
  const enabled = enable.isPending ? enable.variables : account.enabled
  const good = test.data?.state === 'up'
  return (
    <li className="border-line border-t px-4 py-3 first:border-t-0">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="flex gap-0.5">
          <IconButton label={t('accounts.up', { name: account.name })} disabled={first} onClick={() => onMove(-1)}>
            <ArrowUp />
          </IconButton>
          <IconButton label={t('accounts.down', { name: account.name })} disabled={last} onClick={() => onMove(1)}>
            <ArrowDown />
          </IconButton>
        </div>
        <div className="min-w-40 flex-1">
          <p className={`truncate font-medium ${enabled ? '' : 'text-muted line-through'}`}>{account.name}</p>
          <p className="truncate text-muted text-xs">{title}</p>
        </div>
        <Button busy={test.isPending} onClick={() => test.mutate()}>
          {!test.isPending && <Stethoscope aria-hidden="true" />}
          {t('accounts.test')}
        </Button>
        <input
          type="checkbox"
          role="switch"
          className="switch"
          aria-label={t('accounts.enabled', { name: account.name })}
          checked={enabled}
          onChange={(event) => enable.mutate(event.target.checked)}
        />
        <div className="flex gap-0.5">
          <IconButton label={t('accounts.changeName', { name: account.name })} onClick={onChange}>
            <Pencil />
          </IconButton>
          <IconButton label={t('accounts.removeName', { name: account.name })} onClick={onRemove}>
            <Trash2 />
          </IconButton>
        </div>
      </div>
      <div role="status">
        {test.data !== undefined && (
          <p className={`mt-2 flex items-center gap-2 ${good ? 'text-accent' : 'text-warn'}`}>
            {good ? (
              <CircleCheck className="size-4 shrink-0" aria-hidden="true" />
            ) : (
              <CircleAlert className="size-4 shrink-0" aria-hidden="true" />
            )}
            {t(`accounts.health.${test.data.state}`)}
            {test.data.message !== '' && `: ${test.data.message}`}
          </p>
        )}
        {test.isError && <p className="mt-2 text-danger">{test.error.message}</p>}
      </div>
    </li>
  )
}

/** The accounts in order of preference. */
export function AccountList({
  accounts,
  vendors,
  onChange,
}: {
  accounts: readonly Account[]
  vendors: readonly Vendor[]
  onChange: (account: Account) => void
}) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [doomed, setDoomed] = useState<Account>()
  const order = useMutation({
    mutationFn: orderAccounts,
    onSuccess: (ordered) => queries.setQueryData(['accounts'], ordered),
    onError: (error) => say('failed', error.message),
  })
  const remove = useMutation({
    mutationFn: removeAccount,
    onSuccess: () => {
      say('done', t('accounts.removed', { name: doomed?.name }))
      setDoomed(undefined)
      void queries.invalidateQueries({ queryKey: ['providers'] })
      return queries.invalidateQueries({ queryKey: ['accounts'] })
    },
    onError: (error) => say('failed', error.message),
  })
  const move = (index: number, by: -1 | 1) => {
    const ids = accounts.map((account) => account.id)
    const [id] = ids.splice(index, 1)
    if (id === undefined) return
    ids.splice(index + by, 0, id)
    order.mutate(ids)
  }
  return (
    <>
      <ol className="panel">
        {accounts.map((account, index) => (
          <Row
            key={account.id}
            account={account}
            title={vendors.find((vendor) => vendor.plugin === account.plugin)?.descriptor.title ?? account.plugin}
            first={index === 0}
            last={index === accounts.length - 1}
            onMove={(by) => move(index, by)}
            onChange={() => onChange(account)}
            onRemove={() => setDoomed(account)}
          />
        ))}
      </ol>
      <Confirm
        title={t('accounts.removeTitle', { name: doomed?.name })}
        action={t('accounts.remove')}
        open={doomed !== undefined}
        busy={remove.isPending}
        onClose={() => setDoomed(undefined)}
        onConfirm={() => {
          if (doomed !== undefined) remove.mutate(doomed.id)
        }}
      >
        {t('accounts.removeText')}
      </Confirm>
    </>
  )
}
