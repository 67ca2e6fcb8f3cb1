import { strip } from './text'

const VOICE = /^(?:(.+)['\u2019]S VOICE|VOICE OF (?:THE )?(.+))$/
const TOGETHER = /\s*(?:\/|&|,|\bAND\b)\s*/
const TITLES = new Set(
  ('DR DOCTOR MR MISTER MRS MS MISS PROF PROFESSOR CAPTAIN CAPT DETECTIVE DET INSPECTOR OFFICER SERGEANT SGT LIEUTENANT LT ' +
    'COLONEL COL GENERAL GEN COMMANDER AGENT AUNT UNCLE SIR LADY LORD JUDGE SISTER BROTHER FATHER KING QUEEN PRINCE PRINCESS ' +
    'PRESIDENT SENATOR MAYOR REVEREND REV CHIEF SHERIFF NURSE COACH').split(' '),
)
const DIVIDING_TITLES = new Set(
  'MR MRS MS MISS AUNT UNCLE KING QUEEN PRINCE PRINCESS SIR LADY LORD SISTER BROTHER FATHER'.split(' '),
)
const OTHER_SELF = new Set(
  ('YOUNG YOUNGER OLD OLDER ELDER LITTLE TEEN TEENAGE ADULT BABY KID FUTURE PAST GHOST EVIL FAKE FIRST SECOND THIRD FOURTH ' +
    'ANOTHER OTHER TALL SHORT BIG SMALL ANGRY DRUNK BLIND RED BLUE GREEN BLACK WHITE').split(' '),
)
const EVERYBODY = new Set(
  ('MAN WOMAN BOY GIRL CHILD KID VOICE GUARD COP POLICEMAN DRIVER SOLDIER WAITER WAITRESS CLERK REPORTER STRANGER STUDENT ' +
    'TEACHER CUSTOMER PASSENGER ROBOT DOG CAT MOTHER FATHER MOM MUM DAD SISTER BROTHER AND OF THE SON DAUGHTER NARRATOR').split(' '),
)

interface Name {
  readonly key: string
  readonly cue: string
  readonly title: string
  readonly core: string
  readonly words: readonly string[]
}

/** The name in a cue, without what stands in parentheses. */
export function nameIn(cue: string): string {
  const parenthesis = cue.indexOf('(')
  const name = strip(parenthesis > 0 ? cue.slice(0, parenthesis) : cue).replaceAll(/[ \t\n\v\f\r\u00A0]+/g, ' ')
  return name.endsWith(':') ? strip(name.slice(0, -1)) : name
}

/**
 * Finds out which cues mean the same character. DR. SMITH and SMITH are one, and so are MARA ELLIS and MARA as long as nobody else bears
 * that name; YOUNG MARA is another, because she looks and sounds different.
 */
export class CharacterNames {
  readonly #canonical = new Map<string, string>()

  /** @param cues names by first appearance */
  constructor(cues: readonly string[]) {
    const firstByKey = new Map<string, string>()
    for (const cue of cues) {
      if (!firstByKey.has(cue.toUpperCase())) {
        firstByKey.set(cue.toUpperCase(), cue)
      }
    }
    const names = [...firstByKey].map(([key, cue]) => nameOf(key, cue))
    for (const [index, name] of names.entries()) {
      const earlier = names.slice(0, index).find((other) => isSame(other, name, names))
      this.#canonical.set(name.key, earlier === undefined ? name.cue : (this.#canonical.get(earlier.key) ?? earlier.cue))
    }
  }

  canonical(cue: string): string {
    return this.#canonical.get(cue.toUpperCase()) ?? cue
  }

  /** Who speaks when a cue names several known characters; else the one that it names. */
  speakers(cue: string): string[] {
    const key = cue.toUpperCase()
    const parts = key.split(TOGETHER)
    const several = parts.length > 1 && parts.every((part) => part !== key && this.#canonical.has(part))
    return several ? parts.map((part) => this.canonical(part)) : [this.canonical(cue)]
  }
}

function isSame(earlier: Name, later: Name, all: readonly Name[]): boolean {
  if (earlier.core === later.core) {
    return (
      earlier.title === later.title ||
      earlier.title === '' ||
      later.title === '' ||
      (!DIVIDING_TITLES.has(earlier.title) && !DIVIDING_TITLES.has(later.title))
    )
  }
  const single = earlier.words.length === 1 ? earlier : later
  const whole = single === earlier ? later : earlier
  return (
    single.words.length === 1 &&
    isPart(single, whole) &&
    new Set(all.filter((other) => isPart(single, other)).map((other) => other.core)).size === 1
  )
}

function isPart(single: Name, whole: Name): boolean {
  const word = single.core
  if (whole.words.length < 2 || EVERYBODY.has(word) || !/^\p{L}+$/u.test(word)) {
    return false
  }
  const plain = whole.words.every((other) => /^[\p{L}'.-]+$/u.test(other) && !OTHER_SELF.has(other) && !EVERYBODY.has(other))
  return plain && (whole.words[0] === word || whole.words.at(-1) === word)
}

function nameOf(key: string, cue: string): Name {
  const voice = VOICE.exec(key)
  const spoken = voice?.[1] ?? voice?.[2] ?? key
  const words = spoken.split(' ')
  const first = (words[0] ?? '').replace(/\.$/, '')
  const second = words[1] ?? ''
  const titled = words.length > 1 && TITLES.has(first) && !/^\d*$/.test(second) && !second.startsWith('#')
  const core = titled ? spoken.slice((words[0] ?? '').length + 1) : spoken
  return { key, cue, title: titled ? first : '', core, words: core.split(' ') }
}
