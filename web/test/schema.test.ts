import { describe, expect, it } from 'vitest'
import { beginWith, fieldsOf, type ParameterSchema, settingsOf, unreadable } from '@/forms/schema'

const schema: ParameterSchema = {
  type: 'object',
  required: ['apiKey', 'tier'],
  properties: {
    baseUrl: { type: 'string', format: 'uri', default: 'https://vendor.example/v1' },
    apiKey: { type: 'string', writeOnly: true, minLength: 8, pattern: '^sk-' },
    tier: { enum: [1, 2] },
    region: { oneOf: [{ const: 'eu', title: 'Europe' }, { const: 'us' }] },
    requestsPerMinute: { type: 'integer', minimum: 1, maximum: 600, 'x-unit': '1/min' },
    temperature: { type: ['number', 'null'], multipleOf: 0.1 },
    store: { type: 'boolean', default: true },
    models: { type: 'array', items: { type: 'string' } },
    extra: { type: 'object' },
    note: { type: 'string', 'x-widget': 'textarea' },
    version: { const: 3 },
    since: { type: 'string', readOnly: true },
  },
}

function field(name: string) {
  const found = fieldsOf(schema).find((one) => one.name === name)
  if (found === undefined) throw new Error(`no field ${name}`)
  return found
}

describe('fields of a descriptor', () => {
  it('puts what must be given first and leaves out what cannot be changed', () => {
    const names = fieldsOf(schema).map((one) => one.name)
    expect(names.slice(0, 2)).toEqual(['apiKey', 'tier'])
    expect(names).not.toContain('version')
    expect(names).not.toContain('since')
  })

  it('draws each kind of parameter with its own control', () => {
    expect(Object.fromEntries(fieldsOf(schema).map((one) => [one.name, one.kind]))).toEqual({
      apiKey: 'text',
      tier: 'choice',
      baseUrl: 'text',
      region: 'choice',
      requestsPerMinute: 'number',
      temperature: 'number',
      store: 'switch',
      models: 'list',
      extra: 'json',
      note: 'text',
    })
  })

  it('hides secrets and keeps their rules', () => {
    expect(field('apiKey')).toMatchObject({ secret: true, input: 'password', required: true, minLength: 8, pattern: '^sk-' })
    expect(field('baseUrl')).toMatchObject({ secret: false, input: 'url', label: 'Base url' })
    expect(field('note')).toMatchObject({ multiline: true })
  })

  it('knows ranges, steps and units of numbers', () => {
    expect(field('requestsPerMinute')).toMatchObject({
      integer: true,
      minimum: 1,
      maximum: 600,
      step: 1,
      unit: '1/min',
      label: 'Requests per minute',
    })
    expect(field('temperature')).toMatchObject({ integer: false, step: 0.1 })
  })

  it('names choices by their titles', () => {
    expect(field('region')).toMatchObject({
      choices: [
        { value: 'eu', label: 'Europe' },
        { value: 'us', label: 'us' },
      ],
    })
  })

  it('begins with the settings there are, else with the defaults', () => {
    const values = beginWith(schema, { models: ['a', 'b'], tier: 2, extra: { deep: 1 } })
    expect(values).toMatchObject({ models: 'a\nb', tier: '2', store: true, baseUrl: 'https://vendor.example/v1', apiKey: '' })
    expect(JSON.parse(String(values['extra']))).toEqual({ deep: 1 })
  })

  it('gives back values of the types that the schema asks for, without what was left empty', () => {
    const settings = settingsOf(schema, {
      apiKey: '  sk-12345678\n',
      tier: '2',
      region: 'eu',
      requestsPerMinute: '60',
      temperature: '',
      store: false,
      models: ' a \n\n b',
      extra: '{"deep": 1}',
      note: '  ',
    })
    expect(settings).toEqual({
      apiKey: 'sk-12345678',
      tier: 2,
      region: 'eu',
      requestsPerMinute: 60,
      store: false,
      models: ['a', 'b'],
      extra: { deep: 1 },
    })
  })

  it.each([
    ['requestsPerMinute', 'many', 'number'],
    ['requestsPerMinute', '1.5', 'integer'],
    ['temperature', '1.5', undefined],
    ['extra', '{', 'json'],
    ['extra', '', undefined],
  ])('says why %s cannot be %j', (name, text, problem) => expect(unreadable(field(name), text)).toBe(problem))
})
