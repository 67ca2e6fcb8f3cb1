import type { ScriptFormat } from './types'

const ENDINGS: Readonly<Record<string, ScriptFormat>> = {
  fountain: 'fountain',
  spmd: 'fountain',
  fdx: 'fdx',
  md: 'markdown',
  markdown: 'markdown',
  txt: 'text',
  text: 'text',
  srt: 'srt',
}
const SAMPLE = 200_000
const SUBRIP = /^\s*(?:\d+[ \t]*\n)?[ \t]*\d{1,3}:\d{2}:\d{2}[,.]\d{1,3}\s*-->/
const SCENE_HEADING = /(?:^|\n)[ \t]*(?:INT|EXT|EST|INT\.?\/EXT|I\/E)[. ][^\n]*\S/i
const CAPITAL_CUE = /(?:^|\n)[ \t]*\n[ \t]*\p{Lu}[\p{Lu} .'-]{1,30}(?:\([^)\n]*\))?[ \t]*\n[^\n]*\p{Ll}/u
const MARKDOWN = /(?:^|\n)#{1,6} \S|(?:^|\n)!\[[^\]\n]*\]\(|^---\n[A-Za-z]+:/
const FOUNTAIN_TITLE = /^\s*(?:Title|Credit|Author|Authors|Draft date|Contact|Source|Format):/i

/** Tells a script's format by its file name, else by its content. */
export function detectFormat(text: string, fileName: string): ScriptFormat {
  const sample = text.slice(0, SAMPLE)
  const promised = ENDINGS[fileName.slice(fileName.lastIndexOf('.') + 1).toLowerCase()]
  if (promised !== undefined && promised !== 'text') {
    return promised
  }
  if (sample.trimStart().startsWith('<') && sample.includes('<FinalDraft')) {
    return 'fdx'
  }
  if (SUBRIP.test(sample)) {
    return 'srt'
  }
  if (SCENE_HEADING.test(sample) || FOUNTAIN_TITLE.test(sample)) {
    return 'fountain'
  }
  if (promised === undefined && MARKDOWN.test(sample)) {
    return 'markdown'
  }
  return promised === undefined && CAPITAL_CUE.test(sample) ? 'fountain' : 'text'
}
