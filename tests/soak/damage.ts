/**
 * What happens to texts on their way, one function a kind: from text to text, and from text to bytes. Each is a pure
 * function of its text and its random numbers, so that a case is a list of names and seeds, and can be made smaller by
 * leaving some of them out.
 */
import iconv from 'iconv-lite'
import { charsetTable } from '../../src/charsets/charset.js'
import type { Random } from '../bench/corpus/random.mjs'

type Damage = (text: string, random: Random) => string

const CHARSETS = [
  'windows-1252',
  'iso-8859-1',
  'windows-1250',
  'windows-1251',
  'windows-1255',
  'windows-1253',
  'cp437',
  'cp850',
  'cp862',
  'macroman',
  'iso-8859-2',
  'iso-8859-8',
  'iso-8859-15',
]
const INVISIBLE = [
  '\u200b',
  '\u00ad',
  '\ufeff',
  '\u200e',
  '\u200f',
  '\u202b',
  '\u202c',
  '\u2060',
  '\u0301',
  '\u0085',
  '\0',
  '\x1a',
  '\x9d',
  '\ud83d',
  '\udc00',
]
const STAND_INS = ['_', '#', '*', '\u25a1', '\u00bf', '\u00a4']
const LOOKALIKES = ['lI', 'l1', 'I|', 'O0', 'S5', 'eo', 'cе', 'nu', 'é6', 'ü"', 'bh', 'tf', '.,']
const ENTITIES: Readonly<Record<string, string>> = {
  ä: 'auml',
  ö: 'ouml',
  ü: 'uuml',
  ß: 'szlig',
  é: 'eacute',
  å: 'aring',
  ø: 'oslash',
  '“': 'ldquo',
  '”': 'rdquo',
  '’': 'rsquo',
  '–': 'ndash',
  '&': 'amp',
}

const asBytes = (text: string, charset: string) => iconv.encode(text, charset)
const misread = (bytes: Uint8Array, charset: string) => Array.from(bytes, b => charsetTable(charset).chars[b]!).join('')

/** Does it to all of a text, to a stretch of it, or to a share of its lines. */
function somewhere(text: string, random: Random, change: (part: string) => string): string {
  const dice = random.next()
  if (dice < 0.4) return change(text)
  if (dice < 0.7) {
    const start = random.below(text.length + 1)
    const end = Math.min(text.length, start + random.below(200))
    return text.slice(0, start) + change(text.slice(start, end)) + text.slice(end)
  }
  const share = random.of([0.1, 0.5])
  return text
    .split('\n')
    .map(line => (random.chance(share) ? change(line) : line))
    .join('\n')
}

/** Does it to a share of the places that match. */
function places(text: string, random: Random, pattern: RegExp, change: (found: string) => string): string {
  const share = random.of([1, 1, 0.5, 0.1, 0.02])
  return somewhere(text, random, part => part.replace(pattern, found => (random.chance(share) ? change(found) : found)))
}

const BEYOND_ASCII = /[^\0-\x7f]/gu

