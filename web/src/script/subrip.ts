import { isBlank, strip } from './text'
import { type ScriptBlock, type ScriptDocument, ScriptError } from './types'

/** A pause that long in the subtitles is taken as a change of scene. */
export const SCENE_GAP_SECONDS = 4

const TIME = '(?:(\\d{1,3}):)?(\\d{1,2}):(\\d{1,2})(?:[,.](\\d{1,3}))?'
const TIME_LINE = new RegExp(`^\\s*${TIME}\\s*-+>\\s*${TIME}`)
const TAG = /<\/?[a-zA-Z][^<>]{0,200}>|\{\\[^{}]{0,200}\}/g

/** Reads SubRip subtitles. Missing numbers and empty lines are forgiven. */
export function readSubrip(text: string): ScriptDocument {
  const lines = text.split('\n')
  const blocks: ScriptBlock[] = []
  let blankLinesBefore = 0
  let at = 0
  while (at < lines.length) {
    if (isBlank(lines[at] ?? '')) {
      blankLinesBefore++
      at++
      continue
    }
    const time = timeLine(lines, at)
    if (time < 0) {
      throw new ScriptError(
        'MALFORMED',
        `Line ${at + 1} of the subtitles should be a number or a time like 00:00:01,000 --> 00:00:04,000: correct it or save the file as .txt to have it read as plain text.`,
        at + 1,
      )
    }
    const end = endOf(lines, time + 1)
    blocks.push({
      kind: 'SUBTITLE',
      text: strip(lines.slice(time + 1, end).join('\n')),
      label: strip(lines[time] ?? ''),
      level: 0,
      dual: false,
      blankLinesBefore,
      line: at + 1,
      endLine: end + 1,
    })
    blankLinesBefore = 0
    at = end
  }
  return { format: 'srt', titlePage: [], blocks }
}

/** When a subtitle is shown, in seconds. */
export function subtitleTimes(line: string): { start: number; end: number } {
  const match = TIME_LINE.exec(line)
  return match === null ? { start: 0, end: 0 } : { start: seconds(match, 1), end: seconds(match, 5) }
}

/** The text without font tags and position codes. */
export function plainSubtitle(text: string): string {
  return text.replaceAll(TAG, '')
}

function seconds(match: RegExpExecArray, group: number): number {
  const part = (index: number): number => Number(match[group + index] ?? 0)
  return part(0) * 3600 + part(1) * 60 + part(2) + Number(`0.${match[group + 3] ?? 0}`)
}

function timeLine(lines: readonly string[], at: number): number {
  if (TIME_LINE.test(lines[at] ?? '')) {
    return at
  }
  return /^\d*$/.test(strip(lines[at] ?? '')) && TIME_LINE.test(lines[at + 1] ?? '') ? at + 1 : -1
}

/** A subtitle ends before the next number or time line; empty lines within its text belong to it. */
function endOf(lines: readonly string[], from: number): number {
  let at = from
  while (at < lines.length && timeLine(lines, at) < 0) {
    at++
  }
  while (at > from && isBlank(lines[at - 1] ?? '')) {
    at--
  }
  return at
}
