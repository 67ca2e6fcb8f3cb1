import { strip } from './text'
import type { SceneHeading, Setting } from './types'

/** Longer ones are no headings that anybody wrote; they are not searched for a time. */
const LONGEST = 300
const PREFIX = /^(INT\.?\/EXT|EXT\.?\/INT|I\.?\/E|E\.?\/I|INT|EXT|EST)[. ]\s*([\s\S]*)$/i
const SEPARATOR = /\s+[-\u2013\u2014]+\s+|\s*(?:--|\u2014)\s*|,\s+/g
const TIME = new RegExp(
  '^(?:(?:(?:THE |EARLY |LATE |LATER |PRE-|NEXT |SAME |FOLLOWING |THAT |MID|FIRST |LAST |MOMENTS |MINUTES |HOURS |A FEW |ONE |TWO )*)' +
    '(?:DAY|NIGHT|DAWN|DUSK|MORNING|AFTERNOON|EVENING|NOON|MIDDAY|MIDNIGHT|SUNRISE|SUNSET|SUNDOWN|DAYBREAK|TWILIGHT|GOLDEN HOUR|MAGIC HOUR|BLUE HOUR|' +
    'LIGHT|CONTINUOUS|CONTINUING|' +
    'TAG|NACHT|MORGEN|MITTAG|VORMITTAG|NACHMITTAG|ABEND|JOUR|NUIT|MATIN|SOIR|AUBE|D\u00CDA|NOCHE|TARDE|GIORNO|NOTTE|SERA|DIA|NOITE|' +
    'LATER|SAME|SAME TIME|MOMENTS LATER|NIGHTFALL|STARLIGHT|MOONLIGHT)' +
    '(?: \\d+)?(?: TIME)?(?: LATER)?(?:\\s*[(\\[].*[)\\]])?)$',
  'iu',
)

/** Takes a heading apart. */
export function parseHeading(text: string): SceneHeading {
  const prefix = PREFIX.exec(text)
  const setting: Setting = prefix === null ? 'UNSPECIFIED' : settingOf((prefix[1] ?? '').toUpperCase())
  const rest = strip(prefix === null ? text : (prefix[2] ?? ''))
  if (rest.length > LONGEST) {
    return { text, setting, place: rest, timeOfDay: '' }
  }
  if (setting !== 'UNSPECIFIED' && TIME.test(rest)) {
    return { text, setting, place: '', timeOfDay: rest }
  }
  const separators = [...rest.matchAll(SEPARATOR)]
  for (let i = separators.length - 1; i >= 0; i--) {
    const separator = separators[i]
    if (separator === undefined) {
      continue
    }
    const part = rest.slice(separator.index + separator[0].length, separators[i + 1]?.index ?? rest.length)
    if (TIME.test(part)) {
      return { text, setting, place: strip(rest.slice(0, separator.index)), timeOfDay: part }
    }
  }
  return { text, setting, place: rest, timeOfDay: '' }
}

/** A heading that no script wrote as one: its words are a title, not a place. */
export function titleHeading(text: string): SceneHeading {
  return PREFIX.test(text) ? parseHeading(text) : { text, setting: 'UNSPECIFIED', place: '', timeOfDay: '' }
}

function settingOf(prefix: string): Setting {
  if (prefix.includes('/')) {
    return 'BOTH'
  }
  return prefix === 'INT' ? 'INTERIOR' : 'EXTERIOR'
}
