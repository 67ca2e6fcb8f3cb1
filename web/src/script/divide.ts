import { CharacterNames, nameIn } from './characters'
import { findCues } from './cues'
import { plainFountain } from './emphasis'
import { parseHeading, titleHeading } from './headings'
import { plainMarkdown } from './markdown'
import { extensionOf } from './marks'
import type { TitlePage } from './settings'
import { plainSubtitle, SCENE_GAP_SECONDS, subtitleTimes } from './subrip'
import { isBlank, strip, stripTrailing } from './text'
import type { BlockKind, ElementKind, SceneHeading, ScriptBlock, ScriptCharacter, ScriptDocument, ScriptElement, ScriptScene } from './types'

interface Draft {
  readonly heading: SceneHeading
  readonly number: string
  /** Whether the script has a heading for it. */
  readonly written: boolean
  readonly line: number
  readonly synopsis: string[]
  readonly elements: ScriptElement[]
}

export interface Division {
  readonly title: string
  readonly scenes: ScriptScene[]
  readonly characters: ScriptCharacter[]
}

const ENDS_SPEECH: ReadonlySet<BlockKind> = new Set<BlockKind>([
  'SCENE_HEADING',
  'ACTION',
  'TRANSITION',
  'CENTERED',
  'SECTION',
  'PAGE_BREAK',
])

function isTopSection(block: ScriptBlock | undefined): boolean {
  return block?.kind === 'SECTION' && block.level === 1
}

/** Divides a document into scenes and characters. */
export function divide(document: ScriptDocument, titlePage: TitlePage): Division {
  return new Divider(document, titlePage).divide()
}

class Divider {
  readonly #document: ScriptDocument
  readonly #titlePage: TitlePage
  readonly #prose: boolean
  readonly #sectionsAreScenes: boolean
  readonly #names: CharacterNames
  readonly #lineCounts = new Map<string, number>()
  readonly #scenes: Draft[] = []
  readonly #beforeFirst: ScriptElement[] = []
  readonly #pendingSynopsis: string[] = []
  #scene: Draft | undefined
  #sectionJustSeen = false
  #speakers: string[] = []
  #extension = ''
  #title: string
  #subtitleEnd = -1

  constructor(document: ScriptDocument, titlePage: TitlePage) {
    this.#document = document
    this.#titlePage = titlePage
    this.#title = titlePage.title
    this.#prose = document.format !== 'fountain' && document.format !== 'fdx'
    this.#sectionsAreScenes = this.#prose || document.blocks.every((block) => block.kind !== 'SCENE_HEADING')
    this.#names = new CharacterNames(
      document.blocks.filter((block) => block.kind === 'CHARACTER').map((block) => nameIn(this.#plain(block.text))),
    )
  }

  divide(): Division {
    const titleIndex = this.#titleIndex()
    for (const [index, block] of this.#document.blocks.entries()) {
      this.#add(block, index === titleIndex)
    }
    if (this.#beforeFirst.length > 0) {
      this.#begin(titleHeading(this.#title), '', false, this.#beforeFirst[0]?.line ?? 1)
    }
    return { title: this.#title, scenes: this.#finished(), characters: this.#characters() }
  }

  /** In prose the first heading is the title if it is the only one of the first level. */
  #titleIndex(): number {
    const blocks = this.#document.blocks
    const first = blocks.findIndex((block) => block.kind !== 'VERBATIM')
    return this.#prose && isTopSection(blocks[first]) && blocks.filter(isTopSection).length === 1 ? first : -1
  }

  #add(block: ScriptBlock, isTitle: boolean): void {
    if (ENDS_SPEECH.has(block.kind)) {
      this.#hush()
    }
    switch (block.kind) {
      case 'SCENE_HEADING':
        this.#begin(parseHeading(this.#plain(block.text)), block.label, true, block.line)
        break
      case 'SECTION':
        this.#section(block, isTitle)
        break
      case 'PAGE_BREAK':
        if (this.#prose && this.#scene !== undefined && this.#scene.elements.length > 0) {
          this.#begin(titleHeading(''), '', false, block.line)
        }
        break
      case 'SYNOPSIS':
        ;(this.#scene !== undefined && !this.#sectionJustSeen ? this.#scene.synopsis : this.#pendingSynopsis).push(
          this.#plain(block.text),
        )
        break
      case 'CHARACTER':
        this.#speakers = this.#names.speakers(nameIn(this.#plain(block.text)))
        this.#extension = extensionOf(this.#plain(block.text))
        break
      case 'DIALOGUE':
      case 'LYRICS':
        this.#spoken(block)
        break
      case 'ACTION':
        this.#element(block, !this.#prose && this.#titlePage.narratesAction ? 'DIALOGUE' : 'ACTION', '')
        break
      case 'PARENTHETICAL':
        this.#element(block, 'PARENTHETICAL', this.#speakers[0] ?? '')
        break
      case 'TRANSITION':
      case 'CENTERED':
        this.#element(block, block.kind, '')
        break
      case 'SUBTITLE':
        this.#subtitle(block)
        break
      case 'NOTE':
        this.#cues(findCues(`[[${block.text}]]`, false).names, block.line)
        break
      case 'BONEYARD':
      case 'VERBATIM':
        break
    }
  }

