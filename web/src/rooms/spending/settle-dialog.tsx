import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '@/api/client'
import { reconcileCall } from '@/api/commands'
import { Button } from '@/components/button'
import { Dialog } from '@/components/dialog'
import { Field } from '@/components/field'
import { say } from '@/components/toasts'
import { AmountFields } from './amount-fields'
import { readAmount } from './money'
import { forgetCall } from './unknown-calls'

/** Ends a call by what the vendor's bill says. */
export default function SettleDialog({ call, onClose }: { call: Schemas['Call']; onClose: () => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [bought, setBought] = useState<boolean>()
  const [amount, setAmount] = useState(call.reserved.amount)
  const [note, setNote] = useState('')
  const [wrong, setWrong] = useState<string>()
  const settle = useMutation({
    mutationFn: (verdict: Schemas['Reconciliation']) => reconcileCall(call.id, verdict),
    onSuccess: () => {
      say('done', t('spending.unknown.settled'))
      forgetCall(queries)
      onClose()
    },
  })
  const submit = () => {
    const read = readAmount(amount)
    setWrong(bought === true && read === undefined ? t('spending.amountWrong') : undefined)
    if (bought === undefined || (bought && read === undefined)) return
    const about = note.trim() === '' ? {} : { note: note.trim() }
    const charge = bought && read !== undefined ? { charge: { amount: read, currency: call.reserved.currency } } : {}
    settle.mutate({ bought, ...charge, ...about })
  }
  return (
    <Dialog title={t('spending.unknown.settleTitle')} open onClose={onClose}>
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <p className="text-muted">{t('spending.unknown.settleText')}</p>
        <p className="rounded-md bg-hover p-3 font-script text-xs [overflow-wrap:anywhere]">{call.id}</p>
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-1.5 font-medium">{t('spending.unknown.verdict')}</legend>
          {[false, true].map((value) => (
            <label key={String(value)} className="flex items-center gap-3">
              <input
                type="radio"
                name="verdict"
                className="size-6 accent-accent"
                checked={bought === value}
                onChange={() => setBought(value)}
              />
              {t(value ? 'spending.unknown.bought' : 'spending.unknown.notBought')}
            </label>
          ))}
        </fieldset>
        {bought === true && (
          <AmountFields
            label={t('spending.unknown.charge')}
            help={t('spending.unknown.chargeHelp', { amount: call.reserved.text })}
            error={wrong}
            amount={amount}
            currency={call.reserved.currency}
            fixedCurrency
            onAmount={setAmount}
          />
        )}
        <Field label={t('spending.unknown.note')} help={t('spending.unknown.noteHelp')}>
          {(ids) => <input {...ids} className="field" maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />}
        </Field>
        {settle.isError && (
          <p role="alert" className="rounded-md bg-danger-soft p-3 text-danger">
            {settle.error.message}
          </p>
        )}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" tone="primary" disabled={bought === undefined} busy={settle.isPending}>
            {t('spending.unknown.settle')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
