import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const evergreen = fileURLToPath(new URL('../../../evergreen', import.meta.url))

function run(...words: string[]): void {
  const { status, error } = spawnSync(evergreen, words, { stdio: 'inherit' })
  if (error !== undefined || status !== 0)
    throw new Error(`\`evergreen ${words.join(' ')}\` failed: ${error?.message ?? `exit code ${status}`}`)
}

/**
 * Takes the node that EVERGREEN_URL and EVERGREEN_TOKEN name; without them starts one on a data folder of its own and stops it at the
 * end. Tests find both in the environment.
 */
export default function prepare(): (() => void) | undefined {
  if (process.env['EVERGREEN_URL'] !== undefined && process.env['EVERGREEN_TOKEN'] !== undefined) return undefined
  const data = mkdtempSync(join(tmpdir(), 'evergreen-browser-'))
  const stop = () => {
    run('down', '--data', data)
    rmSync(data, { recursive: true, force: true })
  }
  run('up', '--data', data, '--port', '0')
  try {
    const { url, token } = JSON.parse(readFileSync(join(data, 'run', 'node.json'), 'utf8')) as { url: string; token: string }
    Object.assign(process.env, { EVERGREEN_URL: url, EVERGREEN_TOKEN: token })
  } catch (error) {
    stop()
    throw error
  }
  return stop
}
