import file from '../../../core-bundles/editor/src/main/resources/dev/evergreen/editor/commands.schema.json'
import { asObject, has, isObject, type Json, type JsonObject, object, objects, Refused, shown, text } from './json'

/**
 * The commands' JSON Schema, which the node reads too, and the part of JSON Schema 2020-12 that it uses: type, properties, required,
 * additionalProperties, enum, const, ranges, lengths, pattern, items, anyOf with null, $ref into $defs, oneOf with a discriminator.
 */
const schema = file as unknown as JsonObject
const definitions = object(schema, '$defs')
const commands = new Map(
  objects(schema, 'oneOf')
    .map((command) => [text(object(object(command, 'properties'), 'command'), 'const'), command] as const)
    .toSorted(([one], [other]) => (one < other ? -1 : 1)),
)

export const commandNames: readonly string[] = [...commands.keys()]

/** @throws Refused naming the field that does not fit */
export function checkCommand(command: JsonObject): void {
  const name = command['command']
  const found = typeof name === 'string' ? commands.get(name) : undefined
  if (found === undefined) throw new Refused(`There is no command ${shown(name)}; choose one of ${commandNames.join(', ')}.`)
  check(found, String(name), command)
}

/** Holds a value against one of the definitions. */
export function checkShape(definition: string, place: string, value: Json): void {
  check(object(definitions, definition), place, value)
}

function check(given: JsonObject, place: string, value: Json): void {
  const reference = given['$ref']
  const rule = typeof reference === 'string' ? object(definitions, reference.slice('#/$defs/'.length)) : given
  if (has(rule, 'anyOf')) {
    if (value !== null) check(asObject(objects(rule, 'anyOf')[0] ?? null), place, value)
    return
  }
  if (has(rule, 'oneOf')) {
    check(variant(rule, place, value), place, value)
    return
  }
  if (has(rule, 'const') && rule['const'] !== value) throw wrong(place, `must be ${String(rule['const'])}`, value)
  switch (rule['type']) {
    case 'object':
      checkObject(rule, place, value)
      break
    case 'array':
      checkList(rule, place, value)
      break
    case 'string':
      checkText(rule, place, value)
      break
    case 'boolean':
      if (typeof value !== 'boolean') throw wrong(place, 'must be true or false', value)
      break
    case 'integer':
    case 'number':
      checkNumber(rule, place, value)
      break
    default:
  }
}

function variant(rule: JsonObject, place: string, value: Json): JsonObject {
  const property = text(object(rule, 'discriminator'), 'propertyName')
  if (!isObject(value)) throw wrong(place, 'must be an object', value)
  const known: string[] = []
  for (const each of objects(rule, 'oneOf')) {
    const name = text(object(object(each, 'properties'), property), 'const')
    if (name === value[property]) return each
    known.push(name)
  }
  throw wrong(`${place}.${property}`, `must be one of ${known.join(', ')}`, value[property] ?? null)
}

function checkObject(rule: JsonObject, place: string, value: Json): void {
  if (!isObject(value)) throw wrong(place, 'must be an object', value)
  const properties = has(rule, 'properties') ? object(rule, 'properties') : {}
  const fields = Object.keys(properties).join(', ')
  const rest = rule['additionalProperties']
  for (const [name, field] of Object.entries(value)) {
    const at = `${place}.${name}`
    if (has(properties, name)) check(object(properties, name), at, field)
    else if (isObject(rest)) check(rest, at, field)
    else if (rest === false) throw new Refused(`${place} has no field ${name}; its fields are ${fields}.`)
  }
  for (const name of (rule['required'] ?? []) as readonly string[]) {
    if (!has(value, name)) throw new Refused(`${place} lacks the field ${name}; its fields are ${fields}.`)
  }
}

function checkList(rule: JsonObject, place: string, value: Json): void {
  if (!Array.isArray(value)) throw wrong(place, 'must be a list', value)
  const least = Number(rule['minItems'] ?? 0)
  const most = Number(rule['maxItems'] ?? 2 ** 31 - 1)
  if (value.length < least || value.length > most)
    throw new Refused(`${place} must have ${least} to ${most} entries, but has ${value.length}.`)
  value.forEach((entry: Json, index) => check(object(rule, 'items'), `${place}[${index}]`, entry))
}

function checkText(rule: JsonObject, place: string, value: Json): void {
  if (typeof value !== 'string') throw wrong(place, 'must be a text', value)
  const choices = rule['enum']
  if (Array.isArray(choices) && !choices.includes(value)) throw wrong(place, `must be one of ${choices.join(', ')}`, value)
  const least = Number(rule['minLength'] ?? 0)
  const most = Number(rule['maxLength'] ?? 2 ** 31 - 1)
  if (value.length < least || value.length > most)
    throw new Refused(`${place} must have ${least} to ${most} characters, but has ${value.length}.`)
  const pattern = rule['pattern']
  if (typeof pattern === 'string' && !new RegExp(pattern, 'u').test(value)) throw wrong(place, `must match ${pattern}`, value)
}

function checkNumber(rule: JsonObject, place: string, value: Json): void {
  const whole = rule['type'] === 'integer'
  const least = rule['minimum']
  const most = rule['maximum']
  const fits =
    typeof value === 'number' &&
    Number.isFinite(value) &&
    (!whole || Number.isInteger(value)) &&
    (typeof least !== 'number' || value >= least) &&
    (typeof most !== 'number' || value <= most)
  if (!fits) {
    const range = typeof least === 'number' ? ` from ${shown(least)} to ${shown(most)}` : ''
    throw wrong(place, `must be a ${whole ? 'whole number' : 'number'}${range}`, value)
  }
}

function wrong(place: string, rule: string, value: Json): Refused {
  return new Refused(`${place} ${rule}, but is ${shown(value)}.`)
}
