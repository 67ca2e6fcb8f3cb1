import { become, isTitle, set, setOn } from '../changing'
import type { Draft, Spot } from '../draft'
import { has, type JsonObject, number, object, objects, Refused, text } from '../json'
import { clipsOf } from './clips'
import type { Planners } from './planner'

const CLEAR = { red: 0, green: 0, blue: 0, alpha: 0 }

/** Captions with their styles, and titles. */
export const textCommands: Planners = {
  'set-caption-text': (command, draft) => {
    const spot = caption(command, draft)
    const said = text(command, 'text')
    const words = said.trim().split(/\s+/)
    const timings = objects(spot.clip, 'words')
    const retimed = words.length === timings.length ? timings.map((timing, i) => ({ ...timing, text: words[i] ?? '' })) : []
    become(draft, spot, { ...spot.clip, text: said, words: retimed })
  },

  'set-caption-time': (command, draft) => {
    const spot = caption(command, draft)
    become(draft, spot, { ...spot.clip, startFrame: number(command, 'frame'), durationFrames: number(command, 'frames') })
  },

  'set-caption-style': (command, draft) => setOn(draft, caption(command, draft), 'styleId', text(command, 'style')),

  'set-caption-speaker': (command, draft) => setOn(draft, caption(command, draft), 'speaker', text(command, 'speaker')),

  'define-caption-style': (command, draft) => {
    const given = object(command, 'style')
    // What may be left out: no shadow, no motion, and spoken words like the others.
    const style = { spoken: object(given, 'text'), shadow: CLEAR, motion: 'NONE', ...given }
    const styles = objects(draft.properties, 'captionStyles')
    const known = styles.findIndex((each) => each['id'] === given['id'])
    set(draft, '', 'captionStyles', styles, known < 0 ? [...styles, style] : styles.with(known, style))
  },

  'remove-caption-style': (command, draft) => {
    const id = text(command, 'style')
    const styles = objects(draft.properties, 'captionStyles')
    const known = styles.findIndex((each) => each['id'] === id)
    if (known < 0) throw new Refused(`The timeline has no caption style with the id ${id}; read the timeline for the ids.`)
    const user = clipsOf(draft, 'caption').find((clip) => clip['styleId'] === id)
    if (user !== undefined) throw new Refused(`The caption ${text(user, 'id')} has the style ${id}; give it another style first.`)
    set(draft, '', 'captionStyles', styles, styles.toSpliced(known, 1))
  },

  'set-title-text': (command, draft) => {
    const spot = draft.clip(text(command, 'clip'), 'visual', 'a title')
    if (!isTitle(spot.clip)) {
      throw new Refused(`The clip ${spot.id} is a picture, not a title; replace its source instead.`)
    }
    const source = { ...object(spot.clip, 'source'), heading: text(command, 'heading') }
    setOn(draft, spot, 'source', has(command, 'subheading') ? { ...source, subheading: text(command, 'subheading') } : source)
  },
}

function caption(command: JsonObject, draft: Draft): Spot {
  return draft.clip(text(command, 'clip'), 'caption', 'a caption')
}
