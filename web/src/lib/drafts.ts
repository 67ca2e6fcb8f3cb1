import type { QueryClient } from '@tanstack/react-query'
import { createStore, type StoreApi } from 'zustand'
import { ApiError, type Problem, type Schemas } from '@/api/client'
import { storage } from './storage'

/**
 * `saved`: the node has it. `typing`: it will be sent when the typing rests. `saving`: it is on its way. `kept`: the node is away, it lies
 * in this browser. `refused`: the node does not take it, `problems` say why.
 */
export type DraftState = 'saved' | 'typing' | 'saving' | 'kept' | 'refused'

export interface Draft {
  text: string
  fileName: string
  state: DraftState
  problems: readonly Problem[]
  /** What the node read from the text it has; undefined before it read any. */
  stored: Schemas['StoredScript'] | undefined
}

export interface DraftServices {
  put: (projectId: string, text: string, fileName: string) => Promise<Schemas['StoredScript']>
  onStored: (projectId: string, stored: Schemas['StoredScript']) => void
  /** How long typing must rest before it is sent, and how long to wait before another try, in milliseconds. */
  rest: number
  again: number
}

const journal = (projectId: string) => `evergreen.draft.${projectId}`

/** A script being written: every change goes to this browser's journal first, then to the node, so that no keystroke is lost. */
export class ScriptDraft {
  readonly store: StoreApi<Draft>
  readonly #projectId: string
  readonly #services: DraftServices
  #timer: ReturnType<typeof setTimeout> | undefined
  #sending: Promise<void> | undefined

  constructor(projectId: string, stored: { text: string; fileName: string } | null, services: DraftServices) {
    this.#projectId = projectId
    this.#services = services
    const kept = readJournal(projectId)
    const text = kept?.text ?? stored?.text ?? ''
    this.store = createStore<Draft>(() => ({
      text,
      fileName: kept?.fileName ?? stored?.fileName ?? '',
      state: 'saved',
      problems: [],
      stored: undefined,
    }))
    if (kept !== null && kept.text !== (stored?.text ?? '')) this.#soon(0)
    else storage.set(journal(projectId), null)
  }

  /** Takes the text as it is now. A new file name only comes with a new file. */
  write(text: string, fileName = this.store.getState().fileName): void {
    storage.set(journal(this.#projectId), JSON.stringify({ text, fileName }))
    this.store.setState({ text, fileName, state: 'typing' })
    this.#soon(this.#services.rest)
  }

  /** Takes over what the node read from a file: nothing is left to send. */
  adopt(stored: Schemas['StoredScript']): void {
    clearTimeout(this.#timer)
    storage.set(journal(this.#projectId), null)
    this.store.setState({ text: stored.script.text, fileName: stored.script.fileName, state: 'saved', problems: [], stored })
  }

  /** Sends what was not sent yet; returns when the node has it or has refused it. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    await this.#sending
    if (this.store.getState().state !== 'saved') {
      this.#sending = this.#send()
      await this.#sending
    }
  }

  #soon(milliseconds: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.flush(), milliseconds)
    if (this.store.getState().state === 'saved') this.store.setState({ state: 'typing' })
  }

  async #send(): Promise<void> {
    const { text, fileName } = this.store.getState()
    if (text.trim() === '') {
      // The node keeps no empty script; an empty page is no mistake either.
      storage.set(journal(this.#projectId), null)
      this.store.setState({ state: 'saved', problems: [], stored: undefined })
      return
    }
    this.store.setState({ state: 'saving' })
    try {
      const stored = await this.#services.put(this.#projectId, text, fileName)
      const current = this.store.getState().text === text
      if (current) storage.set(journal(this.#projectId), null)
      this.store.setState({ state: current ? 'saved' : 'typing', problems: [], stored, fileName: stored.script.fileName })
      this.#services.onStored(this.#projectId, stored)
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      if (this.store.getState().text !== text) return
      if (error.unreachable || error.status === 503) {
        this.store.setState({ state: 'kept', problems: error.problems })
        this.#timer = setTimeout(() => void this.flush(), this.#services.again)
      } else {
        this.store.setState({ state: 'refused', problems: error.problems })
      }
    }
  }
}

function readJournal(projectId: string): { text: string; fileName: string } | null {
  const kept = storage.get(journal(projectId))
  if (kept === null) return null
  try {
    const { text, fileName } = JSON.parse(kept) as { text?: unknown; fileName?: unknown }
    return typeof text === 'string' ? { text, fileName: typeof fileName === 'string' ? fileName : '' } : null
  } catch {
    // Not ours or torn: the node's text stands.
    return null
  }
}

/** Every project's draft lives as long as the page, so that changing rooms never drops one that is on its way. */
export class Drafts {
  readonly #drafts = new Map<string, ScriptDraft>()
  readonly #opened = new Set<() => void>()
  readonly #services: DraftServices

  constructor(services: DraftServices) {
    this.#services = services
  }

  open(projectId: string, stored: { text: string; fileName: string } | null): ScriptDraft {
    let draft = this.#drafts.get(projectId)
    if (draft === undefined) {
      draft = new ScriptDraft(projectId, stored, this.#services)
      this.#drafts.set(projectId, draft)
      // Later: a room opens its draft while it is drawn, when nothing else may be drawn again.
      queueMicrotask(() => {
        for (const tell of this.#opened) tell()
      })
    }
    return draft
  }

  find(projectId: string): ScriptDraft | undefined {
    return this.#drafts.get(projectId)
  }

  /** Tells when another draft is opened; returns what ends that. */
  onOpened(tell: () => void): () => void {
    this.#opened.add(tell)
    return () => this.#opened.delete(tell)
  }
}

/** What a stored script changes in the answers on the screen. */
export function adopt(queries: QueryClient): DraftServices['onStored'] {
  return (projectId, stored) => {
    queries.setQueryData(['project', projectId, 'script'], stored.script)
    queries.setQueryData(['project', projectId, 'scenes'], stored.scenes)
  }
}
