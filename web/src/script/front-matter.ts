import type { FrontPage } from './fountain-title-page'
import { isBlank, strip, stripTrailing } from './text'

const LINES = 200
const CONTINUED = /^(?:[ \t]+|- ).*\S/
const ENTRY = /^(\p{L}[\p{L}\p{N} _-]*):(?:[ \t\v\f]+(.*))?$/u

/** Front matter between two lines of three dashes: simple key: value lines, no nested YAML. */
export function readFrontMatter(text: string): FrontPage {
  const none = { entries: [], end: 0, nextLine: 1 }
  if (!text.startsWith('---\n')) {
    return none
  }
  const entries: { key: string; values: string[]; line: number }[] = []
  let start = 4
  for (let number = 2; number < LINES && start < text.length; number++) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline
    const line = stripTrailing(text.slice(start, end))
    if (line === '---' || line === '...') {
      return { entries, end: Math.min(end + 1, text.length), nextLine: number + 1 }
    }
    const match = ENTRY.exec(line)
    if (match !== null) {
      const value = unquoted(strip(match[2] ?? ''))
      entries.push({ key: match[1] ?? '', values: value === '' ? [] : [value], line: number })
    } else if (line.startsWith('#')) {
      entries.push({ key: '#', values: [strip(line.slice(1))], line: number })
    } else if (CONTINUED.test(line) && entries.length > 0) {
      entries.at(-1)?.values.push(unquoted(strip(line).replace(/^- /, '')))
    } else if (!isBlank(line)) {
      return none
    }
    start = end + 1
  }
  return none
}

function unquoted(value: string): string {
  const quoted =
    value.length > 1 && ((value.startsWith('"') && value.endsWith('"')) || (value.startsWith("'") && value.endsWith("'")))
  return quoted ? value.slice(1, -1) : value
}
