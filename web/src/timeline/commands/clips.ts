import { become, isMoving, moveTo, remove, ripple, scopeOf } from '../changing'
import { clipEnd, clipStart, type Draft, type Kind, trackId } from '../draft'
import { has, type JsonObject, number, object, objects, Refused, text } from '../json'
import { checkShape } from '../schema'
import { completeEffect, completeTransition } from './effects'
import type { Planners } from './planner'

/** The definitions of the schema that clips fit. */
export const SHAPES: Record<Kind, string> = { visual: 'visualClip', caption: 'captionClip', audio: 'audioClip' }

const USUAL: Record<Kind, JsonObject> = {
  visual: {
    inPointFrame: 0,
    speed: { numerator: 1, denominator: 1 },
    transform: { fit: 'COVER', placement: { x: 0, y: 0, width: 1, height: 1, opacity: 1 }, camera: [] },
    effects: [],
    transition: null,
  },
  caption: { speaker: '', words: [] },
  audio: { inPointSample: 0, gain: [], fadeInSamples: 0, fadeOutSamples: 0, effects: [] },
}

/** Clips as wholes: putting them in, taking them out, moving them, and what they are made of. */
export const clipCommands: Planners = {
  'insert-clip': (command, draft) => {
    const track = draft.track(text(command, 'track'))
    const given = object(command, 'clip')
    checkShape(SHAPES[track.kind], 'insert-clip.clip', given)
    const clip = complete(track.kind, given)
    const start = clipStart(track, clip)
    ripple(draft, scopeOf(command, 'none'), track, start, clipEnd(track, clip) - start)
    draft.run({ op: 'insert', track: trackId(track), clip, before: null })
  },

  'remove-clip': (command, draft) => remove(draft, draft.clip(text(command, 'clip'))),

  'ripple-remove': (command, draft) => {
    const spot = draft.clip(text(command, 'clip'))
    remove(draft, spot)
    ripple(draft, scopeOf(command, 'track'), spot.track, spot.end, spot.start - spot.end)
  },

  move: (command, draft) => {
    const spot = draft.clip(text(command, 'clip'))
    const to = has(command, 'track') ? draft.track(text(command, 'track')) : spot.track
    if (to.kind !== spot.track.kind) {
      throw new Refused(
        `The clip ${spot.id} is on the ${spot.track.kind} track ${trackId(spot.track)} and cannot go to the ${to.kind} track ${trackId(to)}; choose a track of its kind.`,
      )
    }
    moveTo(draft, spot, to, draft.moment(to.kind, number(command, 'frame')))
  },

  'replace-source': (command, draft) => {
    const spot = draft.clip(text(command, 'clip'), 'visual', 'a picture')
    const inPointFrame = number(command, 'inPointFrame', 0)
    const clip = { ...spot.clip, source: object(command, 'source'), inPointFrame }
    if (inPointFrame > 0 && !isMoving(clip)) {
      throw new Refused(
        `The new source of clip ${spot.id} does not move, so it cannot begin at frame ${inPointFrame}; leave inPointFrame out.`,
      )
    }
    become(draft, spot, isMoving(clip) ? clip : { ...clip, speed: { numerator: 1, denominator: 1 } })
  },

  'replace-sound': (command, draft) => {
    const spot = draft.clip(text(command, 'clip'), 'audio', 'a sound')
    become(draft, spot, { ...spot.clip, digest: text(command, 'digest'), inPointSample: number(command, 'inPointSample', 0) })
  },
}

/** With the usual value for whatever was left out. */
function complete(kind: Kind, given: JsonObject): JsonObject {
  const clip = { ...USUAL[kind], ...given }
  if (kind === 'caption') return clip
  const effects = objects(clip, 'effects').map(completeEffect)
  const transition = clip['transition'] ?? null
  return transition === null ? { ...clip, effects } : { ...clip, effects, transition: completeTransition(object(clip, 'transition')) }
}

export function clipsOf(draft: Draft, kind: Kind): JsonObject[] {
  return draft.of(kind).flatMap((track) => track.clips)
}
