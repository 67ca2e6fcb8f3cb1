import { api, type Schemas, take } from '@/api/client'
import { fountainOf } from './fountain-of'

/** File endings that the node reads. */
export const SCRIPT_FILES = '.fountain,.spmd,.txt,.md,.markdown,.fdx,.srt,text/plain,text/markdown'

/**
 * Stores a file as it is: the node understands every Unicode encoding and answers with the text. A Final Draft file is a program's
 * format, nobody wants to edit that: it becomes the same screenplay in Fountain.
 */
export async function storeScriptFile(projectId: string, file: File): Promise<Schemas['StoredScript']> {
  const params = { path: { projectId }, query: { fileName: file.name } }
  const bytes = await file.arrayBuffer()
  if (!/\.fdx$/i.test(file.name)) {
    return take(api.PUT('/projects/{projectId}/script', { params, ...raw(bytes) }))
  }
  const parsed = await take(api.POST('/scripts/parse', { params: { query: { fileName: file.name } }, ...raw(bytes) }))
  return take(
    api.PUT('/projects/{projectId}/script', {
      params: { path: { projectId } },
      body: { text: fountainOf(parsed), fileName: file.name.replace(/\.fdx$/i, '.fountain') },
    }),
  )
}

// The description knows a raw body as text; the bytes are sent as they are.
function raw(bytes: ArrayBuffer): { body: never; bodySerializer: () => ArrayBuffer; headers: { 'Content-Type': string } } {
  return { body: bytes as never, bodySerializer: () => bytes, headers: { 'Content-Type': 'application/octet-stream' } }
}

/** A project's name for a file: its own without the ending, words apart. */
export function titleOf(fileName: string): string {
  const words = fileName
    .replace(/\.[^.]+$/, '')
    .replace(/[_-]+/g, ' ')
    .trim()
  return words === '' ? '' : words.charAt(0).toUpperCase() + words.slice(1)
}
