import { clipEnd, clipStart, type Draft, type Track, trackId } from './draft'
import { type JsonObject, number, object, objects, Refused, text } from './json'

/** What holds for every timeline after every command. */
export function checkInvariants(draft: Draft): void {
  const styles = new Set(objects(draft.properties, 'captionStyles').map((style) => style['id']))
  const ids = new Set<string>()
  for (const track of draft.tracks) {
    unique(ids, trackId(track))
    let before: JsonObject | undefined
    for (const clip of track.clips) {
      unique(ids, text(clip, 'id'))
      if (before !== undefined && track.kind !== 'audio') follows(track, before, clip)
      inside(track, clip, styles)
      before = clip
    }
  }
}

function unique(ids: Set<string>, id: string): void {
  if (ids.has(id)) throw new Refused(`The timeline has a clip or track with the id ${id} already; choose another id.`)
  ids.add(id)
}

function follows(track: Track, before: JsonObject, clip: JsonObject): void {
  const end = clipEnd(track, before)
  const start = clipStart(track, clip)
  if (start < end) {
    throw new Refused(
      `The clip ${text(clip, 'id')} starts at frame ${start}, before the clip ${text(before, 'id')} on track ${trackId(track)} ends at frame ${end}; trim or move one of them, or let the rest ripple.`,
    )
  }
  if (track.kind !== 'visual' || (before['transition'] ?? null) === null || start !== end) return
  const way = number(object(before, 'transition'), 'frames')
  const length = number(clip, 'durationFrames')
  if (way > length) {
    throw new Refused(
      `The transition of clip ${text(before, 'id')} takes ${way} frames, but the clip ${text(clip, 'id')} that it leads to has only ${length}; make the transition shorter first.`,
    )
  }
}

function inside(track: Track, clip: JsonObject, styles: ReadonlySet<unknown>): void {
  const id = text(clip, 'id')
  const start = clipStart(track, clip)
  if (start < 0) {
    throw new Refused(`The clip ${id} would start at ${start}, before the film begins; choose a later frame.`)
  }
  if (track.kind === 'caption') {
    if (!styles.has(clip['styleId'])) {
      throw new Refused(
        `The caption ${id} names the style ${text(clip, 'styleId')}, which the timeline does not have; define it first.`,
      )
    }
    return
  }
  if (track.kind === 'visual') rising(`The camera of clip ${id}`, objects(object(clip, 'transform'), 'camera'), 'frame')
  else rising(`The gain of clip ${id}`, objects(clip, 'gain'), 'sample')
  for (const effect of objects(clip, 'effects')) {
    for (const [name, curve] of Object.entries(object(effect, 'curves'))) {
      rising(`The parameter ${name} of clip ${id}`, objects(curve as JsonObject, 'keyframes'), 'frame')
    }
  }
}

function rising(what: string, points: readonly JsonObject[], key: string): void {
  points.forEach((point, index) => {
    const before = points[index - 1]
    if (before !== undefined && number(point, key) <= number(before, key)) {
      throw new Refused(
        `${what} must rise in time, but ${number(point, key)} follows ${number(before, key)}; put the points in order, each time once.`,
      )
    }
  })
}
