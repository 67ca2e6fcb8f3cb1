import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { ApiError, type Schemas } from '@/api/client'
import { addAccount, changeAccount } from '@/api/commands'
import { Button } from '@/components/button'
import { Dialog } from '@/components/dialog'
import { Field } from '@/components/field'
import { say } from '@/components/toasts'
import { beginWith, type FormValues, fieldsOf, type ParameterSchema, settingsOf } from '@/forms/schema'
import { SchemaFields } from '@/forms/schema-fields'
import type { Vendor } from './vendors'

type Account = Schemas['Account']

const NAME = '$name'

function AccountForm({
  vendor,
  account,
  onDone,
  onClose,
}: {
  vendor: Vendor
  account: Account | undefined
  onDone: () => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const schema = useMemo(() => vendor.descriptor.parameters as ParameterSchema, [vendor])
  const form = useForm<FormValues>({
    defaultValues: { [NAME]: account?.name ?? t('accounts.defaultName'), ...beginWith(schema, account?.settings ?? {}) },
  })
  const { errors } = form.formState

  const save = useMutation({
    mutationFn: (values: FormValues) => {
      const name = String(values[NAME]).trim()
      const settings = settingsOf(schema, values)
      return account === undefined
        ? addAccount({ plugin: vendor.plugin, name, enabled: true, settings })
        : changeAccount(account.id, { name, settings })
    },
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['accounts'] })
      void queries.invalidateQueries({ queryKey: ['providers'] })
      say('done', t(account === undefined ? 'accounts.added' : 'accounts.changed'))
      onDone()
    },
    onError: (error) => {
      const names = new Set(fieldsOf(schema).map((field) => field.name))
      const problems = error instanceof ApiError ? error.problems : []
      const placed = problems.filter((problem) => {
        const name = problem.field.replace(/^settings[./]/, '')
        if (!names.has(name)) return false
        form.setError(name, { message: problem.message })
        return true
      })
      if (placed.length === 0) form.setError('root', { message: error.message })
    },
  })

  return (
    <form noValidate className="flex flex-col gap-5" onSubmit={(event) => void form.handleSubmit((values) => save.mutate(values))(event)}>
      {vendor.descriptor.description !== '' && <p className="text-muted">{vendor.descriptor.description}</p>}
      <Field label={t('accounts.name')} help={t('accounts.nameHelp')} required error={errors[NAME]?.message}>
        {(ids) => (
          <input
            {...ids}
            {...form.register(NAME, { required: t('form.required', { label: t('accounts.name') }) })}
            maxLength={100}
            autoComplete="off"
            className="field"
          />
        )}
      </Field>
      <SchemaFields schema={schema} register={form.register} errors={errors} />
      {account !== undefined && <p className="text-muted text-xs">{t('accounts.secretStays')}</p>}
      {errors.root?.message !== undefined && (
        <p role="alert" className="rounded-md bg-danger-soft p-3 text-danger">
          {errors.root.message}
        </p>
      )}
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button type="submit" tone="primary" busy={save.isPending}>
          {t(account === undefined ? 'accounts.add' : 'accounts.save')}
        </Button>
      </div>
    </form>
  )
}

/** Adds an account at a vendor, or changes one. The form comes from the plugin's own descriptor. */
export default function AccountDialog({
  vendors,
  account,
  onClose,
}: {
  vendors: readonly Vendor[]
  account: Account | undefined
  onClose: () => void
}) {
  const { t } = useTranslation()
  const [picked, setPicked] = useState('')
  const plugin = account?.plugin ?? (picked === '' ? (vendors[0]?.plugin ?? '') : picked)
  const vendor = vendors.find((one) => one.plugin === plugin)
  return (
    <Dialog title={t(account === undefined ? 'accounts.addTitle' : 'accounts.changeTitle', { name: account?.name })} open onClose={onClose}>
      {account === undefined && vendors.length > 0 && (
        <div className="mb-5">
          <Field label={t('accounts.vendor')}>
            {(ids) => (
              <select {...ids} className="field select-field" value={plugin} onChange={(event) => setPicked(event.target.value)}>
                {vendors.map((one) => (
                  <option key={one.plugin} value={one.plugin}>
                    {one.descriptor.title}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
      )}
      {vendor === undefined ? (
        <p className="text-muted">{t(account === undefined ? 'accounts.noVendors' : 'accounts.vendorAway', { plugin })}</p>
      ) : (
        <AccountForm key={plugin} vendor={vendor} account={account} onDone={onClose} onClose={onClose} />
      )}
    </Dialog>
  )
}
