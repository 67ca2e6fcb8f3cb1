import { has, type JsonObject, number, object, objects, Refused, same, shown, text, without } from './json'
import type { Json } from './json'
import type { Operation, Place } from './operations'

export type Kind = 'visual' | 'caption' | 'audio'

export const KINDS: readonly Kind[] = ['visual', 'caption', 'audio']
const LISTS: Record<Kind, string> = { visual: 'visualTracks', caption: 'captionTracks', audio: 'audioTracks' }

export interface Track {
  readonly kind: Kind
  /** All but the clips. */
  properties: JsonObject
  readonly clips: JsonObject[]
}

/** A clip where it stands. */
export interface Spot {
  readonly track: Track
  readonly index: number
  readonly clip: JsonObject
  readonly id: string
  readonly start: number
  readonly end: number
}

export const startOf = (kind: Kind): string => (kind === 'audio' ? 'startSample' : 'startFrame')
export const durationOf = (kind: Kind): string => (kind === 'audio' ? 'durationSamples' : 'durationFrames')
export const trackId = (track: Track): string => text(track.properties, 'id')
export const clipStart = (track: Track, clip: JsonObject): number => number(clip, startOf(track.kind))
export const clipEnd = (track: Track, clip: JsonObject): number => clipStart(track, clip) + number(clip, durationOf(track.kind))
export const trackTree = (track: Track): JsonObject => ({ ...track.properties, clips: [...track.clips] })

export function spotAt(track: Track, index: number): Spot | undefined {
  const clip = track.clips[index]
  if (clip === undefined) return undefined
  return {
    track,
    index,
    clip,
    id: text(clip, 'id'),
    get start() {
      return clipStart(track, clip)
    },
    get end() {
      return clipEnd(track, clip)
    },
  }
}

/** Frames and samples at 48 kHz, rounded as the node does it. */
export class Rate {
  private readonly numerator: number
  private readonly unit: number

  constructor(rate: JsonObject) {
    this.numerator = number(rate, 'numerator')
    this.unit = 48_000 * number(rate, 'denominator')
  }

  sampleAt(frame: number): number {
    return Math.floor((frame * this.unit + Math.floor(this.numerator / 2)) / this.numerator)
  }

  framesFor(samples: number): number {
    return Math.floor((samples * this.numerator + this.unit - 1) / this.unit)
  }

  frameAt(sample: number): number {
    return Math.floor((2 * sample * this.numerator + this.unit) / (2 * this.unit))
  }
}

/** A timeline while it is edited. */
export class Draft {
  readonly log: Operation[] = []

  private constructor(
    public properties: JsonObject,
    readonly tracks: Track[],
  ) {}

  static of(timeline: JsonObject): Draft {
    const tracks = KINDS.flatMap((kind) => objects(timeline, LISTS[kind]).map((track) => trackOf(kind, track)))
    const lists = Object.values(LISTS)
    const properties = Object.fromEntries(Object.entries(timeline).filter(([name]) => !lists.includes(name)))
    return new Draft(properties, tracks)
  }

  copy(): Draft {
    return new Draft(
      this.properties,
      this.tracks.map(({ kind, properties, clips }) => ({ kind, properties, clips: [...clips] })),
    )
  }

  tree(): JsonObject {
    const lists = KINDS.map((kind) => [LISTS[kind], this.of(kind).map(trackTree)] as const)
    return { ...this.properties, ...Object.fromEntries(lists) }
  }

  /** Does it, and keeps it. */
  run(operation: Operation): void {
    perform(this, operation)
    this.log.push(operation)
  }

  /** The tracks of a kind, back to front. */
  of(kind: Kind): Track[] {
    return this.tracks.filter((track) => track.kind === kind)
  }

  findTrack(id: string): Track | undefined {
    return this.tracks.find((track) => trackId(track) === id)
  }

  track(id: string): Track {
    const found = this.findTrack(id)
    if (found === undefined) throw new Refused(`The timeline has no track with the id ${id}; read the timeline for the ids.`)
    return found
  }

  find(id: string): Spot | undefined {
    for (const track of this.tracks) {
      const index = track.clips.findIndex((clip) => clip['id'] === id)
      if (index >= 0) return spotAt(track, index)
    }
    return undefined
  }

  clip(id: string, kind?: Kind, what?: string): Spot {
    const spot = this.find(id)
    if (spot === undefined) throw new Refused(`The timeline has no clip with the id ${id}; read the timeline for the ids.`)
    if (kind !== undefined && spot.track.kind !== kind) {
      throw new Refused(
        `The clip ${id} is on the ${spot.track.kind} track ${trackId(spot.track)}, but ${what} is needed here; choose another clip.`,
      )
    }
    return spot
  }

  get rate(): Rate {
    return new Rate(object(object(this.properties, 'canvas'), 'frameRate'))
  }

  /** A moment in the unit of a kind of track. */
  moment(kind: Kind, frame: number): number {
    return kind === 'audio' ? this.rate.sampleAt(frame) : frame
  }

  /** A length in the unit of a kind of track; frames may be negative. */
  length(kind: Kind, frames: number): number {
    return kind === 'audio' ? (frames < 0 ? 0 - this.rate.sampleAt(-frames) : this.rate.sampleAt(frames)) : frames
  }
}

/** Where a clip stands, so that it can be put there again. */
export function placeOf(spot: Spot): Place {
  const next = spotAt(spot.track, spot.index + 1)
  return { track: trackId(spot.track), start: spot.start, before: next !== undefined && next.start === spot.start ? next.id : null }
}

function trackOf(kind: Kind, tree: JsonObject): Track {
  return { kind, properties: without(tree, 'clips'), clips: [...objects(tree, 'clips')] }
}

