export type LineKind = 'heading' | 'character' | 'parenthetical' | 'dialogue' | 'lyrics' | 'transition' | 'centered' | 'section' | 'synopsis' | 'note' | 'hidden' | 'cue' | 'title' | 'action'

export interface DividedScene {
  number: string
  heading: string
  line: number
  seconds: number
}
export interface DividedCharacter {
  name: string
  lines: number
}
export interface Division {
  format: 'fountain' | 'fdx' | 'markdown' | 'text' | 'srt'
  title: string
  kinds: LineKind[]
  scenes: DividedScene[]
  characters: DividedCharacter[]
  words: number
}

export function divide(text: string, _fileName: string): Division {
  const lines = text.split('\n')
  const kinds: LineKind[] = []
  const scenes: DividedScene[] = []
  const cast = new Map<string, number>()
  let inTitle = /^[A-Z][\w ]*:/i.test(lines[0] ?? '')
  let speaking = false
  lines.forEach((line, i) => {
    const blank = line.trim() === ''
    const before = (lines[i - 1] ?? '').trim() === ''
    if (inTitle) { kinds.push('title'); if (blank) inTitle = false; return }
    if (blank) { speaking = false; kinds.push('action'); return }
    if (before && (/^(int|ext|est|i\/e)[. ]/i.test(line) || /^\.[^.]/.test(line))) { kinds.push('heading'); scenes.push({ number: String(scenes.length + 1), heading: line.replace(/^\./, ''), line: i + 1, seconds: 0 }); return }
    if (before && /^[A-Z][A-Z .'-]+(\(.*\))?$/.test(line) && (lines[i + 1] ?? '').trim() !== '') { kinds.push('character'); speaking = true; const n = line.replace(/\(.*\)/, '').trim(); cast.set(n, (cast.get(n) ?? 0) + 1); return }
    if (speaking) { kinds.push(/^\(/.test(line) ? 'parenthetical' : 'dialogue') } else kinds.push('action')
    const s = scenes.at(-1); if (s) s.seconds += line.split(/\s+/).length / 2.5
  })
  return { format: 'fountain', title: '', kinds, scenes, characters: [...cast].map(([name, n]) => ({ name, lines: n })), words: text.split(/\s+/).filter(Boolean).length }
}

export function lineOffset(text: string, line: number): number {
  let offset = 0
  for (let at = 1; at < line; at += 1) {
    const end = text.indexOf('\n', offset)
    if (end === -1) return text.length
    offset = end + 1
  }
  return offset
}

export function sceneAt(division: Division, text: string, offset: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1
  return division.scenes.findLastIndex((scene) => scene.line <= line) + 1
}
