import { isLetterOrDigit, isSpace, stripTrailing } from './text'

const ESCAPABLE = new Set(['*', '_', '\\', '[', ']', '/'])

/** Fountain text as it is seen and spoken: without notes, boneyards, emphasis marks and escapes; tabs become four spaces. */
export function plainFountain(text: string): string {
  return /[*_\\[\t]/.test(text) ? withoutEmphasis(withoutExtras(text.replaceAll('\t', '    '))) : text
}

/** Text without emphasis marks and escapes. Emphasis does not reach over line ends. */
export function withoutEmphasis(text: string): string {
  return text.split('\n').map(plainLine).join('\n')
}

function withoutExtras(text: string): string {
  let out = ''
  let notesEnd = false
  let boneyardsEnd = false
  let at = 0
  while (at < text.length) {
    let end = -1
    if (!boneyardsEnd && text.startsWith('/*', at)) {
      end = text.indexOf('*/', at + 2)
      boneyardsEnd = end < 0
    } else if (!notesEnd && text.startsWith('[[', at)) {
      end = text.indexOf(']]', at + 2)
      notesEnd = end < 0
    }
    if (end < 0) {
      out += text.charAt(at++)
      continue
    }
    at = end + 2
    if ((out === '' || isSpace(out.charAt(out.length - 1))) && text[at] === ' ') {
      at++
    }
  }
  return stripTrailing(out)
}

/** A mark with spaces on both sides is no mark (fountain.io/syntax, Emphasis). Linear in the line's length. */
function plainLine(line: string): string {
  if (!/[*_\\]/.test(line)) {
    return line
  }
  const marks = new Set<number>()
  const openers: { at: number; left: number }[] = []
  let underline = -1
  let at = 0
  while (at < line.length) {
    const c = line.charAt(at)
    if (c === '\\' && ESCAPABLE.has(line.charAt(at + 1))) {
      marks.add(at)
      at += 2
    } else if (c === '*') {
      const length = /^\*+/.exec(line.slice(at))?.[0].length ?? 1
      stars(line, at, length, openers, marks)
      at += length
    } else {
      if (c === '_') {
        underline = underscore(line, at, underline, marks)
      }
      at++
    }
  }
  let out = ''
  for (let i = 0; i < line.length; i++) {
    out += marks.has(i) ? '' : line.charAt(i)
  }
  return out
}

function stars(line: string, at: number, length: number, openers: { at: number; left: number }[], marks: Set<number>): void {
  const canClose = at > 0 && !isSpace(line.charAt(at - 1))
  const canOpen = at + length < line.length && !isSpace(line.charAt(at + length))
  let left = length
  let opener = canClose ? openers.at(-1) : undefined
  while (left > 0 && opener !== undefined) {
    const matched = Math.min(left, opener.left, 3)
    const openerEnd = opener.at + opener.left
    const closer = at + length - left
    for (let i = 0; i < matched; i++) {
      marks.add(openerEnd - 1 - i)
      marks.add(closer + i)
    }
    opener.left -= matched
    left -= matched
    if (opener.left === 0) {
      openers.pop()
    }
    opener = openers.at(-1)
  }
  if (left > 0 && canOpen) {
    openers.push({ at: at + length - left, left })
  }
}

/** Underscores within words are letters, as in file names. */
function underscore(line: string, at: number, opener: number, marks: Set<number>): number {
  const wordBefore = at > 0 && isLetterOrDigit(line.charAt(at - 1))
  const wordAfter = isLetterOrDigit(line.charAt(at + 1))
  const spaceBefore = at === 0 || isSpace(line.charAt(at - 1))
  const spaceAfter = at + 1 >= line.length || isSpace(line.charAt(at + 1))
  if (opener >= 0 && !spaceBefore && !wordAfter) {
    marks.add(opener)
    marks.add(at)
    return -1
  }
  return !spaceAfter && !wordBefore ? at : opener
}
