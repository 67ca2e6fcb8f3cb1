// TrueType files as tables (OpenType specification, "Organization of an OpenType Font"), and several of them as one.

const GLYF_ARGUMENTS_ARE_WORDS = 0x0001
const GLYF_HAS_SCALE = 0x0008
const GLYF_MORE_COMPONENTS = 0x0020
const GLYF_HAS_TWO_SCALES = 0x0040
const GLYF_HAS_MATRIX = 0x0080

const WINDOWS = 3
const UNICODE_FULL = 10
const ENGLISH = 0x0409

/** @returns {Map<string, Buffer>} */
export function tables(font) {
  const found = new Map()
  for (let i = 0; i < font.readUInt16BE(4); i++) {
    const entry = 12 + 16 * i
    const offset = font.readUInt32BE(entry + 8)
    found.set(font.toString('latin1', entry, entry + 4), font.subarray(offset, offset + font.readUInt32BE(entry + 12)))
  }
  return found
}

function checksum(table) {
  let sum = 0
  for (let i = 0; i + 4 <= table.length; i += 4) sum = (sum + table.readUInt32BE(i)) >>> 0
  if (table.length % 4 > 0) sum = (sum + Buffer.concat([table, Buffer.alloc(3)]).readUInt32BE(table.length & ~3)) >>> 0
  return sum
}

export function file(parts) {
  const names = [...parts.keys()].toSorted()
  const power = 2 ** Math.floor(Math.log2(names.length))
  const header = Buffer.alloc(12 + 16 * names.length)
  header.writeUInt32BE(0x00010000, 0)
  header.writeUInt16BE(names.length, 4)
  header.writeUInt16BE(power * 16, 6)
  header.writeUInt16BE(Math.log2(power), 8)
  header.writeUInt16BE((names.length - power) * 16, 10)
  const head = Buffer.from(parts.get('head'))
  head.writeUInt32BE(0, 8)
  const chunks = [header]
  let offset = header.length
  for (const [i, name] of names.entries()) {
    const table = name === 'head' ? head : parts.get(name)
    const entry = 12 + 16 * i
    header.write(name, entry, 'latin1')
    header.writeUInt32BE(checksum(table), entry + 4)
    header.writeUInt32BE(offset, entry + 8)
    header.writeUInt32BE(table.length, entry + 12)
    const padding = Buffer.alloc((4 - (table.length % 4)) % 4)
    chunks.push(table, padding)
    offset += table.length + padding.length
  }
  head.writeUInt32BE((0xb1b0afba - checksum(Buffer.concat(chunks))) >>> 0, 8)
  return Buffer.concat(chunks)
}

/** What a font says of itself, under a name and a weight of our choice. */
export function named(parts, family, weight) {
  const bold = weight >= 700
  const style = bold ? 'Bold' : 'Regular'
  const kept = names(parts.get('name'))
  const words = new Map([
    [0, kept.get(0) ?? ''],
    [1, family],
    [2, style],
    [3, `${family} ${style} for Evergreen`],
    [4, `${family} ${style}`],
    [5, kept.get(5) ?? 'Version 1'],
    [6, `${family.replaceAll(' ', '')}-${style}`],
    [13, kept.get(13) ?? 'This Font Software is licensed under the SIL Open Font License, Version 1.1.'],
    [14, kept.get(14) ?? 'https://openfontlicense.org'],
  ])
  const records = []
  const texts = []
  let offset = 0
  for (const [id, text] of words) {
    const bytes = Buffer.from(text, 'utf16le').swap16()
    const record = Buffer.alloc(12)
    ;[WINDOWS, 1, ENGLISH, id, bytes.length, offset].forEach((value, i) => record.writeUInt16BE(value, 2 * i))
    records.push(record)
    texts.push(bytes)
    offset += bytes.length
  }
  const header = Buffer.alloc(6)
  header.writeUInt16BE(records.length, 2)
  header.writeUInt16BE(6 + 12 * records.length, 4)
  const changed = new Map(parts)
  changed.set('name', Buffer.concat([header, ...records, ...texts]))
  const os2 = Buffer.from(parts.get('OS/2'))
  os2.writeUInt16BE(weight, 4)
  os2.writeUInt16BE((os2.readUInt16BE(62) & ~0x61) | (bold ? 0x20 : 0x40), 62)
  changed.set('OS/2', os2)
  const head = Buffer.from(parts.get('head'))
  head.writeUInt16BE(bold ? 1 : 0, 44)
  changed.set('head', head)
  return changed
}

