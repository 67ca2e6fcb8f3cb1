/** JSON as the node writes it. Values are never changed in place. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject
export interface JsonObject {
  readonly [key: string]: Json
}

/** A command that makes no sense for the timeline as it is; the message is for its author, word for word the node's. */
export class Refused extends Error {}

export function text(of: JsonObject, key: string): string {
  const value = of[key]
  if (typeof value !== 'string') throw new TypeError(`${key} is no text`)
  return value
}

export function number(of: JsonObject, key: string, otherwise?: number): number {
  const value = of[key] ?? otherwise
  if (typeof value !== 'number') throw new TypeError(`${key} is no number`)
  return value
}

export function object(of: JsonObject, key: string): JsonObject {
  return asObject(of[key] ?? null)
}

export function asObject(value: Json): JsonObject {
  if (!isObject(value)) throw new TypeError('not an object')
  return value
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function objects(of: JsonObject, key: string): readonly JsonObject[] {
  const value = of[key]
  if (!Array.isArray(value)) throw new TypeError(`${key} is no list`)
  return value as readonly JsonObject[]
}

export function without(of: JsonObject, key: string): JsonObject {
  return Object.fromEntries(Object.entries(of).filter(([name]) => name !== key))
}

export function has(of: JsonObject, key: string): boolean {
  return Object.hasOwn(of, key)
}

/** Objects with that number moved by a distance, as keyframes and words are. */
export function shifted(of: readonly JsonObject[], key: string, distance: number): JsonObject[] {
  return of.map((each) => ({ ...each, [key]: number(each, key) + distance }))
}

/** Whether two values are equal as JSON; the order of properties does not count. */
export function same(one: Json, other: Json): boolean {
  if (one === other) return true
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((value, index) => same(value as Json, other[index] as Json))
  }
  if (isObject(one) && isObject(other)) {
    const keys = Object.keys(one)
    return keys.length === Object.keys(other).length && keys.every((key) => has(other, key) && same(one[key] ?? null, other[key] ?? null))
  }
  return false
}

/** A value for a message, at most 80 characters. */
export function shown(value: Json | undefined): string {
  const written = JSON.stringify(value ?? null)
  return written.length <= 80 ? written : `${written.slice(0, 79)}…`
}
