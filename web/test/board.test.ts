import { describe, expect, it } from 'vitest'
import type { Schemas } from '@/api/client'
import { board, changesSince, shotAt } from '@/rooms/edit/board'
import { FakeNode, job } from './fake-node'
import { film, withFilm } from './film'

describe('the board', () => {
  const { scenes, timeline } = film()
  const rows = board(scenes, timeline.timeline)

  it('puts times and captions to the planned shots', () => {
    expect(rows.map((scene) => scene.shots.map(({ name, start, seconds }) => ({ name, start, seconds })))).toEqual([
      [
        { name: '1.1', start: 0, seconds: 4 },
        { name: '1.2', start: 4, seconds: 3 },
      ],
      [{ name: '2.1', start: 7, seconds: 5 }],
    ])
    expect(rows[0]?.shots[0]?.captions.map(({ clip, start }) => [clip.text, start])).toEqual([['Twice a day the sea goes out.', 0.5]])
    expect(rows[0]?.shots[1]?.captions).toEqual([])
  })

  it('knows which shot is seen when', () => {
    expect(shotAt(rows, 0)).toBe('beach/1')
    expect(shotAt(rows, 6.9)).toBe('beach/2')
    expect(shotAt(rows, 99)).toBeUndefined()
  })

  it('shows planned shots before there is a film', () => {
    const [first] = board(scenes, undefined)
    expect(first?.shots[0]).toMatchObject({ name: '1.1', start: undefined, captions: [] })
  })

  it('counts by the film’s own rate', () => {
    const slow: Schemas['TimelineSnapshot'] = {
      ...timeline.timeline,
      canvas: { ...timeline.timeline.canvas, frameRate: { numerator: 24000, denominator: 1001 } },
    }
    expect(board(scenes, slow)[0]?.shots[1]?.start).toBeCloseTo(120 / (24000 / 1001), 6)
  })
})

describe('changes since the film', () => {
  const run = withFilm(new FakeNode())
  run.steps.push(job({ id: '3', kind: 'production.assemble', title: 'Assemble', state: 'succeeded', completedAt: '2026-03-01T10:00:30Z' }))
  const at = (createdAt: string) => ({ createdAt })

  it('are those made after its timeline was assembled, even while it was rendered', () => {
    expect(changesSince([run], at('2026-03-01T10:00:30Z'), {}).timeline).toBe(false)
    expect(changesSince([run], at('2026-03-01T10:00:45Z'), {}).timeline).toBe(true)
  })

  it('count pictures that were asked for after it began', () => {
    const asked = { before: '2026-03-01T09:59:00Z', after: '2026-03-01T10:00:10Z' }
    expect(changesSince([run], at('2026-03-01T10:00:00Z'), asked).pictures).toEqual(['after'])
  })

  it('look past productions that did not finish', () => {
    const broken = { ...run, job: { ...run.job, state: 'failed' as const, createdAt: '2026-03-01T12:00:00Z' } }
    expect(changesSince([broken, run], at('2026-03-01T11:00:00Z'), {}).timeline).toBe(true)
    expect(changesSince([broken], at('2026-03-01T11:00:00Z'), { shot: '2026-03-01T09:00:00Z' })).toEqual({
      timeline: false,
      pictures: ['shot'],
    })
  })
})
