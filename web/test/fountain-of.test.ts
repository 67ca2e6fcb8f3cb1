// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import type { Schemas } from '@/api/client'
import { fountainOf } from '@/rooms/fountain-of'
import { titleOf } from '@/rooms/import-script'
import { parseScript } from '@/script'

function element(kind: Schemas['ScriptElement']['kind'], text: string, speaker?: string, extension = ''): Schemas['ScriptElement'] {
  return { kind, text, line: 1, extension, ...(speaker === undefined ? {} : { speaker }) }
}

function script(elements: Schemas['ScriptElement'][], heading = 'INT. KITCHEN - DAY'): Schemas['ParsedScript'] {
  return {
    format: 'fdx',
    title: 'Bees',
    author: 'Ada',
    language: 'en',
    settings: { format: '', music: '', style: '', voice: '', language: '' },
    scenes: [{ key: 'k', number: '1', heading: { text: heading, setting: 'interior', place: '', timeOfDay: '' }, elements }],
    characters: [],
    diagnostics: [],
  }
}

describe('a parsed screenplay in Fountain', () => {
  it('reads the same again', () => {
    const text = fountainOf(
      script([
        element('action', 'Steam rises.'),
        element('action', 'BOOM'),
        element('parenthetical', 'softly', 'MARA', 'V.O.'),
        element('dialogue', 'Is it morning?', 'MARA', 'V.O.'),
        element('dialogue', 'No.', 'theo'),
        element('lyrics', 'Row, row', 'MARA'),
        element('centered', 'THE END'),
        element('transition', 'SMASH TO'),
      ]),
    )
    const again = parseScript(text, 'a.fountain')
    expect(again.title).toBe('Bees')
    expect(again.author).toBe('Ada')
    expect(again.scenes).toHaveLength(1)
    expect(again.scenes[0]?.elements.map(({ kind, text: words, extension }) => [kind, words, extension])).toEqual([
      ['ACTION', 'Steam rises.', ''],
      ['ACTION', 'BOOM', ''],
      ['PARENTHETICAL', 'softly', 'V.O.'],
      ['DIALOGUE', 'Is it morning?', 'V.O.'],
      ['DIALOGUE', 'No.', ''],
      ['LYRICS', 'Row, row', ''],
      ['CENTERED', 'THE END', ''],
      ['TRANSITION', 'SMASH TO', ''],
    ])
  })

  it('forces a heading that does not look like one', () => {
    const again = parseScript(fountainOf(script([element('action', 'Waves.')], 'The dream')), 'a.fountain')
    expect(again.scenes[0]?.heading.text).toBe('The dream')
  })
})

describe('a film named after its file', () => {
  it.each([
    ['tide-pools.fountain', 'Tide pools'],
    ['My_Script.final.fdx', 'My Script.final'],
    ['.txt', ''],
  ])('%s is %j', (name, title) => expect(titleOf(name)).toBe(title))
})
