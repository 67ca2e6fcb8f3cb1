import { plainFountain } from './emphasis'
import { strip } from './text'
import type { ScriptDiagnostic, ScriptDocument, ScriptSettings, TitlePageEntry } from './types'

const FORMATS: Readonly<Record<string, string>> = {
  '16:9': '16:9',
  landscape: '16:9',
  wide: '16:9',
  '9:16': '9:16',
  vertical: '9:16',
  portrait: '9:16',
  short: '9:16',
  '1:1': '1:1',
  square: '1:1',
  '4:5': '4:5',
}
const YES = new Set(['action', 'all', 'yes', 'on', 'true'])

export interface TitlePage {
  readonly title: string
  readonly author: string
  readonly settings: ScriptSettings
  /** Whether the script asks for action to be read aloud. */
  readonly narratesAction: boolean
}

export function readSettings(document: ScriptDocument, diagnostics: ScriptDiagnostic[]): TitlePage {
  return {
    title: value(document, ['title']),
    author: value(document, ['author', 'authors', 'writer', 'writers'], ', '),
    settings: {
      format: formatOf(document, diagnostics),
      music: value(document, ['music']),
      style: value(document, ['style']),
      voice: value(document, ['voice', 'narrator']),
      language: value(document, ['language', 'lang']),
    },
    narratesAction: YES.has(value(document, ['narration']).toLowerCase()),
  }
}

function formatOf(document: ScriptDocument, diagnostics: ScriptDiagnostic[]): string {
  const keys = ['format', 'aspect', 'aspect ratio']
  const written = value(document, keys)
  const format = FORMATS[written.toLowerCase().replaceAll('x', ':')] ?? ''
  if (format === '' && written !== '') {
    diagnostics.push({
      line: entries(document, keys)[0]?.line ?? 1,
      column: 1,
      message: `The picture format "${written}" is not known and was left out: write one of 16:9, 9:16, 1:1, 4:5.`,
    })
  }
  return format
}

function value(document: ScriptDocument, keys: readonly string[], joint = ' '): string {
  return entries(document, keys)
    .flatMap((entry) => entry.values)
    .map((text) => (document.format === 'markdown' ? text : strip(plainFountain(text))))
    .filter((text) => text !== '')
    .join(joint)
}

function entries(document: ScriptDocument, keys: readonly string[]): TitlePageEntry[] {
  return document.titlePage.filter((entry) => keys.includes(strip(entry.key.toLowerCase())))
}
