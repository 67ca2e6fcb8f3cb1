import { isLetterOrDigit, isSpace, isUpperCase, strip, stripTrailing } from './text'

/** The rules by which Fountain tells a line's kind from its looks (fountain.io/syntax). */
const HEADING = /^(?:INT|EXT|EST|INT\.?\/EXT|EXT\.?\/INT|I\.?\/E|E\.?\/I)[. ]/i
const SCENE_NUMBER = /#([\p{L}\p{N}.-]+)#[ \t\n\v\f\r]*$/u
const KNOWN_TRANSITIONS = new Set([
  'FADE IN:',
  'FADE IN.',
  'FADE OUT.',
  'FADE OUT:',
  'FADE TO BLACK.',
  'FADE TO WHITE.',
  'CUT TO BLACK.',
])

export function looksLikeHeading(trimmed: string): boolean {
  return HEADING.test(trimmed)
}

/** One period, then a letter or a digit: an ellipsis is no heading. */
export function isForcedHeading(trimmed: string): boolean {
  return trimmed.startsWith('.') && isLetterOrDigit(trimmed.slice(1))
}

export function isPageBreak(trimmed: string): boolean {
  return /^={3,}$/.test(trimmed)
}

export function isTransition(trimmed: string): boolean {
  return KNOWN_TRANSITIONS.has(trimmed) || (trimmed.endsWith('TO:') && isUpperCase(trimmed))
}

/** A cue in capital letters; what stands in parentheses may be small. */
export function isCharacter(trimmed: string): boolean {
  const name = trimmed.endsWith('^') ? trimmed.slice(0, -1) : trimmed
  const parenthesis = name.indexOf('(')
  if (parenthesis < 0) {
    return isUpperCase(name)
  }
  return parenthesis > 0 && stripTrailing(name).endsWith(')') && isUpperCase(name.slice(0, parenthesis))
}

export function isForcedCharacter(trimmed: string): boolean {
  return trimmed.length > 1 && trimmed.startsWith('@') && !isSpace(trimmed.charAt(1))
}

export function sceneNumber(heading: string): string {
  return SCENE_NUMBER.exec(heading)?.[1] ?? ''
}

export function withoutSceneNumber(heading: string): string {
  const match = SCENE_NUMBER.exec(heading)
  return match === null ? heading : stripTrailing(heading.slice(0, match.index))
}

const CUT_CHARACTERS = /['\u2019]/

/** What stands in parentheses in a cue, without CONT'D; empty when nothing does. */
export function extensionOf(cue: string): string {
  const extensions: string[] = []
  for (const match of cue.matchAll(/\(([^)]*)\)/g)) {
    const extension = strip(match[1] ?? '')
    const letters = extension.toUpperCase().replace(CUT_CHARACTERS, '').replaceAll(/[^A-Z]/g, '')
    if (letters !== 'CONTD' && letters !== 'CONTINUED' && letters !== 'CONT') {
      extensions.push(extension)
    }
  }
  return extensions.join(', ')
}