function names(table) {
  const found = new Map()
  const start = table.readUInt16BE(4)
  for (let i = 0; i < table.readUInt16BE(2); i++) {
    const entry = 6 + 12 * i
    if (table.readUInt16BE(entry) !== WINDOWS) continue
    const offset = start + table.readUInt16BE(entry + 10)
    const bytes = Buffer.from(table.subarray(offset, offset + table.readUInt16BE(entry + 8)))
    found.set(table.readUInt16BE(entry + 6), bytes.swap16().toString('utf16le'))
  }
  return found
}

/** Letters and the numbers of their glyphs. */
export function* letters(cmap) {
  const offsets = new Set()
  for (let i = 0; i < cmap.readUInt16BE(2); i++) offsets.add(cmap.readUInt32BE(4 + 8 * i + 4))
  for (const offset of offsets) {
    const format = cmap.readUInt16BE(offset)
    if (format === 12) {
      for (let g = 0; g < cmap.readUInt32BE(offset + 12); g++) {
        const group = offset + 16 + 12 * g
        const first = cmap.readUInt32BE(group)
        for (let c = first; c <= cmap.readUInt32BE(group + 4); c++) yield [c, cmap.readUInt32BE(group + 8) + c - first]
      }
    } else if (format === 4) {
      const count = cmap.readUInt16BE(offset + 6) / 2
      const at = (list, i) => offset + 14 + 2 * (list * count + i) + (list > 0 ? 2 : 0)
      for (let i = 0; i < count; i++) {
        const delta = cmap.readUInt16BE(at(2, i))
        const shift = cmap.readUInt16BE(at(3, i))
        for (let c = cmap.readUInt16BE(at(1, i)); c <= cmap.readUInt16BE(at(0, i)) && c !== 0xffff; c++) {
          const direct = shift === 0 ? c : cmap.readUInt16BE(at(3, i) + shift + 2 * (c - cmap.readUInt16BE(at(1, i))))
          const glyph = shift > 0 && direct === 0 ? 0 : (direct + delta) & 0xffff
          if (glyph > 0) yield [c, glyph]
        }
      }
    }
  }
}

function cmap(glyphs) {
  const groups = []
  for (const [letter, glyph] of [...glyphs].toSorted((a, b) => a[0] - b[0])) {
    const last = groups.at(-1)
    if (last !== undefined && last[1] === letter - 1 && last[2] + letter - last[0] === glyph) last[1] = letter
    else groups.push([letter, letter, glyph])
  }
  const table = Buffer.alloc(12 + 16 + 12 * groups.length)
  table.writeUInt16BE(1, 2)
  table.writeUInt16BE(WINDOWS, 4)
  table.writeUInt16BE(UNICODE_FULL, 6)
  table.writeUInt32BE(12, 8)
  table.writeUInt16BE(12, 12)
  table.writeUInt32BE(16 + 12 * groups.length, 16)
  table.writeUInt32BE(groups.length, 24)
  groups.flat().forEach((value, i) => table.writeUInt32BE(value, 28 + 4 * i))
  return table
}

/** A compound glyph names others by number. */
function moved(glyph, by) {
  if (glyph.length === 0 || glyph.readInt16BE(0) >= 0 || by === 0) return glyph
  const copy = Buffer.from(glyph)
  let at = 10
  let flags
  do {
    flags = copy.readUInt16BE(at)
    const component = copy.readUInt16BE(at + 2)
    copy.writeUInt16BE(component === 0 ? 0 : component + by, at + 2)
    at += 4 + (flags & GLYF_ARGUMENTS_ARE_WORDS ? 4 : 2)
    at += flags & GLYF_HAS_SCALE ? 2 : flags & GLYF_HAS_TWO_SCALES ? 4 : flags & GLYF_HAS_MATRIX ? 8 : 0
  } while (flags & GLYF_MORE_COMPONENTS)
  return copy
}

