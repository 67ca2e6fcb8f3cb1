import { BlockCollector } from './blocks'
import { type FountainLine, isBoneyard, isConnectingBlank, isNote, splitLines } from './fountain-lines'
import { readTitlePage } from './fountain-title-page'
import {
  isCharacter,
  isForcedCharacter,
  isForcedHeading,
  isPageBreak,
  isTransition,
  looksLikeHeading,
  sceneNumber,
  withoutSceneNumber,
} from './marks'
import { isBlank, strip, stripLeading, stripTrailing } from './text'
import type { BlockKind, ScriptBlock, ScriptDiagnostic, ScriptDocument } from './types'

/** Reads Fountain 1.1 (fountain.io/syntax). Linear in the script's length. */
export function readFountain(text: string, diagnostics: ScriptDiagnostic[]): ScriptDocument {
  const titlePage = readTitlePage(text)
  const lines = splitLines(text.slice(titlePage.end), titlePage.nextLine, diagnostics)
  return { format: 'fountain', titlePage: titlePage.entries, blocks: new FountainReader(lines, diagnostics).read() }
}

class FountainReader {
  readonly #blocks = new BlockCollector()
  readonly #lines: readonly FountainLine[]
  readonly #diagnostics: ScriptDiagnostic[]
  #inDialogue = false
  #afterBreak = true
  #dialogueBefore = false

  constructor(lines: readonly FountainLine[], diagnostics: ScriptDiagnostic[]) {
    this.#lines = lines
    this.#diagnostics = diagnostics
  }

  read(): ScriptBlock[] {
    for (const [index, line] of this.#lines.entries()) {
      if (line.blank) {
        this.#empty(line, index)
      } else if (isNote(line)) {
        this.#begin('NOTE', between(line.raw), line)
        this.#afterBreak ||= !this.#inDialogue
      } else if (this.#inDialogue) {
        this.#dialogue(line)
      } else {
        this.#body(line, index)
      }
    }
    return this.#blocks.finish()
  }

  #empty(line: FountainLine, index: number): void {
    if (this.#inDialogue && isConnectingBlank(line) && this.#dialogueGoesOn(index)) {
      this.#append('DIALOGUE', '', line)
      return
    }
    this.#dialogueBefore ||= this.#inDialogue
    this.#inDialogue = false
    this.#afterBreak = true
    if (isBoneyard(line)) {
      this.#begin('BONEYARD', between(line.raw), line)
      this.#blocks.close()
    } else {
      this.#blocks.blank()
    }
  }

  #dialogueGoesOn(index: number): boolean {
    const next = this.#lines.slice(index + 1).find((line) => !isConnectingBlank(line))
    return next !== undefined && !next.blank
  }

  #dialogue(line: FountainLine): void {
    const bare = strip(line.bare)
    if (bare.startsWith('(') && bare.endsWith(')')) {
      this.#begin('PARENTHETICAL', content(line, (text) => text.slice(1, -1)), line)
    } else if (bare.startsWith('~')) {
      this.#lyrics(line)
    } else {
      this.#append('DIALOGUE', strip(line.raw), line)
    }
  }

  #body(line: FountainLine, index: number): void {
    const bare = strip(line.bare)
    const free = this.#afterBreak
    this.#afterBreak = true
    const dialoguePreceding = this.#dialogueBefore
    this.#dialogueBefore = false
    if (bare.startsWith('!')) {
      this.#action(line, bare)
    } else if (isPageBreak(bare)) {
      this.#begin('PAGE_BREAK', line.extras, line)
    } else if (bare.startsWith('#')) {
      const level = /^#+/.exec(bare)?.[0].length ?? 1
      this.#begin('SECTION', content(line, (text) => strip(text.slice(level))), line, { level })
    } else if (bare.startsWith('=')) {
      this.#begin('SYNOPSIS', content(line, (text) => strip(text.slice(1))), line)
    } else if (bare.startsWith('~')) {
      this.#lyrics(line)
    } else if (bare.startsWith('>') && bare.endsWith('<') && bare.length > 1) {
      this.#begin('CENTERED', content(line, (text) => strip(text.slice(1, -1))), line)
    } else if (bare.startsWith('>')) {
      this.#begin('TRANSITION', content(line, (text) => strip(text.slice(1))), line)
    } else {
      this.#unmarked(line, bare, index, free, dialoguePreceding)
    }
  }

  #unmarked(line: FountainLine, bare: string, index: number, free: boolean, dialoguePreceding: boolean): void {
    if (free && (isForcedHeading(bare) || looksLikeHeading(bare))) {
      const mark = isForcedHeading(bare) ? 1 : 0
      const text = content(line, (words) => strip(withoutSceneNumber(words).slice(mark)))
      this.#begin('SCENE_HEADING', text, line, { label: sceneNumber(line.bare) })
    } else if (free && isForcedCharacter(bare)) {
      this.#character(line, 1, dialoguePreceding)
    } else if (free && isTransition(bare) && this.#emptyAfter(index)) {
      this.#begin('TRANSITION', content(line, (text) => text), line)
    } else if (free && isCharacter(bare) && !this.#emptyAfter(index)) {
      this.#character(line, 0, dialoguePreceding)
    } else {
      this.#action(line, bare)
    }
  }

  #action(line: FountainLine, bare: string): void {
    this.#afterBreak = false
    const raw = stripTrailing(line.raw)
    if (!bare.startsWith('!')) {
      this.#append('ACTION', raw, line)
      return
    }
    const mark = raw.indexOf('!')
    const text = isBlank(raw.slice(0, mark)) ? raw.slice(mark + 1) : content(line, (words) => words.slice(1))
    this.#append('ACTION', text, line)
  }

  #character(line: FountainLine, mark: number, dialoguePreceding: boolean): void {
    const dual = strip(line.bare).endsWith('^')
    if (dual && !dialoguePreceding) {
      this.#diagnostics.push({
        line: line.number,
        column: line.raw.indexOf('^') + 1,
        message:
          'This dual dialogue has no dialogue before it to stand beside: remove the ^ or write the other speech first.',
      })
    }
    const text = content(line, (words) => strip(words.slice(mark, dual ? -1 : undefined)))
    this.#begin('CHARACTER', text, line, { dual })
    this.#inDialogue = true
  }

  #lyrics(line: FountainLine): void {
    this.#append('LYRICS', content(line, (text) => strip(text.slice(1))), line)
  }

  #begin(kind: BlockKind, text: string, line: FountainLine, more: { label?: string; level?: number; dual?: boolean } = {}): void {
    this.#blocks.begin(kind, text, line.number, line.lines, more)
  }

  #append(kind: BlockKind, text: string, line: FountainLine): void {
    this.#blocks.append(kind, text, line.number, line.lines)
  }

  #emptyAfter(index: number): boolean {
    return this.#lines[index + 1]?.blank ?? true
  }
}

/** A line's text without its marks; boneyards and notes, which may stand before or behind a mark, follow the text. */
function content(line: FountainLine, unmark: (text: string) => string): string {
  const text = unmark(strip(line.bare))
  return line.extras === '' ? text : stripLeading(`${strip(text).replaceAll(/ {2,}/g, ' ')} ${line.extras}`)
}

function between(raw: string): string {
  return strip(raw).slice(2, -2)
}