  #section(block: ScriptBlock, isTitle: boolean): void {
    const text = this.#plain(block.text)
    if (isTitle && this.#title === '') {
      this.#title = text
    }
    if (this.#sectionsAreScenes) {
      this.#begin(titleHeading(text), '', false, block.line)
    }
    this.#sectionJustSeen = true
  }

  #spoken(block: ScriptBlock): void {
    if (block.kind === 'LYRICS' && block.blankLinesBefore > 0) {
      this.#hush()
    }
    if (this.#element(block, block.kind === 'LYRICS' ? 'LYRICS' : 'DIALOGUE', this.#speakers[0] ?? '')) {
      for (const name of this.#speakers) {
        this.#lineCounts.set(name, (this.#lineCounts.get(name) ?? 0) + 1)
      }
    }
  }

  #subtitle(block: ScriptBlock): void {
    const times = subtitleTimes(block.label)
    const gap = this.#subtitleEnd >= 0 && times.start - this.#subtitleEnd > SCENE_GAP_SECONDS
    if (gap && this.#scene !== undefined) {
      this.#begin(titleHeading(''), '', false, block.line)
    }
    this.#subtitleEnd = times.end
    this.#element(block, 'ACTION', '')
  }

  #element(block: ScriptBlock, kind: ElementKind, speaker: string): boolean {
    const cues = findCues(block.text, this.#document.format === 'markdown')
    this.#cues(cues.names, block.line)
    const plain = this.#plain(cues.text)
    const text = kind === 'ACTION' && !this.#prose ? stripTrailing(plain) : strip(plain)
    if (isBlank(text.replaceAll('\u00A0', ' '))) {
      return false
    }
    this.#push({
      kind,
      text: this.#prose ? text.replaceAll(/[ \t\n\v\f\r]+/g, ' ') : text,
      speaker,
      extension: speaker === '' ? '' : this.#extension,
      line: block.line,
    })
    return true
  }

  #cues(names: readonly string[], line: number): void {
    for (const name of names) {
      this.#push({ kind: 'CUE', text: name, speaker: '', extension: '', line })
    }
  }

  #push(element: ScriptElement): void {
    this.#sectionJustSeen = false
    if (this.#scene !== undefined) {
      this.#scene.elements.push(element)
      return
    }
    this.#beforeFirst.push(element)
    if (element.kind !== 'TRANSITION' && element.kind !== 'CENTERED' && element.kind !== 'CUE') {
      this.#begin(titleHeading(this.#title), '', false, this.#beforeFirst[0]?.line ?? element.line)
    }
  }

  #begin(heading: SceneHeading, number: string, written: boolean, line: number): void {
    this.#sectionJustSeen = false
    this.#scene = {
      heading,
      number,
      written,
      line,
      synopsis: this.#pendingSynopsis.splice(0),
      elements: this.#beforeFirst.splice(0),
    }
    this.#scenes.push(this.#scene)
  }

  #hush(): void {
    this.#speakers = []
    this.#extension = ''
  }

  #finished(): ScriptScene[] {
    return this.#scenes
      .filter((draft) => draft.written || draft.elements.length > 0)
      .map((draft, index) => ({
        number: draft.number === '' ? String(index + 1) : draft.number,
        heading: draft.heading,
        synopsis: draft.synopsis.join(' '),
        line: draft.line,
        elements: draft.elements,
      }))
  }

  #characters(): ScriptCharacter[] {
    const aliases = new Map<string, string[]>()
    for (const block of this.#document.blocks.filter((each) => each.kind === 'CHARACTER')) {
      const cue = nameIn(this.#plain(block.text))
      const speaking = this.#names.speakers(cue)
      const name = speaking[0] ?? cue
      const known = aliases.get(name) ?? []
      aliases.set(name, known)
      if (speaking.length === 1 && cue !== name && !known.includes(cue)) {
        known.push(cue)
      }
    }
    return [...aliases].map(([name, known]) => ({ name, aliases: known, lineCount: this.#lineCounts.get(name) ?? 0 }))
  }

  #plain(text: string): string {
    switch (this.#document.format) {
      case 'fountain':
      case 'fdx':
        return plainFountain(text)
      case 'markdown':
        return plainMarkdown(text)
      case 'srt':
        return plainSubtitle(text)
      case 'text':
        return text
    }
  }
}
