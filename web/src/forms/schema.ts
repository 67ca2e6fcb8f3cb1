/**
 * What the studio draws of a descriptor's parameters (JSON Schema 2020-12): an object of strings, numbers, switches, choices and lists of
 * words. Anything else is edited as JSON, so that no parameter of a plugin is out of reach.
 */
export interface ParameterSchema {
  type?: string | string[]
  title?: string
  description?: string
  default?: unknown
  const?: unknown
  enum?: unknown[]
  oneOf?: { const?: unknown; title?: string }[]
  format?: string
  pattern?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  exclusiveMinimum?: number
  exclusiveMaximum?: number
  multipleOf?: number
  writeOnly?: boolean
  readOnly?: boolean
  items?: ParameterSchema
  properties?: Record<string, ParameterSchema>
  required?: string[]
  'x-unit'?: string
  'x-widget'?: string
}

interface Common {
  name: string
  label: string
  help: string | undefined
  required: boolean
}

export type FormField =
  | (Common & {
      kind: 'text'
      input: 'text' | 'url' | 'email'
      multiline: boolean
      secret: false
      pattern?: string
      minLength?: number
      maxLength?: number
    })
  | (Common & { kind: 'text'; input: 'password'; multiline: false; secret: true; pattern?: string; minLength?: number; maxLength?: number })
  | (Common & { kind: 'number'; integer: boolean; unit: string | undefined; minimum?: number; maximum?: number; step?: number })
  | (Common & { kind: 'switch' })
  | (Common & { kind: 'choice'; choices: { value: string; label: string }[] })
  | (Common & { kind: 'list' })
  | (Common & { kind: 'json' })

/** What the form holds while it is filled in: text for everything but switches. */
export type FormValues = Record<string, string | boolean>

/** `apiKey` and `api_key` are "Api key". */
function words(name: string): string {
  const apart = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .toLowerCase()
    .trim()
  return apart.charAt(0).toUpperCase() + apart.slice(1)
}

function typeOf(schema: ParameterSchema): string {
  const types = Array.isArray(schema.type) ? schema.type : [schema.type ?? '']
  return types.find((type) => type !== 'null') ?? ''
}

function choicesOf(schema: ParameterSchema): { value: string; label: string }[] | undefined {
  if (schema.enum !== undefined) return schema.enum.map((value) => ({ value: String(value), label: words(String(value)) }))
  if (schema.oneOf?.every((one) => one.const !== undefined) === true) {
    return schema.oneOf.map((one) => ({ value: String(one.const), label: one.title ?? String(one.const) }))
  }
  return undefined
}

function defined<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}

function fieldOf(name: string, schema: ParameterSchema, required: boolean): FormField {
  const common: Common = { name, label: schema.title ?? words(name), help: schema.description, required }
  const choices = choicesOf(schema)
  if (choices !== undefined) return { ...common, kind: 'choice', choices }
  const lengths = defined({ pattern: schema.pattern, minLength: schema.minLength, maxLength: schema.maxLength })
  switch (typeOf(schema)) {
    case 'boolean':
      return { ...common, kind: 'switch' }
    case 'integer':
    case 'number': {
      const integer = typeOf(schema) === 'integer'
      const range = defined({
        minimum: schema.minimum ?? schema.exclusiveMinimum,
        maximum: schema.maximum ?? schema.exclusiveMaximum,
        step: schema.multipleOf ?? (integer ? 1 : undefined),
      })
      return { ...common, kind: 'number', integer, unit: schema['x-unit'], ...range }
    }
    case 'array':
      return typeOf(schema.items ?? {}) === 'string' ? { ...common, kind: 'list' } : { ...common, kind: 'json' }
    case 'string': {
      if (schema.writeOnly === true || schema.format === 'password') {
        return { ...common, kind: 'text', input: 'password', multiline: false, secret: true, ...lengths }
      }
      const input = schema.format === 'uri' ? 'url' : schema.format === 'email' ? 'email' : 'text'
      return { ...common, kind: 'text', input, multiline: schema['x-widget'] === 'textarea', secret: false, ...lengths }
    }
    default:
      return { ...common, kind: 'json' }
  }
}

/** The fields of a form, in the schema's order; what must be given comes first, what can only be read is left out. */
export function fieldsOf(schema: ParameterSchema): FormField[] {
  const required = new Set(schema.required)
  return Object.entries(schema.properties ?? {})
    .filter(([, property]) => property.readOnly !== true && property.const === undefined)
    .map(([name, property]) => fieldOf(name, property, required.has(name)))
    .toSorted((a, b) => Number(b.required) - Number(a.required))
}

function shown(field: FormField, value: unknown): string | boolean {
  if (field.kind === 'switch') return value === true
  if (value === undefined || value === null) return ''
  if (field.kind === 'list') return Array.isArray(value) ? value.join('\n') : ''
  if (field.kind === 'json') return JSON.stringify(value, null, 2)
  return String(value)
}

/** What the form begins with: the settings there are, else the schema's defaults. */
export function beginWith(schema: ParameterSchema, settings: Record<string, unknown>): FormValues {
  return Object.fromEntries(
    fieldsOf(schema).map((field) => [field.name, shown(field, settings[field.name] ?? schema.properties?.[field.name]?.default)]),
  )
}

function settled(field: FormField, value: string | boolean | undefined, schema: ParameterSchema | undefined): unknown {
  if (field.kind === 'switch') return value === true
  const text = typeof value === 'string' ? value : ''
  if (text.trim() === '') return undefined
  switch (field.kind) {
    case 'number':
      return Number(text)
    case 'list':
      return text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
    case 'json':
      return JSON.parse(text)
    case 'choice':
      // A choice may be a number: the schema's own value counts, not its text.
      return [...(schema?.enum ?? []), ...(schema?.oneOf ?? []).map((one) => one.const)].find((one) => String(one) === text)
    default:
      // Secrets are pasted, often with a line end.
      return field.secret ? text.trim() : text
  }
}

/** The settings a filled form means; what was left empty is left out. */
export function settingsOf(schema: ParameterSchema, values: FormValues): Record<string, unknown> {
  const settings: Record<string, unknown> = {}
  for (const field of fieldsOf(schema)) {
    const value = settled(field, values[field.name], schema.properties?.[field.name])
    if (value !== undefined) settings[field.name] = value
  }
  return settings
}

/** Why a number or a JSON text cannot be meant; undefined when it can. Lengths, patterns and ranges are checked by the form itself. */
export function unreadable(field: FormField, text: string): 'number' | 'integer' | 'json' | undefined {
  if (text.trim() === '') return undefined
  if (field.kind === 'number') {
    const number = Number(text)
    if (!Number.isFinite(number)) return 'number'
    return field.integer && !Number.isInteger(number) ? 'integer' : undefined
  }
  if (field.kind === 'json') {
    try {
      JSON.parse(text)
    } catch {
      return 'json'
    }
  }
  return undefined
}
