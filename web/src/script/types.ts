/** What the server's parser calls things, see dev.evergreen.scripting: both are held against the same corpus. */
export type ScriptFormat = 'fountain' | 'fdx' | 'markdown' | 'text' | 'srt'

export type BlockKind =
  | 'SCENE_HEADING'
  | 'ACTION'
  | 'CHARACTER'
  | 'PARENTHETICAL'
  | 'DIALOGUE'
  | 'LYRICS'
  | 'TRANSITION'
  | 'CENTERED'
  | 'SECTION'
  | 'SYNOPSIS'
  | 'PAGE_BREAK'
  | 'NOTE'
  | 'BONEYARD'
  | 'SUBTITLE'
  | 'VERBATIM'

/** One block of a script as its text has it. */
export interface ScriptBlock {
  readonly kind: BlockKind
  /** With inline markup, without the marks that tell the kind. */
  readonly text: string
  /** Scene number of a heading, time line of a subtitle. */
  readonly label: string
  /** Depth of a section, from 1. */
  readonly level: number
  /** Whether a character speaks beside the previous one. */
  readonly dual: boolean
  readonly blankLinesBefore: number
  /** One-based. */
  readonly line: number
  /** One-based line behind the block's last one. */
  readonly endLine: number
}

export interface TitlePageEntry {
  readonly key: string
  readonly values: readonly string[]
  readonly line: number
}

export interface ScriptDocument {
  readonly format: ScriptFormat
  readonly titlePage: readonly TitlePageEntry[]
  readonly blocks: readonly ScriptBlock[]
}

export type ElementKind = 'ACTION' | 'DIALOGUE' | 'PARENTHETICAL' | 'LYRICS' | 'CENTERED' | 'TRANSITION' | 'CUE'

export interface ScriptElement {
  readonly kind: ElementKind
  readonly text: string
  /** Canonical name; empty when nobody in the picture speaks. */
  readonly speaker: string
  /** What stands in parentheses behind the name, for example V.O. */
  readonly extension: string
  readonly line: number
}

export type Setting = 'INTERIOR' | 'EXTERIOR' | 'BOTH' | 'UNSPECIFIED'

export interface SceneHeading {
  readonly text: string
  readonly setting: Setting
  readonly place: string
  readonly timeOfDay: string
}

export interface ScriptScene {
  readonly number: string
  readonly heading: SceneHeading
  readonly synopsis: string
  /** One-based line of the heading, or of the first element where the script has none. */
  readonly line: number
  readonly elements: readonly ScriptElement[]
}

export interface ScriptCharacter {
  readonly name: string
  readonly aliases: readonly string[]
  readonly lineCount: number
}

export interface ScriptSettings {
  readonly format: string
  readonly music: string
  readonly style: string
  readonly voice: string
  readonly language: string
}

export interface ScriptDiagnostic {
  readonly line: number
  readonly column: number
  readonly message: string
}

export interface ParsedScript {
  readonly document: ScriptDocument
  readonly title: string
  readonly author: string
  readonly settings: ScriptSettings
  readonly scenes: readonly ScriptScene[]
  readonly characters: readonly ScriptCharacter[]
  readonly diagnostics: readonly ScriptDiagnostic[]
}

export type ScriptErrorKind = 'EMPTY' | 'BINARY' | 'ENCODING' | 'MALFORMED' | 'NO_SCENES' | 'ON_SERVER'

/** A script that cannot be read here. ON_SERVER: a format that only the server reads. */
export class ScriptError extends Error {
  readonly kind: ScriptErrorKind
  readonly line: number
  readonly column: number

  constructor(kind: ScriptErrorKind, message: string, line = 1, column = 1) {
    super(message)
    this.name = 'ScriptError'
    this.kind = kind
    this.line = line
    this.column = column
  }
}
