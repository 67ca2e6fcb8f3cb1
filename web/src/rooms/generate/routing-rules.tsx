import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '@/api/client'
import { pluginsQuery, providersQuery } from '@/api/queries'
import { Field } from '@/components/field'

type Rules = Schemas['Routing']
type Values = { [K in keyof Rules]?: Rules[K] | undefined }

const POLICIES = ['cheapest', 'fastest', 'best', 'balanced'] as const
const QUALITIES = ['draft', 'standard', 'high'] as const

/** With these values; an undefined one is taken out. */
function changed(rules: Rules, values: Values): Rules {
  const all = Object.entries({ ...rules, ...values })
  return Object.fromEntries(all.filter(([, value]) => value !== undefined)) as unknown as Rules
}

/** Plugins that offer something, and those that the rules name, by their titles. */
function useProviders(rules: Rules): { id: string; title: string }[] {
  const offers = useQuery({ ...providersQuery, refetchInterval: false })
  const plugins = useQuery(pluginsQuery)
  const titles = new Map((plugins.data ?? []).flatMap((plugin) => plugin.descriptors).map(({ id, title }) => [id, title]))
  const ids = new Set([...(offers.data ?? []).map((offer) => offer.plugin), ...(rules.allowed ?? []), ...(rules.denied ?? [])])
  return [...ids].map((id) => ({ id, title: titles.get(id) ?? id })).toSorted((a, b) => a.title.localeCompare(b.title))
}

