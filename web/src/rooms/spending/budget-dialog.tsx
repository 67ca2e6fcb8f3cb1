import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '@/api/client'
import { limitSpending } from '@/api/commands'
import { Button } from '@/components/button'
import { Dialog } from '@/components/dialog'
import { Field } from '@/components/field'
import { say } from '@/components/toasts'
import { AmountFields } from './amount-fields'
import { readAmount } from './money'
import { type Choice, useNames, useScopeWords } from './names'

type Budget = Schemas['Budget']
type Limit = Schemas['BudgetLimit']

const PERIODS = ['month', 'day', 'total'] as const

function Pick({
  label,
  help,
  any,
  value,
  choices,
  disabled = false,
  onChange,
}: {
  label: string
  help?: string
  any: string
  value: string
  choices: readonly Choice[]
  disabled?: boolean
  onChange: (value: string) => void
}) {
  return (
    <Field label={label} help={help}>
      {(ids) => (
        <select
          {...ids}
          className="field select-field"
          value={value}
          disabled={disabled}
          onChange={(event) => onChange(event.target.value)}
        >
          <option value="">{any}</option>
          {choices.map((choice) => (
            <option key={choice.id} value={choice.id}>
              {choice.title}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

/** Sets a cap, or changes the limit of one: what it is about stays. */
export default function BudgetDialog({ budget, onClose }: { budget: Budget | undefined; onClose: () => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const names = useNames()
  const words = useScopeWords()
  const [projectId, setProject] = useState(budget?.projectId ?? '')
  const [personId, setPerson] = useState(budget?.personId ?? '')
  const [plugin, setPlugin] = useState(budget?.plugin ?? '')
  const [account, setAccount] = useState(budget?.account ?? '')
  const [period, setPeriod] = useState<Limit['period']>(budget?.period ?? 'month')
  const [amount, setAmount] = useState(budget === undefined ? '' : budget.limit.amount)
  const [currency, setCurrency] = useState(budget?.limit.currency ?? 'USD')
  const [wrong, setWrong] = useState<string>()
  const save = useMutation({
    mutationFn: (limit: Limit) => limitSpending(limit),
    onSuccess: () => {
      say('done', t(budget === undefined ? 'spending.added' : 'spending.changed'))
      void queries.invalidateQueries({ queryKey: ['budgets'] })
      onClose()
    },
  })
  const submit = () => {
    const read = readAmount(amount)
    setWrong(read === undefined ? t('spending.amountWrong') : undefined)
    if (read === undefined) return
    save.mutate({
      period,
      limit: { amount: read, currency },
      ...(projectId === '' ? {} : { projectId }),
      ...(personId === '' ? {} : { personId }),
      ...(plugin === '' ? {} : { plugin }),
      ...(account === '' ? {} : { account }),
    })
  }
  return (
    <Dialog title={t(budget === undefined ? 'spending.addTitle' : 'spending.changeTitle')} open onClose={onClose}>
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        {budget === undefined ? (
          <>
            <p className="text-muted">{t('spending.scopeHelp')}</p>
            <div className="grid gap-4 sm:grid-cols-2">
              <Pick
                label={t('spending.by.project')}
                any={t('spending.any.project')}
                value={projectId}
                choices={names.projects}
                onChange={setProject}
              />
              <Pick
                label={t('spending.startedBy')}
                any={t('spending.any.person')}
                value={personId}
                choices={names.people}
                onChange={setPerson}
              />
              <Pick
                label={t('spending.by.provider')}
                any={t('spending.any.provider')}
                value={plugin}
                choices={names.plugins}
                onChange={(value) => {
                  setPlugin(value)
                  setAccount('')
                }}
              />
              <Pick
                label={t('spending.by.account')}
                any={t('spending.any.account')}
                value={account}
                choices={names.accountsOf(plugin).map((id) => ({ id, title: id }))}
                disabled={plugin === ''}
                onChange={setAccount}
              />
            </div>
            <Field label={t('spending.periodLabel')} help={t('spending.periodHelp')}>
              {(ids) => (
                <select
                  {...ids}
                  className="field select-field"
                  value={period}
                  onChange={(event) => setPeriod(event.target.value as Limit['period'])}
                >
                  {PERIODS.map((one) => (
                    <option key={one} value={one}>
                      {t(`spending.period.${one}`)}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          </>
        ) : (
          <p>
            <span className="font-medium">{words(budget)}</span>{' '}
            <span className="text-muted">{t(`spending.period.${budget.period}`)}</span>
          </p>
        )}
        <AmountFields
          label={t('spending.limit')}
          help={t('spending.limitHelp')}
          error={wrong}
          amount={amount}
          currency={currency}
          fixedCurrency={budget !== undefined}
          onAmount={setAmount}
          onCurrency={setCurrency}
        />
        {save.isError && (
          <p role="alert" className="rounded-md bg-danger-soft p-3 text-danger">
            {save.error.message}
          </p>
        )}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" tone="primary" busy={save.isPending}>
            {t(budget === undefined ? 'spending.set' : 'spending.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
