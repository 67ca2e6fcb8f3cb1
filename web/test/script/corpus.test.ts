// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { type ParsedScript, parseScript, parseScriptFile, ScriptError, type ScriptScene } from '../../src/script'

interface Case {
  name: string
  about: string
  file: string
  input?: string
  bytes?: string
  expected?: unknown
  error?: { kind: string; line: number; column: number }
}

const corpus = fileURLToPath(new URL('../../../core-bundles/scripting/src/test/corpus/', import.meta.url))
const groups = readdirSync(corpus)
  .filter((file) => file.endsWith('.json'))
  .map((file) => ({ group: file.replace('.json', ''), cases: JSON.parse(readFileSync(corpus + file, 'utf8')) as Case[] }))

const isReadHere = (each: Case): boolean => !each.file.endsWith('.fdx')

describe.each(groups)('$group', ({ cases }) => {
  const here = cases.filter(isReadHere)

  it.each(here.filter((each) => each.expected !== undefined))('$name: $about', (each) => {
    expect(view(read(each))).toEqual(each.expected)
  })

  it.each(here.filter((each) => each.error !== undefined))('$name: $about', (each) => {
    const refused = refusal(each)
    expect({ kind: refused.kind, line: refused.line, column: refused.column }).toEqual(each.error)
    expect(refused.message).toMatch(/: .*\.$/s)
  })

  it.each(cases.filter((each) => !isReadHere(each)))('$name is left to the server', (each) => {
    expect(refusal(each).kind).toBe('ON_SERVER')
  })
})

it('covers what the server covers', () => {
  expect(groups.flatMap(({ cases }) => cases).length).toBeGreaterThanOrEqual(100)
})

function read(each: Case): ParsedScript {
  return each.bytes === undefined
    ? parseScript(each.input ?? '', each.file)
    : parseScriptFile(Uint8Array.from(Buffer.from(each.bytes, 'base64')), each.file)
}

function refusal(each: Case): ScriptError {
  try {
    read(each)
  } catch (error) {
    if (error instanceof ScriptError) {
      return error
    }
    throw error
  }
  throw new Error(`${each.name} was read, but should have been refused`)
}

/** The corpus leaves out what is empty. */
function filled(object: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(object).filter(
      ([key, value]) =>
        key === 'elements' ||
        !(value === '' || (typeof value === 'object' && value !== null && Object.keys(value).length === 0)),
    ),
  )
}

function view(script: ParsedScript): Record<string, unknown> {
  return filled({
    format: script.document.format,
    title: script.title,
    author: script.author,
    settings: filled({ ...script.settings }),
    blocks: script.document.blocks.map((block) => [
      block.kind,
      block.text,
      ...(block.label === '' ? [] : [`label=${block.label}`]),
      ...(block.level === 0 ? [] : [`level=${block.level}`]),
      ...(block.dual ? ['dual'] : []),
    ]),
    scenes: script.scenes.map(sceneView),
    characters: script.characters.map((character) => filled({ ...character })),
    diagnostics: script.diagnostics.map((found) => `${found.line}:${found.column}`),
  })
}

function sceneView(scene: ScriptScene): Record<string, unknown> {
  return filled({
    number: scene.number,
    heading: scene.heading.text,
    setting: scene.heading.setting === 'UNSPECIFIED' ? '' : scene.heading.setting,
    place: scene.heading.place,
    timeOfDay: scene.heading.timeOfDay,
    synopsis: scene.synopsis,
    elements: scene.elements.map((element) => filled({ ...element })),
  })
}
