// @vitest-environment node
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { lineKinds, narratesAction, parseScript, spokenSeconds } from '../../src/script'

const sample = readFileSync(fileURLToPath(new URL('../../../samples/tide-pools.fountain', import.meta.url)), 'utf8')

describe('outline', () => {
  it('names what each line is', () => {
    const text = 'Title: Sea\nAuthor:\n    Ada\n\nEXT. SEA - DAY\n\nWaves.\nMore waves.\n\nMARA\n(low)\nHello.\n'
    expect(lineKinds(parseScript(text, 'a.fountain'), text.trimEnd())).toEqual([
      'TITLE_PAGE',
      'TITLE_PAGE',
      'TITLE_PAGE',
      'EMPTY',
      'SCENE_HEADING',
      'EMPTY',
      'ACTION',
      'ACTION',
      'EMPTY',
      'CHARACTER',
      'PARENTHETICAL',
      'DIALOGUE',
    ])
  })

  it('counts a boneyard over several lines', () => {
    const text = 'One.\n\n/* a\n\nb */\n\nTwo.'
    expect(lineKinds(parseScript(text, 'a.fountain'), text)).toEqual([
      'ACTION',
      'EMPTY',
      'BONEYARD',
      'BONEYARD',
      'BONEYARD',
      'EMPTY',
      'ACTION',
    ])
  })

  it('knows what is narrated and how long it takes', () => {
    const story = parseScript('One two three four five.\n\nSix seven eight.\n', 'a.txt')
    expect(narratesAction(story)).toBe(true)
    expect(spokenSeconds(story.scenes[0]!, true)).toBeCloseTo(8 / 2.6)
    expect(spokenSeconds(story.scenes[0]!, false)).toBe(0)
  })

  it('divides the sample', () => {
    const film = parseScript(sample, 'tide-pools.fountain')
    expect(film.characters.map((character) => character.name)).toEqual(['NARRATOR', 'MARA', 'THEO'])
    expect(narratesAction(film)).toBe(false)
    const seconds = film.scenes.reduce((sum, scene) => sum + spokenSeconds(scene, false), 0)
    expect(seconds).toBeGreaterThan(40)
    expect(seconds).toBeLessThan(75)
  })

  it('stays quick on a long script', () => {
    const scenes = Array.from({ length: 1500 }, (_, i) => `INT. ROOM ${i} - DAY\n\nMara reads *slowly* [[note]].\n\nMARA\nLine ${i}.\n`)
    const parsed = parseScript(scenes.join('\n'), 'long.fountain')
    expect(parsed.scenes).toHaveLength(1500)
    expect(parsed.characters).toEqual([{ name: 'MARA', aliases: [], lineCount: 1500 }])
  })
})