/** What an operation expects and does not find is refused. */
function perform(draft: Draft, operation: Operation): void {
  switch (operation.op) {
    case 'set':
      return set(draft, operation)
    case 'insert':
      absent(draft, text(operation.clip, 'id'))
      return put(expectedTrack(draft, operation.track), operation.clip, operation.before)
    case 'remove': {
      const spot = expectedClip(draft, text(operation.clip, 'id'))
      expect(spot.id, 'track', trackId(spot.track), operation.track)
      for (const [property, value] of Object.entries(operation.clip)) expect(spot.id, property, spot.clip[property] ?? null, value)
      spot.track.clips.splice(spot.index, 1)
      return
    }
    case 'move': {
      const spot = expectedClip(draft, operation.id)
      const start = startOf(spot.track.kind)
      expect(spot.id, 'track', trackId(spot.track), operation.from.track)
      expect(spot.id, start, spot.start, operation.from.start)
      const to = expectedTrack(draft, operation.to.track)
      spot.track.clips.splice(spot.index, 1)
      return put(to, { ...spot.clip, [startOf(to.kind)]: operation.to.start }, operation.to.before)
    }
    case 'ripple':
      for (const id of operation.tracks) {
        const track = draft.findTrack(id)
        if (track !== undefined) ripple(track, operation)
      }
      return
    case 'insert-track': {
      absent(draft, text(operation.track, 'id'))
      const track = trackOf(operation.kind, operation.track)
      for (const clip of track.clips) absent(draft, text(clip, 'id'))
      return placeTrack(draft, track, operation.index)
    }
    case 'remove-track': {
      const track = expectedTrack(draft, text(operation.track, 'id'))
      expect(trackId(track), 'clips', trackTree(track), operation.track)
      draft.tracks.splice(draft.tracks.indexOf(track), 1)
      return
    }
    case 'move-track': {
      const track = expectedTrack(draft, operation.id)
      expect(operation.id, 'index', draft.of(track.kind).indexOf(track), operation.from)
      draft.tracks.splice(draft.tracks.indexOf(track), 1)
      return placeTrack(draft, track, operation.to)
    }
  }
}

function set(draft: Draft, { id, property, from, to }: Extract<Operation, { op: 'set' }>): void {
  const track = draft.findTrack(id)
  const spot = id === '' || track !== undefined ? undefined : expectedClip(draft, id)
  const owner = id === '' ? draft.properties : track !== undefined ? track.properties : asClip(spot)
  if (!has(owner, property) || property === 'id') {
    throw new Refused(`${id === '' ? 'The timeline' : id} has no property ${property} that can be set; read the timeline.`)
  }
  expect(id, property, owner[property] ?? null, from)
  const changed = { ...owner, [property]: to }
  if (id === '') draft.properties = changed
  else if (track !== undefined) track.properties = changed
  else spot?.track.clips.splice(spot.index, 1, changed)
}

function asClip(spot: Spot | undefined): JsonObject {
  if (spot === undefined) throw new TypeError('no clip')
  return spot.clip
}

function put(track: Track, clip: JsonObject, before: string | null): void {
  const start = clipStart(track, clip)
  const clips = track.clips
  const startAt = (index: number): number => {
    const each = clips[index]
    return each === undefined ? Number.NaN : clipStart(track, each)
  }
  let index = clips.length
  while (index > 0 && startAt(index - 1) > start) index--
  for (let i = index - 1; i >= 0 && startAt(i) === start; i--) {
    if (clips[i]?.['id'] === before) index = i
  }
  clips.splice(index, 0, clip)
}

function ripple(track: Track, operation: Extract<Operation, { op: 'ripple' }>): void {
  const sound = track.kind === 'audio'
  const from = sound ? operation.fromSample : operation.fromFrame
  const by = sound ? operation.samples : operation.frames
  track.clips.forEach((clip, index) => {
    const start = clipStart(track, clip)
    if (start >= from) track.clips[index] = { ...clip, [startOf(track.kind)]: start + by }
    else if (start >= from + by) {
      throw new Refused(
        `The clip ${text(clip, 'id')} on track ${trackId(track)} starts where the gap would close; remove or move it first, or ripple one track only.`,
      )
    }
  })
}

function placeTrack(draft: Draft, track: Track, index: number): void {
  const alike = draft.of(track.kind)
  const next = alike[index]
  const last = alike.at(-1)
  if (next !== undefined) draft.tracks.splice(draft.tracks.indexOf(next), 0, track)
  else if (last === undefined) draft.tracks.push(track)
  else draft.tracks.splice(draft.tracks.indexOf(last) + 1, 0, track)
}

function expectedClip(draft: Draft, id: string): Spot {
  const spot = draft.find(id)
  if (spot === undefined) throw new Refused(`The timeline has no clip with the id ${id} any more; read the timeline.`)
  return spot
}

function expectedTrack(draft: Draft, id: string): Track {
  const track = draft.findTrack(id)
  if (track === undefined) throw new Refused(`The timeline has no track with the id ${id} any more; read the timeline.`)
  return track
}

function absent(draft: Draft, id: string): void {
  if (draft.find(id) !== undefined || draft.findTrack(id) !== undefined) {
    throw new Refused(`The timeline has a clip or track with the id ${id} already; choose another id.`)
  }
}

function expect(id: string, property: string, is: Json, expected: Json): void {
  if (same(is, expected)) return
  const owner = id === '' ? `The timeline's ${property}` : `The ${property} of ${id}`
  throw new Refused(`${owner} is ${shown(is)}, not ${shown(expected)} as the operation expects; read the timeline.`)
}
