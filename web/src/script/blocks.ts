import type { BlockKind, ScriptBlock } from './types'

interface Open {
  kind: BlockKind
  label: string
  level: number
  dual: boolean
  blankLinesBefore: number
  line: number
  endLine: number
  text: string[]
}

/** Builds blocks line by line; consecutive lines of one paragraph join into one block. */
export class BlockCollector {
  readonly #blocks: ScriptBlock[] = []
  #open: Open | undefined
  #blankLines = 0

  /** A blank line: whatever was open is complete. */
  blank(): void {
    this.close()
    this.#blankLines++
  }

  begin(kind: BlockKind, text: string, line: number, lines = 1, more: { label?: string; level?: number; dual?: boolean } = {}): void {
    this.close()
    this.#open = {
      kind,
      label: more.label ?? '',
      level: more.level ?? 0,
      dual: more.dual ?? false,
      blankLinesBefore: this.#blankLines,
      line,
      endLine: line + lines,
      text: [text],
    }
    this.#blankLines = 0
  }

  /** Adds a line to the open block if it is of that kind, else begins one. */
  append(kind: BlockKind, text: string, line: number, lines = 1): void {
    if (this.#open?.kind === kind) {
      this.#open.text.push(text)
      this.#open.endLine = line + lines
    } else {
      this.begin(kind, text, line, lines)
    }
  }

  /** The kind of the block that ended with the previous line; undefined after a blank line and at the beginning. */
  get openKind(): BlockKind | undefined {
    return this.#open?.kind
  }

  close(): void {
    if (this.#open !== undefined) {
      const { text, ...rest } = this.#open
      this.#blocks.push({ ...rest, text: text.join('\n') })
      this.#open = undefined
    }
  }

  finish(): ScriptBlock[] {
    this.close()
    return this.#blocks
  }
}
