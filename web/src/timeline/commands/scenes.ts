import { moveTo } from '../changing'
import { clipEnd, clipStart, type Draft, type Track, trackId } from '../draft'
import { type JsonObject, Refused, text } from '../json'
import type { Planners } from './planner'

/** A scene on the timeline, up to where the next one begins. */
interface Scene {
  clips: readonly string[]
  from: number
  to: number
}

/** The order of scenes. */
export const sceneCommands: Planners = {
  'reorder-scenes': (command, draft) => {
    const order = command['scenes'] as readonly (readonly string[])[]
    const track = draft.clip(order[0]?.[0] ?? '', 'visual', 'a picture').track
    const now = scenesNow(order, track)
    const shifts: [string, number][] = []
    let start = now[0]?.from ?? 0
    for (const clips of order) {
      const scene = now.find((each) => each.clips[0] === clips[0])
      if (scene === undefined) throw new TypeError('a scene was lost')
      shifts.push(...shiftsOf(draft, scene, start))
      start += scene.to - scene.from
    }
    for (const [id, at] of shifts) {
      const spot = draft.clip(id)
      moveTo(draft, spot, spot.track, at)
    }
  },
}

/** The scenes as they lie now, which must be all clips of a stretch of the track. */
function scenesNow(order: readonly (readonly string[])[], track: Track): Scene[] {
  const ids = track.clips.map((clip) => text(clip, 'id'))
  const place = (scene: readonly string[]): number => ids.indexOf(scene[0] ?? '')
  const sorted = order.toSorted((one, other) => place(one) - place(other))
  const first = place(sorted[0] ?? [])
  let index = first
  for (const clip of sorted.flat()) {
    if (index < 0 || ids[index] !== clip) {
      throw new Refused(
        `The clip ${clip} does not stand on track ${trackId(track)} where its scene needs it; name all pictures from the first scene to the last, each once.`,
      )
    }
    index++
  }
  let at = first
  return sorted.map((clips) => {
    const next = at + clips.length
    const to = next < index ? clipStart(track, clipAt(track, next)) : clipEnd(track, clipAt(track, next - 1))
    const scene = { clips, from: clipStart(track, clipAt(track, at)), to }
    at = next
    return scene
  })
}

function clipAt(track: Track, index: number): JsonObject {
  const clip = track.clips[index]
  if (clip === undefined) throw new TypeError(`no clip at ${index}`)
  return clip
}

function shiftsOf(draft: Draft, scene: Scene, start: number): [string, number][] {
  return draft.tracks.flatMap((track) => {
    const from = draft.moment(track.kind, scene.from)
    const to = draft.moment(track.kind, scene.to)
    const by = draft.moment(track.kind, start) - from
    return track.clips
      .filter((clip) => {
        const begin = clipStart(track, clip)
        const inside = Math.min(to, clipEnd(track, clip)) - begin
        return begin >= from && begin < to && 2 * inside > clipEnd(track, clip) - begin
      })
      .map((clip): [string, number] => [text(clip, 'id'), clipStart(track, clip) + by])
  })
}
