// Makes for Maven the TrueType files that Java reads from the web fonts of npm packages: unpacks them, fixes variable ones at two weights, and
// joins those that are cut into slices. Does only what is needed: packages are installed when the lock file changed, fonts are made when
// it or this program did.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isMainThread, parentPort, Worker } from 'node:worker_threads'
import { file, letters, ligatures, merged, named, tables } from './sfnt.mjs'

const home = dirname(dirname(fileURLToPath(import.meta.url)))
const modules = join(home, 'node_modules')
const installed = join(modules, '.installed')
const made = join(home, 'target', 'fonts.sha256')
const target = join(home, 'target', 'classes', 'dev', 'evergreen', 'media', 'fonts')
const require = createRequire(import.meta.url)

const WEIGHTS = { Regular: 400, Bold: 700 }
const IDEOGRAPHS = { SC: 'sc', TC: 'tc', JP: 'jp', KR: 'kr' }
const ALPHABETS = ['Arabic', 'Hebrew', 'Devanagari', 'Bengali', 'Gurmukhi', 'Gujarati', 'Tamil', 'Telugu', 'Kannada', 'Malayalam', 'Thai']
const EMOJI = 'twemoji-colr-font'
/** The variation selector that asks for a picture. */
const PICTURE_FORM = 0xfe0f

function fail(message) {
  console.error(message)
  process.exit(1)
}

function folder(name) {
  return join(modules, '@fontsource-variable', `noto-sans-${name.toLowerCase()}`)
}

/** Slices of ideographs are numbered; of other scripts one file holds all that is the script's own. */
function slices(name) {
  const lower = name.toLowerCase()
  if (!(name in IDEOGRAPHS)) return [`noto-sans-${lower}-${lower}-wght-normal.woff2`]
  return readdirSync(join(folder(name), 'files'))
    .filter((slice) => /-(\d+|latin)-wght-normal\.woff2$/.test(slice))
    .toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))
}

async function make({ name, style }) {
  const subset = require('subset-font')
  const weight = WEIGHTS[style]
  const fonts = []
  for (const slice of slices(name)) {
    const bytes = readFileSync(join(folder(name), 'files', slice))
    const fixed = await subset(bytes, '', { keepAllGlyphs: true, noHinting: true, targetFormat: 'truetype', variationAxes: { wght: weight } })
    fonts.push(tables(fixed))
  }
  const whole = fonts.length === 1 ? fonts[0] : merged(fonts)
  writeFileSync(join(target, `NotoSans${name}-${style}.ttf`), file(named(whole, `Noto Sans ${name}`, weight)))
}

/** The font, and which of its glyphs stands for which sequence: Java drops variation selectors before it shapes, and so misses many. */
async function makeEmoji() {
  const { convert } = createRequire(require.resolve('subset-font'))('fontverter')
  const font = await convert(readFileSync(join(modules, EMOJI, 'twemoji.woff2')), 'truetype')
  writeFileSync(join(target, 'Twemoji.ttf'), font)
  const parts = tables(font)
  const glyphs = new Map()
  for (const [sequence, glyph] of [...[...letters(parts.get('cmap'))].map(([letter, single]) => [[letter], single]), ...ligatures(parts)]) {
    const spelt = sequence.filter((letter) => letter !== PICTURE_FORM).map((letter) => letter.toString(16))
    if (spelt.length > 0) glyphs.set(spelt.join(' '), glyph)
  }
  writeFileSync(join(target, 'Twemoji.txt'), [...glyphs].map(([spelt, glyph]) => `${spelt}=${glyph}\n`).join(''))
}

function licences() {
  for (const name of [...Object.keys(IDEOGRAPHS), ...ALPHABETS]) copyFileSync(join(folder(name), 'LICENSE'), join(target, `NotoSans${name}.LICENSE`))
  copyFileSync(join(modules, EMOJI, 'LICENSE'), join(target, 'Twemoji.LICENSE'))
}

function digest(paths) {
  const hash = createHash('sha256')
  for (const path of paths) hash.update(readFileSync(path)).update('\0')
  return hash.digest('hex')
}

function textOf(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}

function install(wanted) {
  if (textOf(installed) === wanted) return
  const { status, error } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--prefer-offline', '--ignore-scripts', '--loglevel=error'], {
    cwd: home,
    stdio: 'inherit',
  })
  if (error !== undefined) fail(`npm could not be started: ${error.message}. The fonts need Node 20 with npm on the PATH.`)
  if (status !== 0) fail(`\`npm ci\` in ${home} ended with ${status}.`)
  writeFileSync(installed, wanted)
}

/** Two at a time: the fonts of ideographs take seconds each. */
async function makeAll() {
  const work = [...Object.keys(IDEOGRAPHS), ...ALPHABETS].flatMap((name) => Object.keys(WEIGHTS).map((style) => ({ name, style })))
  const helper = () =>
    new Promise((resolve, reject) => {
      const worker = new Worker(fileURLToPath(import.meta.url))
      const next = () => {
        const item = work.shift()
        if (item === undefined) resolve(worker.terminate())
        else worker.postMessage(item)
      }
      worker.on('message', next)
      worker.on('error', reject)
      next()
    })
  await Promise.all([helper(), helper(), makeEmoji()])
}

if (isMainThread) {
  const lock = digest([join(home, 'package-lock.json')])
  const wanted = digest([join(home, 'package-lock.json'), fileURLToPath(import.meta.url), join(home, 'build', 'sfnt.mjs')])
  if (textOf(made) !== wanted || !existsSync(join(target, 'fonts.sha256'))) {
    install(lock)
    rmSync(target, { recursive: true, force: true })
    mkdirSync(target, { recursive: true })
    await makeAll()
    licences()
    // Tells these fonts from others: what was drawn with others must not be used again.
    writeFileSync(join(target, 'fonts.sha256'), wanted)
    writeFileSync(made, wanted)
  }
} else {
  parentPort.on('message', (item) => make(item).then(() => parentPort.postMessage('done')))
}
