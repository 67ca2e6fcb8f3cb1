import type { QueryClient, QueryKey } from '@tanstack/react-query'
import { create } from 'zustand'
import type { Schemas } from './client'
import { forgetToken, token } from './session'

export type Live = 'connecting' | 'live' | 'away'

/** Whether events arrive. While they do not, queries still ask by themselves. */
export const useLive = create<{ state: Live }>(() => ({ state: 'connecting' }))

const ENDED = new Set(['succeeded', 'failed', 'cancelled', 'dead'])

/** Which answers an event makes old. An event is never the truth itself: it only hastens a look. */
export function outdated(event: Schemas['Event']): QueryKey[] {
  const projectId = typeof event.data['projectId'] === 'string' ? event.data['projectId'] : undefined
  const ofProject = (...rest: string[]): QueryKey[] => (projectId === undefined ? [] : [['project', projectId, ...rest]])
  // What has ended may have cost something.
  const money: QueryKey[] = ENDED.has(String(event.data['state'])) ? [['budgets'], ['spend']] : []
  switch (event.event) {
    case 'generation:progress':
      return [['production'], ['jobs'], ...money, ...ofProject('productions')]
    case 'asset:created':
      return [...ofProject('assets'), ['production']]
    case 'project:updated':
      return [['projects'], ['project', projectId ?? event.key]]
    case 'error:occurred':
      return [['production'], ['jobs'], ['providers'], ['calls'], ...ofProject('productions')]
  }
}

/** Gathers what got old and asks for it at most every quarter of a second: a render tells its progress often. */
export function hasten(queries: QueryClient, every = 250): (event: Schemas['Event']) => void {
  const waiting = new Map<string, QueryKey>()
  let timer: ReturnType<typeof setTimeout> | undefined
  return (event) => {
    for (const key of outdated(event)) waiting.set(JSON.stringify(key), key)
    timer ??= setTimeout(() => {
      timer = undefined
      const keys = [...waiting.values()]
      waiting.clear()
      for (const queryKey of keys) void queries.invalidateQueries({ queryKey })
    }, every)
  }
}

const SLOWEST = 15_000

/**
 * Follows the node's events until the returned function is called. After a break it connects again, waiting longer each time, and then
 * asks for everything that is on the screen, because events may have been missed.
 */
export function follow(queries: QueryClient): () => void {
  const hear = hasten(queries)
  let socket: WebSocket | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let wait = 500
  let stopped = false
  let broken = false

  const later = () => {
    if (stopped) return
    broken = true
    useLive.setState({ state: 'away' })
    timer = setTimeout(() => void connect(), wait)
    wait = Math.min(wait * 2, SLOWEST)
  }

  const connect = async () => {
    let key: string
    try {
      key = await token()
    } catch {
      // The node is away; the next attempt asks again.
      later()
      return
    }
    if (stopped) return
    const address = new URL('/api/v1/events', location.href)
    address.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:'
    address.searchParams.set('token', key)
    socket = new WebSocket(address)
    socket.addEventListener('open', () => {
      wait = 500
      useLive.setState({ state: 'live' })
      if (broken) void queries.invalidateQueries()
      broken = false
    })
    socket.addEventListener('message', (message) => hear(JSON.parse(String(message.data)) as Schemas['Event']))
    socket.addEventListener('close', () => {
      // A node that started anew has another token.
      forgetToken()
      later()
    })
  }

  void connect()
  return () => {
    stopped = true
    clearTimeout(timer)
    socket?.close()
  }
}
