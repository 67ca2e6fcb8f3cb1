// @vitest-environment jsdom
import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Schemas } from '@/api/client'
import { follow, hasten, outdated, useLive } from '@/api/events'
import { forgetToken } from '@/api/session'
import { FakeNode } from './fake-node'

const event = (name: Schemas['Event']['event'], data: Schemas['Event']['data'] = {}, key = 'k'): Schemas['Event'] => ({
  event: name,
  key,
  data,
  timestamp: '2026-03-01T10:00:00Z',
})

class FakeSocket extends EventTarget {
  static opened: FakeSocket[] = []
  readonly address: string
  closed = false

  constructor(address: URL) {
    super()
    this.address = String(address)
    FakeSocket.opened.push(this)
  }

  close(): void {
    this.closed = true
    this.dispatchEvent(new Event('close'))
  }

  hear(message: Schemas['Event']): void {
    this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(message) }))
  }
}

describe('live events', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    FakeSocket.opened = []
    vi.stubGlobal('WebSocket', FakeSocket)
    forgetToken()
  })
  afterEach(() => vi.useRealTimers())

  it('name the answers that they make old', () => {
    expect(outdated(event('asset:created', { projectId: 'p' }))).toEqual([['project', 'p', 'assets'], ['production']])
    expect(outdated(event('project:updated', {}, 'p'))).toEqual([['projects'], ['project', 'p']])
    expect(outdated(event('generation:progress', { projectId: 'p' }))).toContainEqual(['production'])
    expect(outdated(event('error:occurred'))).toContainEqual(['providers'])
    expect(outdated(event('error:occurred'))).toContainEqual(['calls'])
    expect(outdated(event('generation:progress', { state: 'running' }))).not.toContainEqual(['budgets'])
    expect(outdated(event('generation:progress', { state: 'succeeded' }))).toContainEqual(['budgets'])
  })

  it('hasten a look, at most every quarter of a second', async () => {
    const queries = new QueryClient()
    const asked = vi.spyOn(queries, 'invalidateQueries').mockResolvedValue()
    const hear = hasten(queries)
    for (let time = 0; time < 20; time += 1) hear(event('generation:progress', { projectId: 'p' }))
    expect(asked).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(250)
    expect(asked.mock.calls.map(([filter]) => filter?.queryKey)).toEqual([['production'], ['jobs'], ['project', 'p', 'productions']])
  })

  it('come by a socket that carries the token, and comes again after a break with a look at everything', async () => {
    const node = new FakeNode()
    vi.stubGlobal('fetch', node.fetch)
    const queries = new QueryClient()
    const asked = vi.spyOn(queries, 'invalidateQueries').mockResolvedValue()
    const stop = follow(queries)
    await vi.advanceTimersByTimeAsync(0)
    const [first] = FakeSocket.opened
    expect(first?.address).toBe('ws://127.0.0.1:8181/api/v1/events?token=start-token')
    first?.dispatchEvent(new Event('open'))
    expect(useLive.getState().state).toBe('live')
    expect(asked).not.toHaveBeenCalled()

    first?.hear(event('asset:created', { projectId: 'p' }))
    await vi.advanceTimersByTimeAsync(250)
    expect(asked).toHaveBeenCalledWith({ queryKey: ['project', 'p', 'assets'] })

    node.token = 'after-restart'
    first?.close()
    expect(useLive.getState().state).toBe('away')
    await vi.advanceTimersByTimeAsync(500)
    expect(FakeSocket.opened[1]?.address).toContain('token=after-restart')
    asked.mockClear()
    FakeSocket.opened[1]?.dispatchEvent(new Event('open'))
    expect(asked).toHaveBeenCalledWith()
    stop()
    expect(FakeSocket.opened[1]?.closed).toBe(true)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(FakeSocket.opened).toHaveLength(2)
  })

  it('wait longer for each attempt while the node is away', async () => {
    const node = new FakeNode()
    node.down = true
    vi.stubGlobal('fetch', node.fetch)
    const stop = follow(new QueryClient())
    await vi.advanceTimersByTimeAsync(20_000)
    expect(FakeSocket.opened).toHaveLength(0)
    node.down = false
    await vi.advanceTimersByTimeAsync(15_000)
    expect(FakeSocket.opened).toHaveLength(1)
    stop()
  })
})
