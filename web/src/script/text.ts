/** White space as the server's language sees it: spaces that must not break a line are letters. */
const SPACE = '[\\t-\\r\\x1c-\\x20\\u1680\\u2000-\\u2006\\u2008-\\u200a\\u2028\\u2029\\u205f\\u3000]'
const LEADING = new RegExp(`^${SPACE}+`)
const ONE = new RegExp(SPACE)

export function stripLeading(text: string): string {
  return text.replace(LEADING, '')
}

export function stripTrailing(text: string): string {
  let end = text.length
  while (end > 0 && isSpace(text.charAt(end - 1))) {
    end--
  }
  return text.slice(0, end)
}

export function strip(text: string): string {
  return stripTrailing(stripLeading(text))
}

export function isBlank(text: string): boolean {
  return stripLeading(text) === ''
}

export function isSpace(character: string): boolean {
  return ONE.test(character)
}

/** At least one capital and no small letter. */
export function isUpperCase(text: string): boolean {
  return /\p{Uppercase}/u.test(text) && !/\p{Lowercase}/u.test(text)
}

export function isLetterOrDigit(character: string): boolean {
  return /^[\p{L}\p{Nd}]/u.test(character)
}
