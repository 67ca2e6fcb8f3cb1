// Builds the studio for Maven, doing only what is needed: packages are installed when the lock file changed, the studio is built when
// one of its sources did. `node build/studio.mjs build [--quick]`, then `node build/studio.mjs verify`.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const home = dirname(dirname(fileURLToPath(import.meta.url)))
const [task, ...flags] = process.argv.slice(2)
const quick = flags.includes('--quick')

const lock = join(home, 'package-lock.json')
const installed = join(home, 'node_modules', '.installed')
const built = join(home, 'target', 'studio.sha256')
const page = join(home, 'target', 'classes', 'web', 'index.html')

function run(command, args) {
  const { status, error } = spawnSync(command, args, { cwd: home, stdio: 'inherit' })
  if (error !== undefined) fail(`${command} could not be started: ${error.message}. The studio needs Node 20 with npm on the PATH.`)
  if (status !== 0) fail(`\`${command} ${args.join(' ')}\` ended with ${status}.`)
}

function fail(message) {
  console.error(message)
  process.exit(1)
}

function filesBelow(path) {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .toSorted()
    .flatMap((name) => filesBelow(join(path, name)))
}

function digest(paths) {
  const hash = createHash('sha256')
  for (const path of paths.flatMap(filesBelow)) hash.update(relative(home, path)).update('\0').update(readFileSync(path)).update('\0')
  return hash.digest('hex')
}

function textOf(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}

/** What the build needs (`quick`), or that and what the checks need. All packages serve a quick build too. */
function install() {
  const wanted = digest([lock])
  const [there, extent] = textOf(installed).split(' ')
  if (there === wanted && (quick || extent === 'all')) return
  run('npm', ['ci', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error', ...(quick ? ['--omit=dev'] : [])])
  writeFileSync(installed, `${wanted} ${quick ? 'build' : 'all'}`)
}

function build() {
  const sources = ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json', '../samples/tide-pools.fountain'].map((path) =>
    join(home, path),
  )
  const wanted = digest(sources)
  if (existsSync(page) && textOf(built) === wanted) return
  run('npm', ['run', '--silent', 'build', '--', '--logLevel', 'warn'])
  mkdirSync(dirname(built), { recursive: true })
  writeFileSync(built, wanted)
}

switch (task) {
  case 'build':
    install()
    build()
    break
  case 'verify':
    run('npm', ['run', '--silent', 'verify'])
    break
  default:
    fail(`Unknown task '${task ?? ''}': use 'build' or 'verify'.`)
}
