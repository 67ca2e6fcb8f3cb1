import { useTranslation } from 'react-i18next'
import { Field } from '@/components/field'

const CURRENCIES = ['USD', 'EUR', 'GBP', 'CHF', 'JPY', 'CNY', 'INR']

/** A sum of money: how much, and of what. */
export function AmountFields({
  label,
  help,
  error,
  amount,
  currency,
  fixedCurrency = false,
  onAmount,
  onCurrency,
}: {
  label: string
  help?: string
  error?: string | undefined
  amount: string
  currency: string
  /** Where only one currency can be meant. */
  fixedCurrency?: boolean
  onAmount: (amount: string) => void
  onCurrency?: (currency: string) => void
}) {
  const { t } = useTranslation()
  const all = CURRENCIES.includes(currency) ? CURRENCIES : [currency, ...CURRENCIES]
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_110px] gap-3">
      <Field label={label} help={help} error={error} required>
        {(ids) => (
          <input
            {...ids}
            className="field numbers"
            inputMode="decimal"
            autoComplete="off"
            value={amount}
            onChange={(event) => onAmount(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('spending.currency')}>
        {(ids) => (
          <select
            {...ids}
            className="field select-field"
            value={currency}
            disabled={fixedCurrency}
            onChange={(event) => onCurrency?.(event.target.value)}
          >
            {all.map((code) => (
              <option key={code} value={code}>
                {code}
              </option>
            ))}
          </select>
        )}
      </Field>
    </div>
  )
}