/** The letters of several fonts of one design in one. What they say of glyphs beside each other is dropped: ideographs need none of it. */
export function merged(fonts) {
  const first = fonts[0]
  const glyphs = []
  const widths = []
  const numbers = new Map()
  const most = Buffer.from(first.get('maxp'))
  const box = [0, 0, 0, 0]
  let widest = 0
  for (const font of fonts) {
    const count = font.get('maxp').readUInt16BE(4)
    const long = font.get('head').readUInt16BE(50) === 1
    const loca = font.get('loca')
    const place = (i) => (long ? loca.readUInt32BE(4 * i) : 2 * loca.readUInt16BE(2 * i))
    const metrics = font.get('hhea').readUInt16BE(34)
    const skipped = glyphs.length === 0 ? 0 : 1
    const by = glyphs.length - skipped
    for (let i = skipped; i < count; i++) {
      const glyph = font.get('glyf').subarray(place(i), place(i + 1))
      glyphs.push(moved(glyph, by))
      if (glyph.length > 0) for (let k = 0; k < 4; k++) box[k] = (k < 2 ? Math.min : Math.max)(box[k], glyph.readInt16BE(2 + 2 * k))
      const entry = Buffer.alloc(4)
      const width = font.get('hmtx').readUInt16BE(4 * Math.min(i, metrics - 1))
      entry.writeUInt16BE(width, 0)
      entry.writeInt16BE(font.get('hmtx').readInt16BE(i < metrics ? 4 * i + 2 : 4 * metrics + 2 * (i - metrics)), 2)
      widths.push(entry)
      widest = Math.max(widest, width)
    }
    for (const [letter, glyph] of letters(font.get('cmap'))) if (!numbers.has(letter)) numbers.set(letter, glyph + by)
    for (let at = 6; at + 2 <= most.length; at += 2) {
      most.writeUInt16BE(Math.max(most.readUInt16BE(at), font.get('maxp').readUInt16BE(at)), at)
    }
  }
  most.writeUInt16BE(glyphs.length, 4)
  const loca = Buffer.alloc(4 * glyphs.length + 4)
  const padded = []
  let offset = 0
  for (const [i, glyph] of glyphs.entries()) {
    padded.push(glyph, Buffer.alloc(glyph.length % 2))
    offset += glyph.length + (glyph.length % 2)
    loca.writeUInt32BE(offset, 4 * i + 4)
  }
  const head = Buffer.from(first.get('head'))
  box.forEach((value, k) => head.writeInt16BE(value, 36 + 2 * k))
  head.writeUInt16BE(1, 50)
  const hhea = Buffer.from(first.get('hhea'))
  hhea.writeUInt16BE(widest, 10)
  hhea.writeUInt16BE(widths.length, 34)
  const post = Buffer.alloc(32)
  post.writeUInt32BE(0x00030000, 0)
  return new Map([
    ['OS/2', first.get('OS/2')],
    ['cmap', cmap(numbers)],
    ['glyf', Buffer.concat(padded)],
    ['head', head],
    ['hhea', hhea],
    ['hmtx', Buffer.concat(widths)],
    ['loca', loca],
    ['maxp', most],
    ['name', first.get('name')],
    ['post', post],
  ])
}

/** Sequences of letters and the numbers of the glyphs that stand for each as a whole (table GSUB, lookups of type 4, "Ligature Substitution"). */
export function* ligatures(parts) {
  const spelt = new Map([...letters(parts.get('cmap'))].map(([letter, glyph]) => [glyph, letter]))
  const gsub = parts.get('GSUB')
  const lookups = gsub.readUInt16BE(8)
  for (const lookup of offsets(gsub, lookups, lookups)) {
    if (gsub.readUInt16BE(lookup) !== 4) continue
    for (const table of offsets(gsub, lookup + 4, lookup)) {
      const firsts = [...covered(gsub, table + gsub.readUInt16BE(table + 2))]
      for (const [i, set] of offsets(gsub, table + 4, table).entries()) {
        for (const ligature of offsets(gsub, set, set)) {
          const more = Array.from({ length: gsub.readUInt16BE(ligature + 2) - 1 }, (_, k) => gsub.readUInt16BE(ligature + 4 + 2 * k))
          const sequence = [firsts[i], ...more].map((glyph) => spelt.get(glyph))
          if (!sequence.includes(undefined)) yield [sequence, gsub.readUInt16BE(ligature)]
        }
      }
    }
  }
}

/** A count and offsets from a place. */
function offsets(table, at, from) {
  return Array.from({ length: table.readUInt16BE(at) }, (_, i) => from + table.readUInt16BE(at + 2 + 2 * i))
}

function* covered(table, at) {
  const count = table.readUInt16BE(at + 2)
  for (let i = 0; i < count; i++) {
    if (table.readUInt16BE(at) === 1) yield table.readUInt16BE(at + 4 + 2 * i)
    else for (let g = table.readUInt16BE(at + 4 + 6 * i); g <= table.readUInt16BE(at + 6 + 6 * i); g++) yield g
  }
}
