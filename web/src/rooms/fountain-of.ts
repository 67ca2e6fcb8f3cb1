import type { Schemas } from '@/api/client'

/** Writes a parsed screenplay in Fountain, forcing whatever Fountain would otherwise read as something else. */
export function fountainOf(script: Schemas['ParsedScript']): string {
  const parts: string[] = []
  const page = [script.title === '' ? '' : `Title: ${script.title}`, script.author === '' ? '' : `Author: ${script.author}`].filter(
    (line) => line !== '',
  )
  if (page.length > 0) parts.push(page.join('\n'))
  for (const scene of script.scenes) {
    if (scene.heading.text !== '') parts.push(heading(scene.heading.text))
    if (scene.synopsis !== undefined && scene.synopsis !== '') parts.push(`= ${scene.synopsis}`)
    let speaker: string | undefined
    for (const element of scene.elements) {
      const speech = speechOf(element)
      if (speech === undefined) {
        parts.push(element.kind === 'action' ? action(element.text) : marked(element))
        speaker = undefined
      } else if (speaker === cue(element)) {
        parts[parts.length - 1] += `\n${speech}`
      } else {
        speaker = cue(element)
        parts.push(`${speaker}\n${speech}`)
      }
    }
  }
  return `${parts.join('\n\n')}\n`
}

const HEADING = /^(int|ext|est|int\.?\/ext|i\/e)[. ]/i

function heading(text: string): string {
  return HEADING.test(text) ? text.toUpperCase() : `.${text}`
}

function action(text: string): string {
  const looksLikeMore = HEADING.test(text) || /^[.@~>=#]/.test(text) || text === text.toUpperCase()
  return looksLikeMore ? `!${text}` : text
}

function marked({ kind, text }: Schemas['ScriptElement']): string {
  switch (kind) {
    case 'centered':
      return `> ${text} <`
    case 'transition':
      return `> ${text}`
    case 'cue':
      return `[image: ${text}]`
    default:
      return text
  }
}

function cue({ speaker = '', extension }: Schemas['ScriptElement']): string {
  const name = speaker === speaker.toUpperCase() ? speaker : `@${speaker}`
  return extension === '' ? name : `${name} (${extension})`
}

function speechOf({ kind, text, speaker }: Schemas['ScriptElement']): string | undefined {
  if (speaker === undefined) return undefined
  if (kind === 'dialogue') return text
  if (kind === 'lyrics') return `~${text}`
  if (kind === 'parenthetical') return text.startsWith('(') ? text : `(${text})`
  return undefined
}
