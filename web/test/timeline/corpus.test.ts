// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { applyCommands, commandNames, type JsonObject, Rejected } from '../../src/timeline'

interface Case {
  name: string
  about: string
  document: string
  commands: JsonObject[]
  /** The properties of the timeline that changed; all others stay. */
  result?: JsonObject
  /** The operations that undo it. */
  inverse?: JsonObject[] | null
  errors?: Record<string, string>
}

const corpus = fileURLToPath(new URL('../../../core-bundles/editor/src/test/corpus/', import.meta.url))
const read = (file: string): unknown => JSON.parse(readFileSync(corpus + file, 'utf8'))
const documents = read('documents.json') as Record<string, JsonObject>
const groups = readdirSync(corpus)
  .filter((file) => file.endsWith('.json') && file !== 'documents.json')
  .map((file) => ({ group: file.replace('.json', ''), cases: (read(file) as { cases: Case[] }).cases }))

function documentOf(each: Case): JsonObject {
  const document = documents[each.document]
  if (document === undefined) throw new Error(`no document ${each.document}`)
  return document
}

describe.each(groups)('$group', ({ cases }) => {
  const answered = cases.filter((each) => each.errors === undefined)
  const refused = cases.filter((each) => each.errors !== undefined)

  it.each(answered)('$name: $about', (each) => {
    const document = documentOf(each)
    const applied = applyCommands(document, each.commands)
    expect(applied.timeline).toEqual({ ...document, ...each.result })
    expect(applied.inverse?.['operations'] ?? null).toEqual(each.inverse ?? null)
    if (applied.inverse !== undefined) expect(applyCommands(applied.timeline, [applied.inverse]).timeline).toEqual(document)
  })

  it.each(refused)('$name: $about', (each) => {
    const document = documentOf(each)
    const before = structuredClone(document)
    let reasons: ReadonlyMap<number, string> | undefined
    try {
      applyCommands(document, each.commands)
    } catch (error) {
      if (!(error instanceof Rejected)) throw error
      reasons = error.reasons
    }
    expect(Object.fromEntries(reasons ?? [])).toEqual(each.errors)
    expect(document).toEqual(before)
  })
})

it('has answers to every command', () => {
  const named = groups.flatMap(({ cases }) => cases).flatMap((each) => each.commands.map((command) => command['command']))
  expect(commandNames.filter((name) => !named.includes(name))).toEqual([])
})
