import { isTransition, looksLikeHeading } from './marks'
import { isBlank, isSpace, strip, stripTrailing } from './text'
import type { TitlePageEntry } from './types'

const KEY = /^(\p{L}[\p{L}\p{N} _'/-]{0,60}?):(?:[ \t\v\f]+(.*))?$/u

export interface FrontPage {
  readonly entries: readonly TitlePageEntry[]
  /** Where the script's text goes on, and the line number there. */
  readonly end: number
  readonly nextLine: number
}

/** Reads the title page at the beginning; a script without one gives no entries. */
export function readTitlePage(text: string): FrontPage {
  let start = 0
  let number = 1
  while (start < text.length && isBlank(lineAt(text, start))) {
    start += lineAt(text, start).length + 1
    number++
  }
  if (!begins(text, start)) {
    return { entries: [], end: 0, nextLine: 1 }
  }
  const entries: { key: string; values: string[]; line: number }[] = []
  while (start < text.length) {
    const line = lineAt(text, start)
    if (isBlank(line)) {
      break
    }
    const match = isSpace(line.charAt(0)) ? null : KEY.exec(stripTrailing(line))
    if (match !== null) {
      const value = strip(match[2] ?? '')
      entries.push({ key: match[1] ?? '', values: value === '' ? [] : [value], line: number })
    } else {
      entries.at(-1)?.values.push(strip(line))
    }
    start += line.length + 1
    number++
  }
  return { entries, end: Math.min(start, text.length), nextLine: number }
}

/** A first line with a key; a transition or a heading with a colon is none. */
function begins(text: string, start: number): boolean {
  const line = stripTrailing(lineAt(text, start))
  const match = KEY.exec(line)
  if (line === '' || isSpace(line.charAt(0)) || match === null || isTransition(`${match[1] ?? ''}:`) || looksLikeHeading(line)) {
    return false
  }
  if (!isBlank(match[2] ?? '')) {
    return true
  }
  const next = text.indexOf('\n', start) + 1
  const following = next > 0 ? lineAt(text, next) : ''
  return !isBlank(following) && (isSpace(following.charAt(0)) || KEY.test(stripTrailing(following)))
}

function lineAt(text: string, start: number): string {
  const end = text.indexOf('\n', start)
  return text.slice(start, end < 0 ? text.length : end)
}
