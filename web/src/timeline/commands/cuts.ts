import { become, inPoint, lasting, later, laterTransform, movingPicture, ripple, scaled, scopeOf, set, setOn, isTitle } from '../changing'
import { type Draft, durationOf, type Kind, type Spot, spotAt, trackId } from '../draft'
import { has, type JsonObject, number, object, objects, Refused, text } from '../json'
import type { Planners } from './planner'

/** Where clips begin and end, and which part of their source they show. */
export const cutCommands: Planners = {
  split: (command, draft) => {
    const spot = draft.clip(text(command, 'clip'))
    const at = inside(command, draft, spot)
    const offset = at - spot.start
    const newId = has(command, 'newId') ? text(command, 'newId') : freeId(draft, spot.id)
    let first = lasting(spot, spot.clip, spot.start, at)
    let second = lasting(spot, { ...later(spot, offset), id: newId }, at, spot.end)
    if (spot.track.kind === 'visual') {
      first = { ...first, transition: null }
      if (isTitle(first)) {
        first = { ...first, source: { ...object(first, 'source'), exit: 'NONE' } }
        second = { ...second, source: { ...object(second, 'source'), entrance: 'NONE' } }
      }
    } else if (spot.track.kind === 'caption') {
      const [said, rest] = splitWords(spot, offset, objects(second, 'words'))
      first = { ...first, ...said }
      second = { ...second, ...rest }
    } else {
      first = { ...first, fadeOutSamples: 0 }
      second = { ...second, fadeInSamples: 0 }
    }
    become(draft, spot, first)
    draft.run({ op: 'insert', track: trackId(spot.track), clip: second, before: null })
    splitLayouts(draft, spot.id, newId, offset)
  },

  'trim-start': (command, draft) => {
    const spot = draft.clip(text(command, 'clip'))
    const kind = spot.track.kind
    const at = draft.moment(kind, number(command, 'frame'))
    if (at >= spot.end) {
      throw new Refused(
        `The clip ${spot.id} ends at frame ${frame(draft, kind, spot.end)}, so it cannot begin at frame ${number(command, 'frame')}; remove it instead.`,
      )
    }
    const scope = scopeOf(command, 'none')
    const distance = at - spot.start
    const start = scope === 'none' ? at : spot.start
    become(draft, spot, lasting(spot, later(spot, distance), start, start + spot.end - at))
    ripple(draft, scope, spot.track, spot.end, -distance)
  },

  'trim-end': (command, draft) => {
    const spot = draft.clip(text(command, 'clip'))
    const kind = spot.track.kind
    const at = draft.moment(kind, number(command, 'frame'))
    if (at <= spot.start) {
      throw new Refused(
        `The clip ${spot.id} begins at frame ${frame(draft, kind, spot.start)}, so it cannot end at frame ${number(command, 'frame')}; remove it instead.`,
      )
    }
    setOn(draft, spot, durationOf(kind), at - spot.start)
    ripple(draft, scopeOf(command, 'none'), spot.track, spot.end, at - spot.end)
  },

  roll: (command, draft) => {
    const spot = draft.clip(text(command, 'clip'))
    const kind = spot.track.kind
    const next = spotAt(spot.track, spot.index + 1)
    if (next === undefined || next.start !== spot.end) {
      throw new Refused(`No clip follows clip ${spot.id} at once, so there is no cut to roll; trim its end instead.`)
    }
    const at = draft.moment(kind, number(command, 'frame'))
    if (at <= spot.start || at >= next.end) {
      throw new Refused(
        `The cut between clips ${spot.id} and ${next.id} can lie at frames ${frame(draft, kind, spot.start) + 1} to ${frame(draft, kind, next.end) - 1}, not at ${number(command, 'frame')}; choose one of these.`,
      )
    }
    const moved = lasting(next, later(next, at - next.start), at, next.end)
    setOn(draft, spot, durationOf(kind), at - spot.start)
    become(draft, next, moved)
  },

  slip: (command, draft) => {
    const spot = draft.clip(text(command, 'clip'))
    const frames = number(command, 'frames')
    if (spot.track.kind === 'caption') {
      throw new Refused(`The caption ${spot.id} has no source to slip; set its time or its words instead.`)
    }
    if (spot.track.kind === 'audio') {
      setOn(draft, spot, 'inPointSample', inPoint(spot, 'inPointSample', draft.length('audio', frames), 'samples'))
      return
    }
    const speed = object(movingPicture(draft, spot.id).clip, 'speed')
    const distance = scaled(frames, number(speed, 'numerator'), number(speed, 'denominator'))
    setOn(draft, spot, 'inPointFrame', inPoint(spot, 'inPointFrame', distance, 'frames'))
  },

  'set-speed': (command, draft) => {
    const spot = movingPicture(draft, text(command, 'clip'))
    const old = object(spot.clip, 'speed')
    const speed = object(command, 'speed')
    const length = Math.max(
      1,
      scaled(
        spot.end - spot.start,
        number(old, 'numerator') * number(speed, 'denominator'),
        number(old, 'denominator') * number(speed, 'numerator'),
      ),
    )
    become(draft, spot, { ...spot.clip, speed, durationFrames: length })
    ripple(draft, scopeOf(command, 'none'), spot.track, spot.end, spot.start + length - spot.end)
  },
}

function freeId(draft: Draft, id: string): string {
  const stem = id.replace(/~[0-9]+$/, '')
  let count = 2
  while (draft.find(`${stem}~${count}`) !== undefined || draft.findTrack(`${stem}~${count}`) !== undefined) count++
  return `${stem}~${count}`
}

function splitWords(spot: Spot, offset: number, moved: readonly JsonObject[]): [JsonObject, JsonObject] {
  const words = text(spot.clip, 'text').trim().split(/\s+/)
  const timings = objects(spot.clip, 'words')
  if (words.length < 2) {
    throw new Refused(`The caption ${spot.id} has one word only, which cannot be split; trim it instead.`)
  }
  const timed = timings.length === words.length
  const before = timed
    ? timings.filter((word) => number(word, 'startFrame') < offset).length
    : scaled(words.length, offset, spot.end - spot.start)
  const count = Math.max(1, Math.min(words.length - 1, before))
  return [
    { text: words.slice(0, count).join(' '), words: timed ? timings.slice(0, count) : [] },
    { text: words.slice(count).join(' '), words: timed ? moved.slice(count) : [] },
  ]
}

/** What a person set for other aspects goes on in the second part. */
function splitLayouts(draft: Draft, id: string, newId: string, offset: number): void {
  const layouts = objects(draft.properties, 'layouts')
  const more = layouts
    .filter((layout) => layout['clipId'] === id)
    .map((layout) => ({ ...layout, clipId: newId, transform: laterTransform(object(layout, 'transform'), offset) }))
  set(draft, '', 'layouts', layouts, [...layouts, ...more])
}

/** The command's frame, which must leave something of the clip on both sides. */
function inside(command: JsonObject, draft: Draft, spot: Spot): number {
  const kind = spot.track.kind
  const at = draft.moment(kind, number(command, 'frame'))
  if (at <= spot.start || at >= spot.end) {
    throw new Refused(
      `The clip ${spot.id} reaches from frame ${frame(draft, kind, spot.start)} to ${frame(draft, kind, spot.end)}, so it cannot be split at frame ${number(command, 'frame')}; choose a frame between them.`,
    )
  }
  return at
}

function frame(draft: Draft, kind: Kind, moment: number): number {
  return kind === 'audio' ? draft.rate.frameAt(moment) : moment
}
