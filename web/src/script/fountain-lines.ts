import { isBlank, strip } from './text'
import type { ScriptDiagnostic } from './types'

/** A line as Fountain sees it: boneyards and notes may hold line ends, so several lines of the text can be one. */
export interface FountainLine {
  readonly raw: string
  /** The line without boneyards and notes. */
  readonly bare: string
  /** Its boneyards and notes, one after the other. */
  readonly extras: string
  /** Whether nothing but white space and boneyards is left. */
  readonly blank: boolean
  /** One-based line where it begins. */
  readonly number: number
  /** How many lines of the text it takes. */
  readonly lines: number
}

export function isBoneyard(line: FountainLine): boolean {
  return line.blank && line.extras !== ''
}

export function isNote(line: FountainLine): boolean {
  const trimmed = strip(line.raw)
  return !line.blank && isBlank(line.bare) && trimmed.startsWith('[[') && trimmed.endsWith(']]')
}

/** Two spaces keep a dialogue going over an empty line (fountain.io/syntax, Dialogue). */
export function isConnectingBlank(line: FountainLine): boolean {
  return line.blank && line.extras === '' && line.raw.startsWith('  ')
}

/** Splits text with newline line ends. Linear in its length. */
export function splitLines(text: string, firstNumber: number, diagnostics: ScriptDiagnostic[]): FountainLine[] {
  return new Splitter(text, firstNumber, diagnostics).split()
}

class Splitter {
  readonly #text: string
  readonly #diagnostics: ScriptDiagnostic[]
  #number: number
  #boneyardsEnd = false
  #notesEndBefore = -1

  constructor(text: string, firstNumber: number, diagnostics: ScriptDiagnostic[]) {
    this.#text = text
    this.#number = firstNumber
    this.#diagnostics = diagnostics
  }

  split(): FountainLine[] {
    const lines: FountainLine[] = []
    let start = 0
    while (start < this.#text.length) {
      const [line, next] = this.#line(start)
      lines.push(line)
      start = next
    }
    return lines
  }

  #line(start: number): [FountainLine, number] {
    const text = this.#text
    const first = this.#number
    let bare = ''
    let extras = ''
    let hasNote = false
    let at = start
    let plainFrom = start
    while (at < text.length && text[at] !== '\n') {
      let end = at
      if (text.startsWith('/*', at)) {
        end = this.#boneyardEnd(at, start)
      } else if (text.startsWith('[[', at)) {
        end = this.#noteEnd(at, start)
        hasNote ||= end > at
      }
      if (end > at) {
        bare += text.slice(plainFrom, at)
        extras += text.slice(at, end)
        this.#number += count(text, at, end)
        at = end
        plainFrom = end
      } else {
        at++
      }
    }
    bare += text.slice(plainFrom, at)
    this.#number++
    const line = {
      raw: text.slice(start, at),
      bare,
      extras,
      blank: isBlank(bare) && !hasNote,
      number: first,
      lines: this.#number - first,
    }
    return [line, at + 1]
  }

  #boneyardEnd(at: number, lineStart: number): number {
    const close = this.#boneyardsEnd ? -1 : this.#text.indexOf('*/', at + 2)
    if (close >= 0) {
      return close + 2
    }
    if (!this.#boneyardsEnd) {
      this.#warn(at - lineStart + 1, 'This boneyard is never closed: write */ where it should end.')
    }
    this.#boneyardsEnd = true
    return at
  }

  /** A note may span lines but not an empty one, unless that holds two spaces (fountain.io/syntax, Notes). */
  #noteEnd(at: number, lineStart: number): number {
    const text = this.#text
    if (at < this.#notesEndBefore) {
      return at
    }
    let lineEnd = at
    for (let i = at + 2; i < text.length; i++) {
      if (text.startsWith(']]', i)) {
        return i + 2
      }
      if (text[i] === '\n') {
        const next = text.indexOf('\n', i + 1)
        const following = text.slice(i + 1, next < 0 ? text.length : next)
        if (isBlank(following) && !following.startsWith('  ')) {
          lineEnd = i
          break
        }
      }
      lineEnd = i + 1
    }
    this.#notesEndBefore = lineEnd
    this.#warn(
      at - lineStart + 1,
      'This note is never closed: write ]] before the next empty line, or put two spaces into that line.',
    )
    return at
  }

  #warn(column: number, message: string): void {
    this.#diagnostics.push({ line: this.#number, column, message })
  }
}

function count(text: string, from: number, to: number): number {
  let lines = 0
  for (let i = from; i < to; i++) {
    lines += text[i] === '\n' ? 1 : 0
  }
  return lines
}
