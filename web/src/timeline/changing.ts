import { type Draft, durationOf, placeOf, type Spot, startOf, type Track, trackId } from './draft'
import { type Json, type JsonObject, number, object, objects, Refused, same, shifted, text } from './json'

/** The steps that many commands share. */

export function set(draft: Draft, id: string, property: string, from: Json, to: Json): void {
  if (!same(from, to)) draft.run({ op: 'set', id, property, from, to })
}

export function setOn(draft: Draft, spot: Spot, property: string, to: Json): void {
  set(draft, spot.id, property, spot.clip[property] ?? null, to)
}

/** Makes a clip equal to another value of it, which keeps its id. */
export function become(draft: Draft, spot: Spot, wanted: JsonObject): void {
  const start = startOf(spot.track.kind)
  for (const [property, value] of Object.entries(wanted)) {
    if (property !== start) setOn(draft, spot, property, value)
  }
  moveTo(draft, draft.clip(spot.id), spot.track, number(wanted, start))
}

export function moveTo(draft: Draft, spot: Spot, to: Track, start: number): void {
  if (spot.track !== to || spot.start !== start) {
    draft.run({ op: 'move', id: spot.id, from: placeOf(spot), to: { track: trackId(to), start, before: null } })
  }
}

export function remove(draft: Draft, spot: Spot): void {
  draft.run({ op: 'remove', track: trackId(spot.track), clip: spot.clip, before: placeOf(spot).before })
}

/** Moves what starts there or later; both in the unit of the track's kind. */
export function ripple(draft: Draft, scope: string, track: Track, from: number, by: number): void {
  if (scope === 'none' || by === 0) return
  const tracks = scope === 'track' ? [trackId(track)] : draft.tracks.map(trackId)
  const rate = draft.rate
  if (track.kind === 'audio') {
    const frames = Math.sign(by) * rate.frameAt(Math.abs(by))
    draft.run({ op: 'ripple', tracks, fromFrame: rate.framesFor(from), frames, fromSample: from, samples: by })
  } else {
    const fromSample = rate.sampleAt(from)
    draft.run({ op: 'ripple', tracks, fromFrame: from, frames: by, fromSample, samples: draft.length('audio', by) })
  }
}

export function scopeOf(command: JsonObject, otherwise: string): string {
  return String(command['ripple'] ?? otherwise)
}

/** `value * numerator / denominator`, rounded to the nearest. */
export function scaled(value: number, numerator: number, denominator: number): number {
  return Math.floor((2 * value * numerator + denominator) / (2 * denominator))
}

/** Whether a visual clip has frames of its own. */
export function isMoving(clip: JsonObject): boolean {
  const source = object(clip, 'source')
  return source['type'] === 'MediaSource' && text(source, 'mediaType').startsWith('video/')
}

export function isTitle(clip: JsonObject): boolean {
  return object(clip, 'source')['type'] === 'TitleSource'
}

export function movingPicture(draft: Draft, id: string): Spot {
  const spot = draft.clip(id, 'visual', 'a moving picture')
  if (!isMoving(spot.clip)) {
    throw new Refused(`The clip ${id} does not move, so it has no other part and no speed; trim it instead.`)
  }
  return spot
}

/** Where in the source a clip begins when it begins that much later. */
export function inPoint(spot: Spot, property: string, distance: number, unit: string): number {
  const is = number(spot.clip, property)
  if (is + distance < 0) {
    throw new Refused(
      `The source of clip ${spot.id} has only ${is} ${unit} before what the clip shows, not ${0 - distance}; choose a later frame.`,
    )
  }
  return is + distance
}

/** The same clip beginning later in its content (earlier, where the distance is negative); start and length are left as they are. */
export function later(spot: Spot, distance: number): JsonObject {
  const clip = spot.clip
  if (spot.track.kind === 'caption') return { ...clip, words: laterWords(clip, distance) }
  if (spot.track.kind === 'audio') {
    return {
      ...clip,
      gain: shifted(objects(clip, 'gain'), 'sample', -distance),
      effects: laterEffects(clip, distance),
      inPointSample: inPoint(spot, 'inPointSample', distance, 'samples'),
    }
  }
  const result = { ...clip, transform: laterTransform(object(clip, 'transform'), distance), effects: laterEffects(clip, distance) }
  if (!isMoving(clip)) return result
  const speed = object(clip, 'speed')
  const frames = scaled(distance, number(speed, 'numerator'), number(speed, 'denominator'))
  return { ...result, inPointFrame: inPoint(spot, 'inPointFrame', frames, 'frames') }
}

export function laterTransform(transform: JsonObject, distance: number): JsonObject {
  return { ...transform, camera: shifted(objects(transform, 'camera'), 'frame', -distance) }
}

function laterEffects(clip: JsonObject, distance: number): JsonObject[] {
  return objects(clip, 'effects').map((effect) => ({
    ...effect,
    curves: Object.fromEntries(
      Object.entries(object(effect, 'curves')).map(([name, curve]) => [
        name,
        { keyframes: shifted(objects(curve as JsonObject, 'keyframes'), 'frame', -distance) },
      ]),
    ),
  }))
}

function laterWords(clip: JsonObject, distance: number): JsonObject[] {
  return objects(clip, 'words').map((word) => {
    const start = Math.max(0, number(word, 'startFrame') - distance)
    const end = Math.max(start, number(word, 'startFrame') + number(word, 'durationFrames') - distance)
    return { ...word, startFrame: start, durationFrames: end - start }
  })
}

/** A clip with another length. */
export function lasting(spot: Spot, clip: JsonObject, start: number, end: number): JsonObject {
  return { ...clip, [startOf(spot.track.kind)]: start, [durationOf(spot.track.kind)]: end - start }
}
