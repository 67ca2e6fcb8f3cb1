import { existsSync } from 'node:fs'

const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome-stable', '/usr/bin/google-chrome']

/** The system's Chromium: none is downloaded. */
export function browserPath(): string {
  const named = process.env['EVERGREEN_CHROMIUM']
  if (named !== undefined) return named
  const found = usual.find((path) => existsSync(path))
  if (found === undefined) throw new Error('No Chromium found. As root: apt-get install chromium, or name one with EVERGREEN_CHROMIUM.')
  return found
}
