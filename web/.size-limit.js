// Budgets of what a browser fetches, gzipped. Which files a room needs beside the shell's is read from the build's own manifest.
import { readFileSync } from 'node:fs'

const home = 'target/classes/web'
const manifest = JSON.parse(readFileSync(`${home}/manifest.json`, 'utf8'))

/** The files of a module and of everything that it imports at once. */
function filesOf(name, seen = new Set()) {
  if (seen.has(name)) return []
  seen.add(name)
  const { file, css = [], imports = [] } = manifest[name]
  return [file, ...css, ...imports.flatMap((one) => filesOf(one, seen))]
}

const shell = new Set(filesOf('index.html'))
const frame = 'src/shell/project-frame.tsx'
const place = 'src/shell/place-frame.tsx'

function room(title, limit, ...modules) {
  const files = new Set(modules.flatMap((module) => filesOf(module)).filter((file) => !shell.has(file) && file.endsWith('.js')))
  return { name: title, path: [...files].map((file) => `${home}/${file}`), limit, gzip: true }
}

function fonts(face) {
  return Object.values(manifest)
    .map(({ file }) => file)
    .filter((file) => face.test(file))
    .map((file) => `${home}/${file}`)
}

const scripts = [...shell].filter((file) => file.endsWith('.js')).map((file) => `${home}/${file}`)
const styles = Object.values(manifest)
  .flatMap(({ file, css = [] }) => [file, ...css])
  .filter((file) => file.endsWith('.css'))

export default [
  { name: 'Shell', path: scripts, limit: '130 kB', gzip: true },
  room('Films', '60 kB', 'src/rooms/projects/projects-room.tsx'),
  room('Script', '110 kB', frame, 'src/rooms/script/script-room.tsx'),
  room('Make', '70 kB', frame, 'src/rooms/generate/generate-room.tsx'),
  room('Change', '120 kB', frame, 'src/rooms/edit/edit-room.tsx'),
  room('Accounts', '30 kB', place, 'src/rooms/accounts/accounts-room.tsx'),
  room('Notifications', '30 kB', place, 'src/rooms/notifications/notifications-room.tsx'),
  room('Queues', '60 kB', place, 'src/rooms/queues/queues-room.tsx'),
  room('Spending', '60 kB', place, 'src/rooms/spending/spending-room.tsx'),
  room('Plugins', '60 kB', place, 'src/rooms/plugins/plugins-room.tsx'),
  { name: 'Styles', path: [...new Set(styles)].map((file) => `${home}/${file}`), limit: '25 kB', gzip: true },
  { name: 'Latin font', path: fonts(/inter-latin-wght/), limit: '50 kB', gzip: false, brotli: false },
]
