import { ScriptError } from './types'

const MARKS: readonly { readonly charset: string; readonly bytes: readonly number[] }[] = [
  { charset: 'utf-32le', bytes: [0xff, 0xfe, 0, 0] },
  { charset: 'utf-32be', bytes: [0, 0, 0xfe, 0xff] },
  { charset: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { charset: 'utf-16le', bytes: [0xff, 0xfe] },
  { charset: 'utf-16be', bytes: [0xfe, 0xff] },
]
const SIGNATURES: readonly (readonly [string, string, string])[] = [
  ['%PDF', 'a PDF document', 'export it as Fountain, Final Draft or plain text'],
  ['PK\u0003\u0004', 'a Word, Pages or other zipped document', 'save it as plain text, Markdown, Fountain or Final Draft (.fdx)'],
  ['{\\rtf', 'a rich-text document', 'save it as plain text'],
  ['\u00D0\u00CF\u0011\u00E0', 'an old Word document', 'save it as plain text'],
  ['\u0089PNG', 'a picture', 'choose the script instead'],
  ['\u00FF\u00D8\u00FF', 'a picture', 'choose the script instead'],
  ['GIF8', 'a picture', 'choose the script instead'],
  ['\u001F\u008B', 'a compressed file', 'unpack it first'],
]

/** Turns a file's bytes into text, whatever program wrote them. */
export function decodeScript(bytes: Uint8Array, fileName: string): string {
  const mark = MARKS.find((candidate) => candidate.bytes.every((byte, i) => bytes[i] === byte))
  if (mark !== undefined) {
    return decodeStrictly(bytes.subarray(mark.bytes.length), mark.charset, fileName)
  }
  const beginning = String.fromCodePoint(...bytes.subarray(0, 8))
  const signature = SIGNATURES.find(([magic]) => beginning.startsWith(magic))
  if (signature !== undefined) {
    throw new ScriptError('BINARY', `"${fileName}" is ${signature[1]}, not a text file: ${signature[2]}.`)
  }
  const wide = wideCharset(bytes)
  if (wide !== '') {
    return decodeStrictly(bytes, wide, fileName)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return decodeWindows1252(bytes)
  }
}

/** Newline line ends, no byte-order mark; refuses what is not text. */
export function cleanText(text: string, fileName: string): string {
  const zero = text.search(/[\0\uFFFF]/)
  if (zero >= 0) {
    const before = text.slice(0, zero)
    throw notText(fileName, before.split('\n').length, zero - before.lastIndexOf('\n'))
  }
  // eslint-disable-next-line no-control-regex
  const controls = text.match(/[\u0001-\u0008\u000E-\u001F]/g)?.length ?? 0
  if (controls > 10 && controls * 1000 > text.length * 5) {
    throw notText(fileName, 1, 1)
  }
  return text.replace(/^\uFEFF/, '').replaceAll(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
}

function notText(fileName: string, line: number, column: number): ScriptError {
  return new ScriptError(
    'BINARY',
    `"${fileName}" is not a text file: save the script as Fountain, Final Draft, Markdown, plain text or SRT.`,
    line,
    column,
  )
}

function decodeStrictly(bytes: Uint8Array, charset: string, fileName: string): string {
  try {
    return charset.startsWith('utf-32')
      ? decodeUtf32(bytes, charset === 'utf-32le')
      : new TextDecoder(charset, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    const readable = charset.startsWith('utf-32') ? '' : readablePart(bytes, charset)
    const line = readable.split('\n').length
    throw new ScriptError(
      'ENCODING',
      `"${fileName}" begins like ${charset.toUpperCase()} but breaks off being it in line ${line}: save the file again as UTF-8.`,
      line,
      readable.length - readable.lastIndexOf('\n'),
    )
  }
}

function readablePart(bytes: Uint8Array, charset: string): string {
  const lenient = new TextDecoder(charset, { ignoreBOM: true }).decode(bytes)
  const broken = lenient.indexOf('\uFFFD')
  return broken < 0 ? lenient : lenient.slice(0, broken)
}

/** By hand, because not every runtime's decoder knows the letters between 0x80 and 0x9F. */
function decodeWindows1252(bytes: Uint8Array): string {
  const special =
    '\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F' +
    '\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178'
  let text = ''
  for (const byte of bytes) {
    text += byte >= 0x80 && byte < 0xa0 ? special.charAt(byte - 0x80) : String.fromCodePoint(byte)
  }
  return text
}

/** Browsers do not know UTF-32. */
function decodeUtf32(bytes: Uint8Array, littleEndian: boolean): string {
  if (bytes.length % 4 !== 0) {
    throw new RangeError('UTF-32 needs four bytes a character')
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let text = ''
  for (let at = 0; at < bytes.length; at += 4) {
    text += String.fromCodePoint(view.getUint32(at, littleEndian))
  }
  return text
}

/** UTF-16 without a mark has a zero in every second byte of Latin text. */
function wideCharset(bytes: Uint8Array): string {
  const pairs = Math.floor(Math.min(bytes.length, 4096) / 2)
  if (pairs < 2 || bytes.length % 2 !== 0) {
    return ''
  }
  let even = 0
  let odd = 0
  for (let i = 0; i < pairs; i++) {
    even += bytes[2 * i] === 0 && bytes[2 * i + 1] !== 0 ? 1 : 0
    odd += bytes[2 * i] !== 0 && bytes[2 * i + 1] === 0 ? 1 : 0
  }
  if (odd * 10 > pairs * 7 && even === 0) {
    return 'utf-16le'
  }
  return even * 10 > pairs * 7 && odd === 0 ? 'utf-16be' : ''
}
