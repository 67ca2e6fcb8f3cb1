import { BlockCollector } from './blocks'
import { findCues } from './cues'
import { readFrontMatter } from './front-matter'
import { looksLikeHeading } from './marks'
import { isBlank, isUpperCase, strip } from './text'
import type { ScriptDocument } from './types'

const HEADING_LENGTH = 70
const CHAPTER =
  /^(?:chapter|scene|part|act|episode|step|kapitel|szene|teil|chapitre|sc\u00E8ne)[ \t]+(?:\d+|[ivxlc]+|one|two|three|four|five|six|seven|eight|nine|ten)\b/i
const UNDERLINE = /^(?:={3,}|-{3,}|~{3,})$/
const BREAK = /^(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|#|\u2042|(?:~[ \t]*){3,}|={3,})$/

/** Reads plain text: paragraphs divided by empty lines, headings by their looks. */
export function readPlainText(text: string): ScriptDocument {
  const front = readFrontMatter(text)
  const blocks = new BlockCollector()
  const lines = text.slice(front.end).split('\n')
  let first = true
  for (let i = 0; i < lines.length; i++) {
    const number = front.nextLine + i
    const line = strip(lines[i] ?? '')
    if (line === '') {
      blocks.blank()
      continue
    }
    const following = lines[i + 1] ?? ''
    const alone = isBlank(following)
    const level = first && !CHAPTER.test(line) ? 1 : 2
    if (blocks.openKind === 'ACTION') {
      blocks.append('ACTION', line, number)
    } else if (alone && line.length <= HEADING_LENGTH && BREAK.test(line)) {
      blocks.begin('PAGE_BREAK', line, number)
    } else if (strip(following).length <= HEADING_LENGTH && UNDERLINE.test(strip(following)) && line.length <= HEADING_LENGTH) {
      blocks.begin('SECTION', line, number, 2, { level })
      i++
    } else if (alone && isHeading(line, first)) {
      blocks.begin('SECTION', line, number, 1, { level })
    } else {
      blocks.begin('ACTION', line, number)
    }
    first = false
  }
  return { format: 'text', titlePage: front.entries, blocks: blocks.finish() }
}

/** Whether a line with empty lines around it is a heading. */
function isHeading(line: string, first: boolean): boolean {
  if (line.length > HEADING_LENGTH || findCues(line, false).text === '') {
    return false
  }
  const end = line.charAt(line.length - 1)
  const sentence = '.!?;,\u2026"\u201D\''.includes(end)
  return (
    CHAPTER.test(line) ||
    (!sentence && isUpperCase(line) && line.length > 1) ||
    (looksLikeHeading(line) && isUpperCase(line)) ||
    (first && !sentence && end !== ':' && line.split(/[ \t]+/).length <= 10)
  )
}