/** The project's own rules; each change is kept at once. */
export function RulesForm({
  effective,
  busy,
  onChange,
}: {
  effective: Schemas['EffectiveRouting']
  busy: boolean
  onChange: (rules: Rules | undefined) => void
}) {
  const { t } = useTranslation()
  const { own, rules, unknown } = effective
  const change = (values: Values) => onChange(changed(rules, values))
  const providers = useProviders(rules)
  return (
    <div className="flex flex-col gap-4">
      <Field label={t('routing.policy')} help={own ? undefined : t('routing.usualHelp')}>
        {(ids) => (
          <select
            {...ids}
            className="field select-field"
            disabled={busy}
            value={own ? (rules.policy === 'pinned' ? `pinned ${rules.pinned}` : rules.policy) : ''}
            onChange={(event) => {
              const [policy = '', pinned] = event.target.value.split(' ')
              if (policy === '') onChange(undefined)
              else change({ pinned, policy: policy as Rules['policy'] })
            }}
          >
            <option value="">{t('routing.usual')}</option>
            {POLICIES.map((policy) => (
              <option key={policy} value={policy}>
                {t(`routing.policies.${policy}`)}
              </option>
            ))}
            <optgroup label={t('routing.onlyOne')}>
              {providers.map(({ id, title }) => (
                <option key={id} value={`pinned ${id}`}>
                  {t('routing.pinned', { plugin: title })}
                </option>
              ))}
              {rules.policy === 'pinned' && !providers.some(({ id }) => id === rules.pinned) && (
                <option value={`pinned ${rules.pinned}`}>{t('routing.pinned', { plugin: rules.pinned ?? '' })}</option>
              )}
            </optgroup>
          </select>
        )}
      </Field>
      <Field label={t('routing.quality')}>
        {(ids) => (
          <select
            {...ids}
            className="field select-field"
            disabled={busy}
            value={rules.quality ?? ''}
            onChange={(event) => change({ quality: event.target.value === '' ? undefined : (event.target.value as Rules['quality']) })}
          >
            <option value="">{t('routing.anyQuality')}</option>
            {QUALITIES.map((quality) => (
              <option key={quality} value={quality}>
                {t(`routing.qualities.${quality}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <MostExpensive key={JSON.stringify(rules.mostExpensive ?? null)} rules={rules} busy={busy} onChange={change} />
      <Regions key={(rules.regions ?? []).join(' ')} rules={rules} busy={busy} onChange={change} />
      <Switch
        label={t('routing.noRetention')}
        help={t('routing.noRetentionHelp')}
        busy={busy}
        checked={rules.noRetention ?? false}
        onChange={(noRetention) => change({ noRetention })}
      />
      <Switch
        label={t('routing.shopAround')}
        help={t('routing.shopAroundHelp')}
        busy={busy}
        checked={rules.shopAroundRejected ?? false}
        onChange={(shopAroundRejected) => change({ shopAroundRejected })}
      />
      {rules.policy !== 'pinned' && <Providers rules={rules} providers={providers} busy={busy} onChange={change} />}
      {unknown.length > 0 && <p className="text-warn text-xs">{t('routing.unknown', { plugins: unknown.join(', ') })}</p>}
    </div>
  )
}

interface PartProps {
  rules: Rules
  busy: boolean
  onChange: (values: Values) => void
}

function Switch({
  label,
  help,
  busy,
  checked,
  onChange,
}: {
  label: string
  help: string
  busy: boolean
  checked: boolean
  onChange: (checked: boolean) => void
}) {
  return (
    <label className="flex items-center justify-between gap-3">
      <span>
        <span className="block font-medium">{label}</span>
        <span className="block text-muted text-xs">{help}</span>
      </span>
      <input
        type="checkbox"
        role="switch"
        className="switch"
        disabled={busy}
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
    </label>
  )
}

/** The most that one answer may cost; an empty field means no bound. Kept when the field is left or Enter is pressed. */
function MostExpensive({ rules, busy, onChange }: PartProps) {
  const { t } = useTranslation()
  const now = rules.mostExpensive
  const [amount, setAmount] = useState(now?.amount ?? '')
  const currency = now?.currency ?? 'USD'
  const text = amount.trim().replace(',', '.')
  const wrong = text !== '' && !/^[0-9]{1,9}(\.[0-9]{1,6})?$/.test(text)
  const keep = (event?: FormEvent) => {
    event?.preventDefault()
    if (wrong || text === (now?.amount ?? '')) return
    onChange({ mostExpensive: text === '' ? undefined : { amount: text, currency } })
  }
  return (
    <form noValidate onSubmit={keep}>
      <Field
        label={t('routing.mostExpensive', { currency })}
        help={t('routing.mostExpensiveHelp')}
        error={wrong ? t('spending.amountWrong') : undefined}
      >
        {(ids) => (
          <input
            {...ids}
            className="field numbers"
            inputMode="decimal"
            autoComplete="off"
            placeholder={t('routing.noBound')}
            disabled={busy}
            value={amount}
            onChange={(event) => setAmount(event.target.value)}
            onBlur={() => keep()}
          />
        )}
      </Field>
    </form>
  )
}

/** Where the work may be done. */
function Regions({ rules, busy, onChange }: PartProps) {
  const { t } = useTranslation()
  const now = rules.regions ?? []
  const [text, setText] = useState(now.join(', '))
  const keep = (event?: FormEvent) => {
    event?.preventDefault()
    const regions = [...new Set(text.split(/[\s,;]+/).filter(Boolean))].toSorted()
    if (regions.join(' ') !== now.toSorted().join(' ')) onChange({ regions })
  }
  return (
    <form noValidate onSubmit={keep}>
      <Field label={t('routing.regions')} help={t('routing.regionsHelp')}>
        {(ids) => (
          <input
            {...ids}
            className="field"
            autoComplete="off"
            placeholder={t('routing.everywhere')}
            disabled={busy}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onBlur={() => keep()}
          />
        )}
      </Field>
    </form>
  )
}

/** Who may be asked: everybody but some, or some alone. */
function Providers({ rules, providers, busy, onChange }: PartProps & { providers: readonly { id: string; title: string }[] }) {
  const { t } = useTranslation()
  const only = (rules.allowed ?? []).length > 0
  const denied = new Set(rules.denied)
  const asked = new Set(providers.map(({ id }) => id).filter((id) => !denied.has(id) && (!only || rules.allowed?.includes(id) === true)))
  const allow = (ids: string[]) => onChange({ allowed: ids, denied: [] })
  const choose = (id: string, wanted: boolean) => {
    if (only) allow(wanted ? [...asked, id] : [...asked].filter((one) => one !== id))
    else onChange({ denied: wanted ? [...denied].filter((one) => one !== id) : [...denied, id] })
  }
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1.5 font-medium">{t('routing.providers')}</legend>
      {providers.map(({ id, title }) => (
        <label key={id} className="flex items-center gap-3">
          <input
            type="checkbox"
            className="size-6 accent-accent"
            checked={asked.has(id)}
            // Nobody at all would mean everybody.
            disabled={busy || (asked.size === 1 && asked.has(id))}
            onChange={(event) => choose(id, event.target.checked)}
          />
          <span className="min-w-0 [overflow-wrap:anywhere]">{title}</span>
        </label>
      ))}
      <label className="mt-1 flex items-center justify-between gap-3">
        <span>
          <span className="block font-medium">{t('routing.newcomers')}</span>
          <span className="block text-muted text-xs">{t('routing.newcomersHelp')}</span>
        </span>
        <input
          type="checkbox"
          role="switch"
          className="switch"
          disabled={busy}
          checked={!only}
          onChange={(event) => {
            if (!event.target.checked) allow([...asked])
            else onChange({ allowed: [], denied: providers.map(({ id }) => id).filter((id) => !asked.has(id)) })
          }}
        />
      </label>
    </fieldset>
  )
}