/** Damage of a text, by name. */
export const DAMAGES: Readonly<Record<string, Damage>> = {
  mojibake: (text, random) => {
    const charset = random.of(CHARSETS)
    return somewhere(text, random, part => misread(Buffer.from(part), charset))
  },
  twice: (text, random) => {
    const [first, second] = [random.of(CHARSETS), random.of(CHARSETS)]
    return somewhere(text, random, part => misread(Buffer.from(misread(Buffer.from(part), first)), second))
  },
  'mixed up': (text, random) => {
    const [written, read] = [random.of(CHARSETS), random.of(CHARSETS)]
    return somewhere(text, random, part => misread(asBytes(part, written), read))
  },
  'question marks': (text, random) => places(text, random, BEYOND_ASCII, () => '?'),
  'replacement characters': (text, random) => places(text, random, BEYOND_ASCII, () => '\ufffd'),
  'lost bytes': (text, random) => {
    const sign = random.of(['?', '\ufffd'])
    return places(text, random, BEYOND_ASCII, found => sign.repeat(Buffer.byteLength(found)))
  },
  'stand-ins': (text, random) => {
    const sign = random.of(STAND_INS)
    return places(text, random, /[^\0-\x7f]/gu, () => sign)
  },
  'lost marks': (text, random) => places(text, random, / ?["„“”«»’‘–]/g, () => '?'),
  dropped: (text, random) =>
    places(text, random, random.of([/[\u0080-\u009f]/g, /[^\0-\x7f]/gu, /[\p{M}]/gu]), () => ''),
  entities: (text, random) =>
    places(text, random, BEYOND_ASCII, found =>
      random.chance(0.5)
        ? `&#${found.codePointAt(0)};`
        : ENTITIES[found]
          ? `&${random.chance(0.3) ? 'amp;' : ''}${ENTITIES[found]};`
          : found,
    ),
  'quoted-printable': (text, random) =>
    somewhere(text, random, part =>
      part
        .replace(/[^\0-\x7f]+/gu, found =>
          [...Buffer.from(found)].map(b => `=${b.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
        )
        .replace(/[^\n]{75}(?=[^\n])/g, '$&=\n'),
    ),
  escapes: (text, random) =>
    places(text, random, BEYOND_ASCII, found =>
      random.chance(0.5)
        ? [...found].map(c => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')
        : [...Buffer.from(found)].map(b => `\\x${b.toString(16)}`).join(''),
    ),
  scanned: (text, random) => {
    const pairs = LOOKALIKES.filter(() => random.chance(0.4))
    const noise = random.of([0.05, 0.01])
    return Array.from(text, char => {
      const pair = random.chance(noise) && pairs.find(p => p.includes(char))
      return pair ? (pair[0] === char ? pair.slice(1) : pair[0]!) : char
    }).join('')
  },
  'scanned mojibake': (text, random) => {
    const read = ['a??', 'A¼', 'A"', '&??', 'a?e', 'A°', 'Al', 'A '].filter(() => random.chance(0.4))
    return places(text, random, BEYOND_ASCII, found => read[found.codePointAt(0)! % read.length] ?? found)
  },
  'visual order': (text, random) =>
    places(text, random, /[\u05d0-\u05ea][^\n]*/g, found => [...found].reverse().join('')),
  wrapped: (text, random) => {
    const [width, end] = [random.between(20, 90), random.of(['\n', '\n', '\r\n', ' \n', '\n  ', '\n\n'])]
    return somewhere(text, random, part =>
      part.replace(new RegExp(`(.{1,${width}})(?: +|$)`, 'gm'), (_, row: string) => row + end),
    )
  },
  hyphenated: (text, random) => places(text, random, /(?<=\p{L}{3})(?=\p{L}{3})/gu, () => '-\n'),
  'double spaced': (text, random) => somewhere(text, random, part => part.replaceAll('\n', '\n\n')),
  joined: (text, random) => places(text, random, /\n+/g, () => random.of([' ', '', '\n'])),
  split: (text, random) => places(text, random, / (?=\S)/g, () => random.of(['\n', '\n\n', '  ', '\t', '\u00a0'])),
  glued: (text, random) => places(text, random, / /g, () => ''),
  'line ends': (text, random) => places(text, random, /\n/g, () => random.of(['\r\n', '\r', '\f', '\u2028', '\v'])),
  indented: (text, random) => places(text, random, /^/gm, () => random.of([' ', '    ', '\t', '> ', '| '])),
  'running heads': (text, random) => {
    const head = random.of(['Seite 4', '- 4 -', '\f', 'Verlande SA – Press release – 4', '4'])
    return places(text, random, /\n+/g, found => `${found}${head}${found}`)
  },
  invisible: (text, random) => {
    const sign = random.of(INVISIBLE)
    return places(text, random, /(?<=.)(?=.)/gu, () => sign)
  },
  deleted: (text, random) => places(text, random, /[\s\S]/g, () => ''),
  swapped: (text, random) => places(text, random, /(\S)(\S)/g, found => found[1]! + found[0]!),
  capitals: (text, random) =>
    somewhere(text, random, part => (random.chance(0.7) ? part.toUpperCase() : part.toLowerCase())),
  repeated: (text, random) => somewhere(text, random, part => part.slice(0, 400).repeat(random.between(2, 5))),
  reversed: (text, random) => somewhere(text, random, part => part.split('\n').reverse().join('\n')),
  shuffled: (text, random) =>
    text
      .split('\n')
      .map(line => ({ line, key: random.next() }))
      .sort((a, b) => a.key - b.key)
      .map(({ line }) => line)
      .join('\n'),
  noise: (text, random) => {
    const signs = random.of([
      '?Ã¤Â\ufffd"',
      '?abä',
      '&#;x1',
      '=C3=\n ',
      '„“?»« ',
      'Aa?"¼',
      '\\u00e9x',
      '1.,-/ :%',
      '_*#a ',
    ])
    return places(text, random, /(?<=.)(?=.)/gu, () => random.of([...signs]))
  },
}

/** Charsets in which a text may be written; what one cannot hold becomes `?`. */
export const ENCODINGS: Readonly<Record<string, (text: string, random: Random) => Buffer>> = {
  'utf-8': text => Buffer.from(text),
  'bytes as they come': text => Buffer.from(text, 'latin1'),
  'utf-8 with mark': text => Buffer.from(`\ufeff${text}`),
  'utf-16le': text => Buffer.from(text, 'utf16le'),
  'utf-16be with mark': text => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
  'single byte': (text, random) => asBytes(text, random.of(CHARSETS)),
  'two charsets': (text, random) => {
    const cut = random.below(text.length + 1)
    return Buffer.concat([asBytes(text.slice(0, cut), random.of(CHARSETS)), Buffer.from(text.slice(cut))])
  },
}

type ByteDamage = (bytes: Buffer, random: Random) => Buffer

/** Damage of bytes, by name. */
export const BYTE_DAMAGES: Readonly<Record<string, ByteDamage>> = {
  flipped: (bytes, random) => {
    const share = random.of([0.1, 0.01, 0.001])
    return bytes.map(byte => (random.chance(share) ? byte ^ (1 << random.below(8)) : byte)) as Buffer
  },
  'seventh bit': bytes => bytes.map(byte => byte & 0x7f) as Buffer,
  cut: (bytes, random) => {
    const start = random.chance(0.5) ? 0 : random.below(bytes.length + 1)
    return bytes.subarray(start, start + random.below(bytes.length + 1))
  },
  dropped: (bytes, random) => {
    const share = random.of([0.1, 0.01])
    return Buffer.from(bytes.filter(() => !random.chance(share)))
  },
  'random bytes': (bytes, random) => {
    const at = random.below(bytes.length + 1)
    const some = Buffer.from(Array.from({ length: random.below(60) }, () => random.below(256)))
    return Buffer.concat([bytes.subarray(0, at), some, bytes.subarray(at)])
  },
}
