import { describe, expect, it } from 'vitest'
import { divide, lineOffset, sceneAt } from '@/rooms/script/division'
import { SCRIPT } from './film'

describe('a script divided on the page', () => {
  it('has its scenes, characters, lengths and kinds of lines', () => {
    const division = divide(SCRIPT, '')
    expect(division).toMatchObject({ format: 'fountain', title: 'Tide Pools' })
    expect(division.scenes.map(({ number, heading, line }) => [number, heading, line])).toEqual([
      ['1', 'EXT. BEACH - DAWN', 3],
      ['2', 'EXT. TIDE POOL - DAWN', 10],
    ])
    expect(division.scenes.every((scene) => scene.seconds >= 3)).toBe(true)
    expect(division.characters.map(({ name, lines }) => [name, lines])).toEqual([
      ['NARRATOR', 1],
      ['MARA', 1],
    ])
    expect(division.kinds[2]).toBe('SCENE_HEADING')
    expect(division.kinds[6]).toBe('CHARACTER')
    expect(division.kinds).toHaveLength(SCRIPT.split('\n').length)
  })

  it.each([
    ['nothing', ''],
    ['a title page only', 'Title: Only\n\n'],
    ['a Final Draft file', '<?xml version="1.0"?><FinalDraft/>'],
  ])('has no scenes while there is %s', (_, text) => expect(divide(text, '').scenes).toEqual([]))

  it('keeps up with every keystroke of a heading', () => {
    const typed = 'int. kitchen - night'
    const counts = Array.from(
      typed,
      (_, length) => divide(`EXT. BEACH\n\nSea.\n\n${typed.slice(0, length + 1)}\n\nSteam.`, '').scenes.length,
    )
    expect(counts[0]).toBe(1)
    expect(counts.at(-1)).toBe(2)
  })

  it('finds lines and scenes by their place', () => {
    const division = divide(SCRIPT, '')
    expect(SCRIPT.slice(lineOffset(SCRIPT, 10)).startsWith('EXT. TIDE POOL')).toBe(true)
    expect(lineOffset(SCRIPT, 999)).toBe(SCRIPT.length)
    expect(sceneAt(division, SCRIPT, 0)).toBe(0)
    expect(sceneAt(division, SCRIPT, lineOffset(SCRIPT, 12))).toBe(2)
  })
})
