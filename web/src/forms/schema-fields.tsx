import type { FieldErrors, RegisterOptions, UseFormRegister } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { Field } from '@/components/field'
import { type FormField, type FormValues, fieldsOf, type ParameterSchema, unreadable } from './schema'

function useRules() {
  const { t } = useTranslation()
  return (field: FormField): RegisterOptions<FormValues> => {
    const rules: RegisterOptions<FormValues> = {
      validate: (value) => {
        const problem = unreadable(field, String(value))
        return problem === undefined ? true : t(`form.${problem}`)
      },
    }
    if (field.required && field.kind !== 'switch') rules.required = t('form.required', { label: field.label })
    if (field.kind === 'text') {
      if (field.pattern !== undefined)
        rules.pattern = { value: new RegExp(field.pattern, 'u'), message: t('form.pattern', { pattern: field.pattern }) }
      if (field.minLength !== undefined)
        rules.minLength = { value: field.minLength, message: t('form.minLength', { count: field.minLength }) }
      if (field.maxLength !== undefined)
        rules.maxLength = { value: field.maxLength, message: t('form.maxLength', { count: field.maxLength }) }
    }
    if (field.kind === 'number') {
      if (field.minimum !== undefined) rules.min = { value: field.minimum, message: t('form.minimum', { value: field.minimum }) }
      if (field.maximum !== undefined) rules.max = { value: field.maximum, message: t('form.maximum', { value: field.maximum }) }
    }
    return rules
  }
}

/** The controls for a plugin's parameters. */
export function SchemaFields({
  schema,
  register,
  errors,
}: {
  schema: ParameterSchema
  register: UseFormRegister<FormValues>
  errors: FieldErrors<FormValues>
}) {
  const rules = useRules()
  return fieldsOf(schema).map((field) => {
    const bound = register(field.name, rules(field))
    if (field.kind === 'switch') {
      return (
        <label key={field.name} className="flex items-center justify-between gap-3">
          <span>
            <span className="block font-medium">{field.label}</span>
            {field.help !== undefined && <span className="block text-muted text-xs">{field.help}</span>}
          </span>
          <input type="checkbox" role="switch" className="switch" {...bound} />
        </label>
      )
    }
    return (
      <Field key={field.name} label={field.label} help={field.help} required={field.required} error={errors[field.name]?.message}>
        {(ids) => {
          switch (field.kind) {
            case 'choice':
              return (
                <select {...ids} {...bound} className="field select-field">
                  {!field.required && <option value="" />}
                  {field.choices.map((choice) => (
                    <option key={choice.value} value={choice.value}>
                      {choice.label}
                    </option>
                  ))}
                </select>
              )
            case 'number':
              return (
                <div className="flex items-center gap-2">
                  <input {...ids} {...bound} type="text" inputMode={field.integer ? 'numeric' : 'decimal'} className="field numbers" />
                  {field.unit !== undefined && <span className="text-muted">{field.unit}</span>}
                </div>
              )
            case 'list':
            case 'json':
              return <textarea {...ids} {...bound} rows={4} spellCheck={false} className="field font-script" />
            case 'text':
              return field.multiline ? (
                <textarea {...ids} {...bound} rows={4} className="field" />
              ) : (
                <input
                  {...ids}
                  {...bound}
                  type={field.input}
                  autoComplete={field.secret ? 'new-password' : 'off'}
                  spellCheck={false}
                  className="field"
                />
              )
          }
        }}
      </Field>
    )
  })
}
