import { set, setOn } from '../changing'
import type { Draft, Spot } from '../draft'
import { has, type JsonObject, number, object, objects, Refused, text, without } from '../json'
import type { Planners } from './planner'

/** Transitions, effects with their parameters and keyframes, and how pictures are shown. */
export const effectCommands: Planners = {
  'set-transition': (command, draft) =>
    setOn(draft, picture(command, draft), 'transition', completeTransition(object(command, 'transition'))),

  'remove-transition': (command, draft) => {
    const spot = picture(command, draft)
    if ((spot.clip['transition'] ?? null) === null) {
      throw new Refused(`The clip ${spot.id} has no transition; there is nothing to remove.`)
    }
    setOn(draft, spot, 'transition', null)
  },

  'add-effect': (command, draft) => {
    const spot = affected(command, draft)
    const effects = [...objects(spot.clip, 'effects')]
    const index = number(command, 'index', effects.length)
    if (index > effects.length) {
      throw new Refused(
        `The clip ${spot.id} has ${effects.length} effects, so one cannot be added at ${index}; leave the index out to add it last.`,
      )
    }
    effects.splice(index, 0, completeEffect(object(command, 'effect')))
    setOn(draft, spot, 'effects', effects)
  },

  'remove-effect': (command, draft) => {
    const spot = affected(command, draft)
    const index = indexOf(command, 'index', spot)
    setOn(draft, spot, 'effects', objects(spot.clip, 'effects').toSpliced(index, 1))
  },

  'move-effect': (command, draft) => {
    const spot = affected(command, draft)
    const effects = [...objects(spot.clip, 'effects')]
    const moved = effects.splice(indexOf(command, 'from', spot), 1)
    effects.splice(indexOf(command, 'to', spot), 0, ...moved)
    setOn(draft, spot, 'effects', effects)
  },

  'set-effect-parameter': (command, draft) => {
    const name = text(command, 'parameter')
    change(command, draft, (effect) => {
      const rest = without(object(effect, 'parameters'), name)
      const value = command['value'] ?? null
      return {
        ...effect,
        parameters: value === null ? rest : { ...rest, [name]: value },
        curves: without(object(effect, 'curves'), name),
      }
    })
  },

  'set-effect-keyframe': (command, draft) => {
    const name = text(command, 'parameter')
    const keyframe = object(command, 'keyframe')
    change(command, draft, (effect) => {
      const curves = object(effect, 'curves')
      const keyframes = keyframesOf(curves, name)
        .filter((each) => number(each, 'frame') !== number(keyframe, 'frame'))
        .concat(keyframe)
        .toSorted((one, other) => number(one, 'frame') - number(other, 'frame'))
      return { ...effect, curves: { ...curves, [name]: { keyframes } } }
    })
  },

  'remove-effect-keyframe': (command, draft) => {
    const name = text(command, 'parameter')
    const frame = number(command, 'frame')
    change(command, draft, (effect) => {
      const curves = object(effect, 'curves')
      const known = keyframesOf(curves, name)
      const keyframes = known.filter((each) => number(each, 'frame') !== frame)
      if (keyframes.length === known.length) {
        throw new Refused(
          `The parameter ${name} of clip ${text(command, 'clip')} has no keyframe at frame ${frame}; read the timeline for its keyframes.`,
        )
      }
      return { ...effect, curves: keyframes.length === 0 ? without(curves, name) : { ...curves, [name]: { keyframes } } }
    })
  },

  'set-transform': (command, draft) => setOn(draft, picture(command, draft), 'transform', object(command, 'transform')),

  'set-camera': (command, draft) => {
    const spot = picture(command, draft)
    setOn(draft, spot, 'transform', { ...object(spot.clip, 'transform'), camera: objects(command, 'camera') })
  },

  'set-layout': (command, draft) => {
    const spot = picture(command, draft)
    const aspect = text(command, 'aspect')
    const layout = { aspect, clipId: spot.id, transform: object(command, 'transform') }
    const layouts = objects(draft.properties, 'layouts')
    const known = layoutOf(layouts, spot.id, aspect)
    set(draft, '', 'layouts', layouts, known < 0 ? [...layouts, layout] : layouts.with(known, layout))
  },

  'remove-layout': (command, draft) => {
    const clip = text(command, 'clip')
    const aspect = text(command, 'aspect')
    const layouts = objects(draft.properties, 'layouts')
    const known = layoutOf(layouts, clip, aspect)
    if (known < 0) {
      throw new Refused(`The clip ${clip} has no layout of its own for ${aspect}; there is nothing to remove.`)
    }
    set(draft, '', 'layouts', layouts, layouts.toSpliced(known, 1))
  },
}

export function completeEffect(effect: JsonObject): JsonObject {
  return { parameters: {}, curves: {}, ...effect }
}

export function completeTransition(transition: JsonObject): JsonObject {
  return { parameters: {}, ...transition }
}

function keyframesOf(curves: JsonObject, name: string): readonly JsonObject[] {
  return has(curves, name) ? objects(object(curves, name), 'keyframes') : []
}

function change(command: JsonObject, draft: Draft, changed: (effect: JsonObject) => JsonObject): void {
  const spot = affected(command, draft)
  const index = indexOf(command, 'index', spot)
  const effects = objects(spot.clip, 'effects')
  setOn(
    draft,
    spot,
    'effects',
    effects.map((effect, each) => (each === index ? changed(effect) : effect)),
  )
}

function affected(command: JsonObject, draft: Draft): Spot {
  const spot = draft.clip(text(command, 'clip'))
  if (spot.track.kind === 'caption') {
    throw new Refused(`The caption ${spot.id} cannot have effects; give it another style instead.`)
  }
  return spot
}

function indexOf(command: JsonObject, property: string, spot: Spot): number {
  const count = objects(spot.clip, 'effects').length
  const index = number(command, property)
  if (index >= count) {
    throw new Refused(
      `The clip ${spot.id} has ${count} effects, counted from 0, so it has none at ${index}; read the timeline for them.`,
    )
  }
  return index
}

function picture(command: JsonObject, draft: Draft): Spot {
  return draft.clip(text(command, 'clip'), 'visual', 'a picture')
}

function layoutOf(layouts: readonly JsonObject[], clip: string, aspect: string): number {
  return layouts.findIndex((layout) => layout['clipId'] === clip && layout['aspect'] === aspect)
}
