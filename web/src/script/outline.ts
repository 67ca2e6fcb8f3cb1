import { isBlank } from './text'
import type { BlockKind, ParsedScript, ScriptScene } from './types'

export type LineKind = BlockKind | 'TITLE_PAGE' | 'EMPTY'

/** A calm narrator's pace, the one that the offline analyst plans shots by. */
const WORDS_A_SECOND = 2.6

/** What each line of the script's text is, for an editor's gutter and styles; the first line has index 0. */
export function lineKinds(script: ParsedScript, text: string): LineKind[] {
  const lines = text.split(/\r\n?|[\n\u0085\u2028\u2029]/)
  const kinds = Array.from<LineKind>({ length: lines.length }).fill('EMPTY')
  for (const [index, entry] of script.document.titlePage.entries()) {
    const next = script.document.titlePage[index + 1]?.line
    const blank = lines.findIndex((line, at) => at >= entry.line && (isBlank(line) || line.startsWith('---')))
    kinds.fill('TITLE_PAGE', entry.line - 1, next === undefined ? (blank < 0 ? lines.length : blank) : next - 1)
  }
  for (const block of script.document.blocks) {
    kinds.fill(block.kind, block.line - 1, block.endLine - 1)
  }
  return kinds
}

/** In a script in which nobody speaks the paragraphs are narrated. */
export function narratesAction(script: ParsedScript): boolean {
  return script.scenes.every((scene) => scene.elements.every((element) => element.kind !== 'DIALOGUE'))
}

/** About how long what is spoken in a scene takes. */
export function spokenSeconds(scene: ScriptScene, actionIsNarrated: boolean): number {
  const words = scene.elements
    .filter(
      ({ kind }) => kind === 'DIALOGUE' || kind === 'LYRICS' || (actionIsNarrated && kind === 'ACTION'),
    )
    .reduce((sum, element) => sum + (element.text.match(/[\p{L}\p{N}]+(?:['\u2019-][\p{L}\p{N}]+)*/gu)?.length ?? 0), 0)
  return words / WORDS_A_SECOND
}
