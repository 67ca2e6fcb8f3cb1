import { detectFormat, parseScript, type BlockKind, ScriptError, type ScriptFormat, type ScriptScene } from '@/script'

/** What a line of the page is, for its look. */
export type LineKind = 'title' | 'heading' | 'character' | 'parenthetical' | 'lyrics' | 'transition' | 'section' | 'note' | 'plain'

export interface DividedScene {
  number: string
  heading: string
  /** One-based line where it begins. */
  line: number
  /** About how long it will be on the screen. */
  seconds: number
}

export interface DividedCharacter {
  name: string
  lines: number
}

/** A script as far as the page needs it, divided on this side of the network. */
export interface Division {
  format: ScriptFormat
  title: string
  /** The kind of each line, from the first on. */
  kinds: LineKind[]
  scenes: DividedScene[]
  characters: DividedCharacter[]
  words: number
}

const kinds: Record<BlockKind, LineKind> = {
  SCENE_HEADING: 'heading',
  ACTION: 'plain',
  CHARACTER: 'character',
  PARENTHETICAL: 'parenthetical',
  DIALOGUE: 'plain',
  LYRICS: 'lyrics',
  TRANSITION: 'transition',
  CENTERED: 'transition',
  SECTION: 'section',
  SYNOPSIS: 'section',
  PAGE_BREAK: 'section',
  NOTE: 'note',
  BONEYARD: 'note',
  SUBTITLE: 'plain',
  VERBATIM: 'note',
}

// A calm narrator, and how long a picture stands when nobody speaks.
const WORDS_PER_SECOND = 2.5
const SILENT_SECONDS = 2.5

function wordsIn(text: string): number {
  return text.match(/\S+/g)?.length ?? 0
}

function secondsOf(scene: ScriptScene): number {
  return scene.elements.reduce((sum, { kind, text }) => {
    if (kind === 'DIALOGUE' || kind === 'LYRICS') return sum + wordsIn(text) / WORDS_PER_SECOND
    return kind === 'ACTION' || kind === 'CUE' ? sum + SILENT_SECONDS : sum
  }, 0)
}

/** Divides what is written so far; a text that is no script yet has no scenes. */
export function divide(text: string, fileName: string): Division {
  const words = wordsIn(text)
  const empty: Division = { format: detectFormat(text, fileName), title: '', kinds: [], scenes: [], characters: [], words }
  try {
    const { document, title, scenes, characters } = parseScript(text, fileName)
    const lines: LineKind[] = Array.from({ length: text.split('\n').length }, () => 'plain')
    const first = document.blocks[0]?.line ?? 1
    if (document.titlePage.length > 0) lines.fill('title', 0, first - 1)
    for (const block of document.blocks) lines.fill(kinds[block.kind], block.line - 1, block.endLine - 1)
    return {
      format: document.format,
      title,
      kinds: lines,
      scenes: scenes.map((scene) => ({ number: scene.number, heading: scene.heading.text, line: scene.line, seconds: secondsOf(scene) })),
      characters: characters.map(({ name, lineCount }) => ({ name, lines: lineCount })),
      words,
    }
  } catch (error) {
    // Empty, only a title page, or a format that only the node reads: the node's answer says what is wrong with it.
    if (error instanceof ScriptError) return empty
    throw error
  }
}

/** Where the one-based line begins in the text. */
export function lineOffset(text: string, line: number): number {
  let offset = 0
  for (let at = 1; at < line; at += 1) {
    const end = text.indexOf('\n', offset)
    if (end === -1) return text.length
    offset = end + 1
  }
  return offset
}

/** The number, from 1, of the scene at that place of the text; 0 before the first. */
export function sceneAt(division: Division, text: string, offset: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1
  return division.scenes.findLastIndex((scene) => scene.line <= line) + 1
}
