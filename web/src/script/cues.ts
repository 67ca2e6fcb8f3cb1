import { strip } from './text'

const CUE = /\[?\[[ \t\n\v\f\r]{0,20}(?:image|picture|photo|video|clip|sound|audio|media)[ \t\n\v\f\r]{0,20}:([^[\]\n]{1,300})\]\]?/gi
const MARKDOWN_IMAGE = /!\[([^\]\n]{0,300})\]\([ \t]{0,20}<?([^)>\s]{1,300})>?(?:[ \t]{1,20}[^)\n]{0,300})?\)/g

export interface Cues {
  /** The text without the cues. */
  readonly text: string
  /** What was asked for, in order. */
  readonly names: readonly string[]
}

/** Pictures, clips and sounds that a writer asks for by name: [image: shore.png], also as a note, and in Markdown as a picture. */
export function findCues(text: string, markdown: boolean): Cues {
  const written = find(CUE, 1, text)
  if (!markdown) {
    return written
  }
  const pictures = find(MARKDOWN_IMAGE, 2, written.text)
  return { text: pictures.text, names: [...written.names, ...pictures.names] }
}

function find(pattern: RegExp, group: number, text: string): Cues {
  const names = text.includes('[') ? [...text.matchAll(pattern)].map((match) => strip(match[group] ?? '')) : []
  return names.length === 0
    ? { text, names }
    : { text: strip(text.replaceAll(pattern, '').replaceAll(/ {2,}/g, ' ')), names }
}
