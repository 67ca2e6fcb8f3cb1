import { cleanText, decodeScript } from './decode'
import { detectFormat } from './detect'
import { divide } from './divide'
import { readFountain } from './fountain'
import { readMarkdown } from './markdown'
import { readPlainText } from './plain-text'
import { readSettings } from './settings'
import { readSubrip } from './subrip'
import { isBlank } from './text'
import { type ParsedScript, type ScriptDiagnostic, type ScriptDocument, ScriptError } from './types'

export type * from './types'
export { ScriptError } from './types'
export { decodeScript } from './decode'
export { detectFormat } from './detect'
export { lineKinds, type LineKind, narratesAction, spokenSeconds } from './outline'

/**
 * Divides a script while it is being written, exactly as the server does.
 *
 * @param fileName tells the format by its ending; without a known ending the content tells
 * @throws ScriptError when nothing can be made of it; ON_SERVER for Final Draft files, which only the server reads
 */
export function parseScript(text: string, fileName = ''): ParsedScript {
  const clean = cleanText(text, fileName)
  if (isBlank(clean)) {
    throw new ScriptError('EMPTY', `The script "${fileName}" is empty: write at least one sentence into it.`)
  }
  const diagnostics: ScriptDiagnostic[] = []
  const document = readDocument(clean, fileName, diagnostics)
  const titlePage = readSettings(document, diagnostics)
  const { title, scenes, characters } = divide(document, titlePage)
  if (scenes.length === 0) {
    throw new ScriptError(
      'NO_SCENES',
      `The script "${fileName}" has nothing to show or to say, only a title page, notes or headings: add a scene.`,
    )
  }
  const sorted = diagnostics.toSorted((a, b) => a.line - b.line || a.column - b.column)
  return { document, title, author: titlePage.author, settings: titlePage.settings, scenes, characters, diagnostics: sorted }
}

/** Divides a file as it was dropped. */
export function parseScriptFile(bytes: Uint8Array, fileName: string): ParsedScript {
  return parseScript(decodeScript(bytes, fileName), fileName)
}

function readDocument(text: string, fileName: string, diagnostics: ScriptDiagnostic[]): ScriptDocument {
  switch (detectFormat(text, fileName)) {
    case 'fountain':
      return readFountain(text, diagnostics)
    case 'markdown':
      return readMarkdown(text)
    case 'text':
      return readPlainText(text)
    case 'srt':
      return readSubrip(text)
    case 'fdx':
      throw new ScriptError('ON_SERVER', `"${fileName}" is a Final Draft file: it is divided when it is uploaded.`)
  }
}
