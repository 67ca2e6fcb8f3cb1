import {
  detectFormat,
  type LineKind,
  lineKinds,
  narratesAction,
  parseScript,
  ScriptError,
  type ScriptFormat,
  spokenSeconds,
} from '@/script'

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
  /** What each line is, from the first on. */
  kinds: LineKind[]
  scenes: DividedScene[]
  characters: DividedCharacter[]
  words: number
}

/** How long a scene stands at least, when nobody speaks in it. */
const SILENT_SECONDS = 3

function wordsIn(text: string): number {
  return text.match(/\S+/g)?.length ?? 0
}

/** Divides what is written so far; a text that is no script yet has no scenes. */
export function divide(text: string, fileName: string): Division {
  const words = wordsIn(text)
  const empty: Division = { format: detectFormat(text, fileName), title: '', kinds: [], scenes: [], characters: [], words }
  try {
    const script = parseScript(text, fileName)
    const narrated = narratesAction(script)
    return {
      format: script.document.format,
      title: script.title,
      kinds: lineKinds(script, text),
      scenes: script.scenes.map((scene) => ({
        number: scene.number,
        heading: scene.heading.text,
        line: scene.line,
        seconds: Math.max(SILENT_SECONDS, spokenSeconds(scene, narrated)),
      })),
      characters: script.characters.map(({ name, lineCount }) => ({ name, lines: lineCount })),
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
