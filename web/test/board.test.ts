import { describe, expect, it } from 'vitest'
import type { Schemas } from '@/api/client'
import { board, shotAt } from '@/rooms/edit/board'
import { film } from './film'

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
