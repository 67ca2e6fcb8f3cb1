import { become, set, setOn } from '../changing'
import { type Draft, type Kind, type Spot, trackId, trackTree } from '../draft'
import { has, type JsonObject, number, object, objects, Refused, text } from '../json'
import type { Planners } from './planner'

/** Sounds' loudness, tracks, the canvas and markers. */
export const trackCommands: Planners = {
  'set-gain': (command, draft) => setOn(draft, sound(command, draft), 'gain', objects(command, 'gain')),

  'set-fades': (command, draft) => {
    const spot = sound(command, draft)
    const clip = {
      ...spot.clip,
      fadeInSamples: number(command, 'fadeInSamples', number(spot.clip, 'fadeInSamples')),
      fadeOutSamples: number(command, 'fadeOutSamples', number(spot.clip, 'fadeOutSamples')),
    }
    const length = spot.end - spot.start
    const fades = clip.fadeInSamples + clip.fadeOutSamples
    if (fades > length) {
      throw new Refused(
        `The fades of clip ${spot.id} take ${fades} samples, but the clip has only ${length}; make them shorter.`,
      )
    }
    become(draft, spot, clip)
  },

  'set-role': (command, draft) => setOn(draft, sound(command, draft), 'role', text(command, 'role')),

  'mute-track': (command, draft) => setOnTrack(command, draft, 'audio', 'muted'),

  'burn-captions': (command, draft) => setOnTrack(command, draft, 'caption', 'burnedIn'),

  'add-track': (command, draft) => {
    const kind = text(command, 'kind') as Kind
    const id = text(command, 'track')
    const count = draft.of(kind).length
    const index = number(command, 'index', count)
    if (index > count) {
      throw new Refused(
        `The timeline has ${count} tracks of the kind ${kind}, so one cannot be added at ${index}; leave the index out to add it last.`,
      )
    }
    if (has(command, 'language') && kind !== 'caption') {
      throw new Refused(`The track ${id} is of the kind ${kind}, which has no language; leave the language out.`)
    }
    const own = { visual: {}, caption: { language: command['language'] ?? 'en', burnedIn: false }, audio: { muted: false } }[kind]
    draft.run({ op: 'insert-track', kind, index, track: { id, ...own, clips: [] } })
  },

  'remove-track': (command, draft) => {
    const track = draft.track(text(command, 'track'))
    const index = draft.of(track.kind).indexOf(track)
    draft.run({ op: 'remove-track', kind: track.kind, index, track: trackTree(track) })
  },

  'move-track': (command, draft) => {
    const track = draft.track(text(command, 'track'))
    const alike = draft.of(track.kind)
    const to = number(command, 'index')
    if (to >= alike.length) {
      throw new Refused(
        `The timeline has ${alike.length} tracks of the kind ${track.kind}, counted from 0, so track ${trackId(track)} cannot be at ${to}; choose a smaller index.`,
      )
    }
    const from = alike.indexOf(track)
    if (from !== to) draft.run({ op: 'move-track', kind: track.kind, id: trackId(track), from, to })
  },

  'set-background': (command, draft) => {
    const canvas = object(draft.properties, 'canvas')
    set(draft, '', 'canvas', canvas, { ...canvas, background: object(command, 'colour') })
  },

  'add-marker': (command, draft) => {
    const marker = { label: '', ...object(command, 'marker') }
    const markers = objects(draft.properties, 'markers')
    const id = text(marker, 'id')
    if (markers.some((each) => each['id'] === id)) {
      throw new Refused(`The timeline has a marker with the id ${id} already; choose another id.`)
    }
    setMarkers(draft, markers, [...markers, marker])
  },

  'change-marker': (command, draft) => {
    const markers = objects(draft.properties, 'markers')
    const index = markerOf(command, markers)
    const marker = { ...markers[index] }
    for (const property of ['frame', 'label']) {
      const value = command[property]
      if (value !== undefined) marker[property] = value
    }
    setMarkers(draft, markers, markers.with(index, marker))
  },

  'remove-marker': (command, draft) => {
    const markers = objects(draft.properties, 'markers')
    setMarkers(draft, markers, markers.toSpliced(markerOf(command, markers), 1))
  },
}

function sound(command: JsonObject, draft: Draft): Spot {
  return draft.clip(text(command, 'clip'), 'audio', 'a sound')
}

function setOnTrack(command: JsonObject, draft: Draft, kind: Kind, property: string): void {
  const track = draft.track(text(command, 'track'))
  if (track.kind !== kind) {
    throw new Refused(
      `The track ${trackId(track)} is of the kind ${track.kind}, but one of the kind ${kind} is needed here; choose another track.`,
    )
  }
  set(draft, trackId(track), property, track.properties[property] ?? null, command[property] ?? null)
}

function setMarkers(draft: Draft, from: readonly JsonObject[], to: readonly JsonObject[]): void {
  set(
    draft,
    '',
    'markers',
    from,
    to.toSorted((one, other) => number(one, 'frame') - number(other, 'frame')),
  )
}

function markerOf(command: JsonObject, markers: readonly JsonObject[]): number {
  const id = text(command, 'marker')
  const index = markers.findIndex((each) => each['id'] === id)
  if (index < 0) throw new Refused(`The timeline has no marker with the id ${id}; read the timeline for the ids.`)
  return index
}
