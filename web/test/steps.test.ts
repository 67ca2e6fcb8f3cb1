import { describe, expect, it } from 'vitest'
import { groupSteps, servicesOf } from '@/rooms/generate/steps'
import { job } from './fake-node'

const bill = (provider: string, cached = false) => ({ bill: [{ item: 'x', provider, cached, charge: {} }] })

describe('steps of a production', () => {
  it('stand together by kind, in the order of the work', () => {
    const groups = groupSteps([
      job({ id: '1', kind: 'production.parse', title: 'Read', state: 'succeeded' }),
      job({ id: '2', kind: 'production.narrate', title: 'Narrate 1', state: 'succeeded', output: bill('narrator') }),
      job({ id: '3', kind: 'production.illustrate', title: 'Illustrate 1', state: 'running', progress: 50 }),
      job({ id: '4', kind: 'production.narrate', title: 'Narrate 2', state: 'waiting' }),
    ])
    expect(groups.map(({ kind, done, progress, state }) => ({ kind, done, progress, state }))).toEqual([
      { kind: 'production.parse', done: 1, progress: 100, state: 'done' },
      { kind: 'production.narrate', done: 1, progress: 50, state: 'running' },
      { kind: 'production.illustrate', done: 0, progress: 50, state: 'running' },
    ])
  })

  it.each([
    [['succeeded', 'failed', 'running'] as const, 'failed'],
    [['dead'] as const, 'failed'],
    [['waiting', 'parked'] as const, 'parked'],
    [['cancelled', 'succeeded'] as const, 'cancelled'],
    [['waiting'] as const, 'waiting'],
  ])('%j together are %s', (states, expected) => {
    const steps = states.map((state, index) => job({ id: String(index), kind: 'k', title: 't', state }))
    expect(groupSteps(steps)[0]?.state).toBe(expected)
  })

  it('say who served them, each once, and call a provider reused only when all of its results were', () => {
    const [group] = groupSteps([
      job({ id: '1', kind: 'k', title: 't', state: 'succeeded', output: bill('painter', true) }),
      job({ id: '2', kind: 'k', title: 't', state: 'succeeded', output: bill('painter', false) }),
      job({ id: '3', kind: 'k', title: 't', state: 'succeeded', output: bill('archive', true) }),
    ])
    expect(group?.services).toEqual([
      { provider: 'painter', cached: false },
      { provider: 'archive', cached: true },
    ])
  })

  it('have no service before they are done', () => expect(servicesOf(job({ id: '1', kind: 'k', title: 't' }))).toEqual([]))
})
