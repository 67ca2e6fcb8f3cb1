import { BlockCollector } from './blocks'
import { withoutEmphasis } from './emphasis'
import { readFrontMatter } from './front-matter'
import { isBlank, strip } from './text'
import type { ScriptBlock, ScriptDocument } from './types'

const HEADING = /^[ \t]{0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/
const RULE = /^[ \t]{0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/
const UNDERLINE = /^[ \t]{0,3}(?:=+|-+)[ \t]*$/
const ITEM = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+\S/
const FENCE = /^[ \t]{0,3}(`{3,}|~{3,})/
const TABLE_RULE = /^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)+\|?[ \t]*$/
const DEFINITION = /^[ \t]{0,3}\[[^\]]+\]:[ \t]+\S/
const MARKER = /^[>\s]*(?:(?:[-*+]|\d{1,9}[.)])[ \t\n]+)?(?:\[[ xX]\][ \t\n]+)?/
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  mdash: '\u2014',
  ndash: '\u2013',
  hellip: '\u2026',
}

/** Reads Markdown as far as a film needs it: headings, paragraphs, list items, quotations and table rows, each a block of its own. */
export function readMarkdown(text: string): ScriptDocument {
  const front = readFrontMatter(text)
  const reader = new MarkdownReader(text.slice(front.end).split('\n'), front.nextLine)
  return { format: 'markdown', titlePage: front.entries, blocks: reader.read() }
}

class MarkdownReader {
  readonly #blocks = new BlockCollector()
  readonly #lines: readonly string[]
  readonly #firstNumber: number
  #at = 0

  constructor(lines: readonly string[], firstNumber: number) {
    this.#lines = lines
    this.#firstNumber = firstNumber
  }

  read(): ScriptBlock[] {
    while (this.#at < this.#lines.length) {
      const line = this.#lineAt(this.#at)
      if (isBlank(line)) {
        this.#blocks.blank()
      } else {
        this.#line(line, this.#firstNumber + this.#at)
      }
      this.#at++
    }
    return this.#blocks.finish()
  }

  #line(line: string, number: number): void {
    const probe = marked(line)
    const heading = HEADING.exec(probe)
    const fence = FENCE.exec(line)?.[1]
    const inParagraph = this.#blocks.openKind === 'ACTION'
    if (fence !== undefined) {
      this.#verbatim(line, number, (next) => strip(next).startsWith(fence) && /^(?:`+|~+)$/.test(strip(next)))
    } else if (strip(line).startsWith('<!--')) {
      this.#comment(line, number)
    } else if (heading !== null) {
      this.#blocks.begin('SECTION', strip(heading[2] ?? ''), number, 1, { level: heading[1]?.length ?? 1 })
    } else if (!inParagraph && this.#isUnderlined() && !ITEM.test(line)) {
      const level = strip(this.#lineAt(++this.#at)).startsWith('=') ? 1 : 2
      this.#blocks.begin('SECTION', strip(line), number, 2, { level })
    } else if (RULE.test(probe)) {
      this.#blocks.begin('PAGE_BREAK', strip(line), number)
    } else if (TABLE_RULE.test(probe) || (!inParagraph && DEFINITION.test(line))) {
      this.#blocks.begin('VERBATIM', strip(line), number)
      this.#blocks.close()
    } else if (ITEM.test(line) || strip(line).startsWith('|')) {
      this.#blocks.begin('ACTION', strip(line), number)
    } else {
      this.#blocks.append('ACTION', strip(line), number)
    }
  }

  #isUnderlined(): boolean {
    const line = this.#lineAt(this.#at)
    const plain = !RULE.test(marked(line)) && !/^[>|]/.test(strip(line))
    return plain && this.#at + 1 < this.#lines.length && UNDERLINE.test(marked(this.#lineAt(this.#at + 1)))
  }

  #comment(line: string, number: number): void {
    if (line.includes('-->')) {
      this.#blocks.begin('VERBATIM', line, number)
      this.#blocks.close()
    } else {
      this.#verbatim(line, number, (next) => next.includes('-->'))
    }
  }

  /** Takes lines over as they are, to the one that ends them or to the text's last one. */
  #verbatim(line: string, number: number, isLast: (line: string) => boolean): void {
    const closing = this.#lines.findIndex((next, at) => at > this.#at && isLast(next))
    let end = closing < 0 ? this.#lines.length - 1 : closing
    while (end > this.#at && isBlank(this.#lineAt(end))) {
      end--
    }
    this.#blocks.begin('VERBATIM', line, number)
    while (this.#at < end) {
      this.#at++
      this.#blocks.append('VERBATIM', this.#lineAt(this.#at), this.#firstNumber + this.#at)
    }
    this.#blocks.close()
  }

  #lineAt(index: number): string {
    return this.#lines[index] ?? ''
  }
}

/** A longer line is text, whatever it begins with; the patterns are for short ones. */
function marked(line: string): string {
  return line.length <= 500 ? line : ''
}

/** Markdown as it is seen and spoken. */
export function plainMarkdown(text: string): string {
  let words = text.replace(MARKER, '').replaceAll(/^[ \t]*>[> \t]*/gm, '')
  if (words.startsWith('|')) {
    words = strip(strip(words).replaceAll(/^\||\|$/g, '')).split(/\s{0,20}\|\s{0,20}/).join(', ')
  }
  words = words
    .replaceAll(/`+([^`\n]{1,1000})`+/g, '$1')
    .replaceAll(/\[([^[\]\n]{0,1000})\](?:\([^()\n]{0,1000}\)|\[[^[\]\n]{0,1000}\])/g, '$1')
    .replaceAll(/<(https?:\/\/[^<>\s]{1,1000}|[^<>\s@]{1,200}@[^<>\s]{1,200})>/g, '$1')
    .replaceAll(/<\/?[a-zA-Z][^<>\n]{0,300}>|<!--[\s\S]{0,1000}?-->/g, '')
    .replaceAll(/~~([^~\n]{1,1000})~~/g, '$1')
  return withoutEmphasis(words)
    .replaceAll(/\\([!-/:-@[-`{-~])/g, '$1')
    .replaceAll(/&(amp|lt|gt|quot|nbsp|mdash|ndash|hellip);/g, (_, name: string) => ENTITIES[name] ?? '')
}
