// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiError, type Problem, type Schemas } from '@/api/client'
import { Drafts, ScriptDraft } from '@/lib/drafts'

const problem: Problem = { code: 'invalid', field: 'script:3:1', message: 'Line 3 is no script.' }

function storedAs(text: string, fileName = 'a.fountain'): Schemas['StoredScript'] {
  return {
    script: { id: 's', projectId: 'p', format: 'fountain', fileName, text, version: 1, createdAt: '', links: {} },
    scenes: [],
    characters: [],
    settings: { format: '', music: '', style: '', voice: '', language: '' },
    diagnostics: [],
  }
}

function desk(stored: { text: string; fileName: string } | null = null) {
  const sent: string[] = []
  let answer: (text: string) => Promise<Schemas['StoredScript']> = (text) => Promise.resolve(storedAs(text))
  const draft = new ScriptDraft('p', stored, {
    put: (_, text) => {
      sent.push(text)
      return answer(text)
    },
    onStored: () => undefined,
    rest: 800,
    again: 4000,
  })
  return { draft, sent, state: () => draft.store.getState(), reply: (next: typeof answer) => (answer = next) }
}

const journal = () => localStorage.getItem('evergreen.draft.p')

describe('a script being written', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => vi.useRealTimers())

  it('is in the journal at once and with the node when typing rests', async () => {
    const { draft, sent, state } = desk()
    draft.write('EXT. A')
    draft.write('EXT. A - DAY')
    expect(journal()).toContain('EXT. A - DAY')
    expect(state().state).toBe('typing')
    await vi.advanceTimersByTimeAsync(799)
    expect(sent).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(sent).toEqual(['EXT. A - DAY'])
    expect(state().state).toBe('saved')
    expect(journal()).toBeNull()
  })

  it('is kept here while the node is away and sent when it is back', async () => {
    const { draft, sent, state, reply } = desk()
    reply(() => Promise.reject(new ApiError(0, [problem])))
    draft.write('words')
    await vi.advanceTimersByTimeAsync(800)
    expect(state().state).toBe('kept')
    expect(journal()).toContain('words')
    reply((text) => Promise.resolve(storedAs(text)))
    await vi.advanceTimersByTimeAsync(4000)
    expect(sent).toEqual(['words', 'words'])
    expect(state().state).toBe('saved')
  })

  it('shows what the node refuses and stays in the journal', async () => {
    const { draft, state, reply } = desk()
    reply(() => Promise.reject(new ApiError(400, [problem])))
    draft.write('?')
    await vi.advanceTimersByTimeAsync(800)
    expect(state()).toMatchObject({ state: 'refused', problems: [problem] })
    expect(journal()).toContain('?')
  })

  it('does not call words saved that were written while others were on their way', async () => {
    const { draft, sent, state, reply } = desk()
    let arrive: (stored: Schemas['StoredScript']) => void = () => undefined
    reply(() => new Promise((resolve) => (arrive = resolve)))
    draft.write('one')
    await vi.advanceTimersByTimeAsync(800)
    draft.write('one two')
    arrive(storedAs('one'))
    await vi.advanceTimersByTimeAsync(0)
    expect(state()).toMatchObject({ text: 'one two', state: 'typing' })
    expect(journal()).toContain('one two')
    reply((text) => Promise.resolve(storedAs(text)))
    await vi.advanceTimersByTimeAsync(800)
    expect(sent).toEqual(['one', 'one two'])
    expect(state().state).toBe('saved')
  })

  it('comes back from the journal after a reload and is sent then', async () => {
    localStorage.setItem('evergreen.draft.p', JSON.stringify({ text: 'unsent', fileName: 'b.md' }))
    const { sent, state } = desk({ text: 'older', fileName: 'b.md' })
    expect(state()).toMatchObject({ text: 'unsent', fileName: 'b.md' })
    await vi.advanceTimersByTimeAsync(0)
    expect(sent).toEqual(['unsent'])
  })

  it('takes the node’s text when the journal is torn', () => {
    localStorage.setItem('evergreen.draft.p', '{"text": "half')
    const { state } = desk({ text: 'whole', fileName: '' })
    expect(state()).toMatchObject({ text: 'whole', state: 'saved' })
  })

  it('never sends an empty page', async () => {
    const { draft, sent, state } = desk({ text: 'words', fileName: '' })
    draft.write('  ')
    await draft.flush()
    expect(sent).toEqual([])
    expect(state().state).toBe('saved')
  })

  it('waits for what is on its way before it says that all is sent', async () => {
    const { draft, sent } = desk()
    draft.write('words')
    await draft.flush()
    expect(sent).toEqual(['words'])
    await draft.flush()
    expect(sent).toEqual(['words'])
  })

  it('is one per project, and tells when it is opened', async () => {
    const drafts = new Drafts({ put: (_, text) => Promise.resolve(storedAs(text)), onStored: () => undefined, rest: 1, again: 1 })
    const told = vi.fn<() => void>()
    const stop = drafts.onOpened(told)
    expect(drafts.find('p')).toBeUndefined()
    const draft = drafts.open('p', null)
    expect(drafts.open('p', { text: 'other', fileName: '' })).toBe(draft)
    await vi.advanceTimersByTimeAsync(0)
    expect(told).toHaveBeenCalledTimes(1)
    stop()
    drafts.open('q', null)
    await vi.advanceTimersByTimeAsync(0)
    expect(told).toHaveBeenCalledTimes(1)
  })
})
