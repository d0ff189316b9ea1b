/**
 * What a file is, judged by its first bytes, whatever its name says: a text, a format that is not read yet, or binary. A few
 * NUL bytes or control characters do not make a text binary (damaged releases have them); many do, unless they stand where
 * UTF-16 puts them. Markup, JSON, RTF, mail, and what parawire itself has printed are each known by what no plain text begins
 * with; a fragment of HTML that begins with words by many tags that close or break. A text with a tag or two, or an address
 * in angle brackets, stays a text.
 * Limit: a binary format without a signature and without control bytes passes as text; plain tables (CSV) are texts, and so
 * is XML without a declaration whose first tag has no attribute.
 */
import { isMailHead } from '../formats/mail-head.js'
import { ownOutput } from '../formats/own-output.js'
import type { SourceFormat } from '../model.js'
import { MAX_BYTES, sizeText } from './sizes.js'

/** Why bytes are not used as text. */
export interface Refusal {
  readonly code: 'EMPTY' | 'BINARY' | 'NOT_TEXT' | 'PARAWIRE_OUTPUT' | 'TOO_LARGE' | 'UNREADABLE' | 'UNSUPPORTED_FORMAT'
  readonly message: string
}

/** Text of this many bytes at the front is enough for every signature. */
const HEAD = 4096
/**
 * Random bytes hold 10 % control characters, texts under 1 %: past one in twenty it is no text, if there are more
 * than a handful. NULs are counted apart, because a NUL may stand for every space of a damaged text (one in six).
 */
const CONTROL_SHARE = 0.05
const CONTROL_COUNT = 16
/** NULs and other controls together, whatever the length. */
const JUNK_SHARE = 0.3

/** In UTF-16 the high byte of Latin is 0 or 1 and of Hebrew 5, but for a few marks (20, 21): nearly all on one side. */
const UTF16_HIGH_BYTES = [0, 1, 5]
const UTF16_SHARE = 0.85
const UTF16_OTHER_SHARE = 0.5

/** What is said of a file with no bytes. */
export const empty: Refusal = { code: 'EMPTY', message: 'the file is empty' }

/** What is said of a file above the limit; `size` is null where it has no end in sight. */
export function tooLarge(size: number | null, maxBytes: number): Refusal {
  const isHopeless = maxBytes >= MAX_BYTES || (size ?? 0) > MAX_BYTES
  const advice = isHopeless ? 'split it' : 'split it, or read it with --max-bytes'
  const has = size === null ? 'it has' : `${sizeText(size)},`
  return { code: 'TOO_LARGE', message: `${has} more than the ${sizeText(maxBytes)} that are read of a file; ${advice}` }
}

/** The formats that are read besides plain text, by what messages call them. */
const READ: ReadonlyMap<string, SourceFormat> = new Map([
  ['HTML', 'html'],
  ['PDF', 'pdf'],
  ['DOCX', 'docx'],
])

/** The format of a file that is no plain text and is read all the same; null for any other. Never throws. */
export function formatOf(bytes: Uint8Array): SourceFormat | null {
  const head = latin1(bytes.subarray(0, HEAD))
  return READ.get(formatIn(head, startOf(head)) ?? '') ?? null
}

/** The refusal of a program that is called like the pages it makes; null for any other file. */
export const refuseProgram = (bytes: Uint8Array, name: string): Refusal | null =>
  PROGRAM_NAME.test(name) && formatOf(bytes) === null
    ? { code: 'NOT_TEXT', message: 'a page by its name, and no HTML; rename it to .txt to use it' }
    : null

/** Null for a text, or a format that is read, of at most `maxBytes`. Never throws; time linear in the size. */
export function refuse(bytes: Uint8Array, maxBytes = MAX_BYTES): Refusal | null {
  if (bytes.length > maxBytes) return tooLarge(null, maxBytes)
  if (bytes.length === 0) return empty
  const head = latin1(bytes.subarray(0, HEAD))
  const start = startOf(head)
  const own = ownOutput(start)
  if (own !== null) return { code: 'PARAWIRE_OUTPUT', message: own }
  const format = formatIn(head, start)
  if (format) return READ.has(format) ? null : unsupported(format)
  if (SIGNATURES.some(([at, mark]) => head.startsWith(mark, at)) || isControlHeavy(bytes)) {
    return { code: 'BINARY', message: 'binary data, not text' }
  }
  return null
}

const formatIn = (head: string, start: string) => containerFormat(head) ?? formatOfText(start)

/** The refusal of a format that is known but not read. */
export function unsupported(format: string): Refusal {
  return { code: 'UNSUPPORTED_FORMAT', message: `${format} is not read yet; save it as plain text (.txt)` }
}

/** What is read of a folder, by its name. Tables, JSON and XML hold anything: they are read where they are named. */
export const READABLE_NAME = /\.(?:txt|text|x?html?|shtml|aspx?|php|jsp|pdf|docx|zip|gz|eml|mbox|rss|atom)$/i
/** A saved page may be called by the program that made it; the program itself is no page. */
const PROGRAM_NAME = /\.(?:shtml|aspx?|php|jsp)$/i

const FORMATS_BY_EXTENSION: ReadonlyMap<string, string> = new Map([
  ['doc', 'Word (DOC)'],
  ['odt', 'OpenDocument'],
  ['rtf', 'RTF'],
])

/** The format that a file's extension promises, if it is one that is not read; null for any other extension. */
export function formatOfName(name: string): string | null {
  return FORMATS_BY_EXTENSION.get(name.slice(name.lastIndexOf('.') + 1).toLowerCase()) ?? null
}

/** Offset and bytes, each as long as it must be for no text to begin with it. */
const SIGNATURES: readonly (readonly [at: number, mark: string])[] = [
  [0, '\x89PNG\r\n'],
  [0, '\xFF\xD8\xFF'], // JPEG
  [0, 'GIF87a'],
  [0, 'GIF89a'],
  [8, 'WEBPVP8'],
  [8, 'WAVEfmt '],
  [4, 'ftyp'], // MP4, HEIC: the four bytes before are a length
  [0, '\x1F\x8B'], // gzip
  [0, 'BZh91AY&SY'],
  [0, '\xFD7zXZ\0'],
  [0, '7z\xBC\xAF\x27\x1C'],
  [0, 'Rar!\x1A\x07'],
  [0, '\x28\xB5\x2F\xFD'], // zstd
  [0, '\x7FELF'],
  [0, 'OggS\0'],
  [0, 'SQLite format 3\0'],
  [257, 'ustar'], // tar
]

function containerFormat(head: string): string | null {
  if (head.startsWith('PK\x03\x04')) return head.includes('word/') ? 'DOCX' : 'a ZIP archive (DOCX, ODT, ...)'
  return head.startsWith('\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1') ? 'Word (DOC)' : null
}

/** The first characters: byte order marks, and the NULs of UTF-16, stand in the way of a look at them. */
const startOf = (head: string) =>
  head
    .replace(/^(?:\xEF\xBB\xBF|\xFF\xFE|\xFE\xFF)/, '')
    .replaceAll('\0', '')
    .trimStart()

function isControlHeavy(bytes: Uint8Array): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return false
  const side = utf16Side(bytes)
  const step = side === null ? 1 : 2
  let controls = 0
  let nuls = 0
  for (let i = side === null ? 0 : 1 - side; i < bytes.length; i += step) {
    if (CONTROL[bytes[i]!] !== 1 || (side !== null && bytes[i - 1 + 2 * side] !== 0)) continue
    if (bytes[i] === 0) nuls++
    else controls++
  }
  const units = bytes.length / step
  return (controls + nuls) / units > JUNK_SHARE || (controls / units > CONTROL_SHARE && controls >= CONTROL_COUNT)
}

/** 1 where the second byte of each pair is a high byte (UTF-16LE), 0 where the first is (BE), null for other texts. */
function utf16Side(bytes: Uint8Array): 0 | 1 | null {
  const counts = [0, 0]
  for (let i = 0; i < bytes.length; i++) if (UTF16_HIGH_BYTES.includes(bytes[i]!)) counts[i & 1]!++
  const [even, odd] = counts.map(count => (2 * count) / bytes.length) as [number, number]
  if (odd > UTF16_SHARE && even < UTF16_OTHER_SHARE) return 1
  return even > UTF16_SHARE && odd < UTF16_OTHER_SHARE ? 0 : null
}

/** Controls that no text has: not tab, line ends, form feed, escape (ISO 2022) or the end mark of CP/M and DOS. */
const CONTROL = Uint8Array.from({ length: 256 }, (_, b) =>
  b < 0x20 && !'\t\n\v\f\r\x1A\x1B'.includes(String.fromCharCode(b)) ? 1 : 0,
)

const latin1 = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')

/** The format that a file with this beginning is in, without a byte order mark and blanks; null for a plain text. */
function formatOfText(start: string): string | null {
  if (start.startsWith('{\\rtf')) return 'RTF'
  if (start.startsWith('%PDF-')) return 'PDF'
  if (JSON_START.test(start)) return 'JSON'
  return markupOf(withoutComments(start)) ?? (isMailHead(start) ? 'e-mail (EML)' : null)
}

/** An object with its first key and the beginning of a value, alone or in arrays; or nothing but an empty one. */
const JSON_START = /^[[\s]*\{\s*"(?:[^"\\\r\n]|\\.)*"\s*:\s*(?:["{[\d-]|true|false|null)|^(?:\[\s*\]|\{\s*\})\s*$/

/** Elements of HTML that text stands in, or beside. */
const BLOCKS =
  'address|article|aside|blockquote|body|center|dd|div|dl|dt|figcaption|figure|footer|form|h[1-6]|head|header|hr|html|li|link|main|' +
  'meta|nav|ol|p|pre|script|section|style|table|tbody|td|th|thead|title|tr|ul'
const INLINE = 'a|abbr|b|em|font|i|img|small|span|strong|u'
/** What HTML begins with, or a comment that does not end here. An element inside of text has an attribute; `<Form 8-K>` is none. */
const HTML_START = new RegExp(
  `^<(?:!doctype\\s+html|!--|(?:html|body|div|table|p)[\\s/>]|(?:${BLOCKS}|br)\\s*/?>|(?:${BLOCKS}|${INLINE})\\s+[a-z-]+\\s*=)`,
  'i',
)
/** Ends of elements, breaks, and paragraphs, which need not end. */
const STRUCTURE = new RegExp(`</(?:${BLOCKS}|${INLINE})\\s*>|(?:<br\\s*/?>\\s*)+|<p(?:\\s[^<>]*)?>`, 'gi')
/** So many of them make HTML of a text that begins with words. Texts of newsrooms as they were found have none, or one. */
const LEAST_TAGS = 4
/** Characters of text to one of them; a paragraph is shorter than two such stretches. */
const TEXT_TO_A_TAG = 500

const XML_DECLARATION = /^<\?xml\s[^>]*>\s*/i
const XML_START = /^<(?:!doctype\s|[a-z_][\w.:-]*(?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))+\s*\/?>)/i

function markupOf(start: string): 'HTML' | 'XML' | null {
  const body = withoutComments(start.replace(XML_DECLARATION, ''))
  if (HTML_START.test(body)) return 'HTML'
  if (body.length < start.length || XML_START.test(body)) return 'XML'
  return hasManyTags(body) ? 'HTML' : null
}

function hasManyTags(text: string): boolean {
  if (!text.includes('<')) return false
  const tags = text.match(STRUCTURE) ?? []
  const length = text.length - tags.join('').length
  return tags.length >= LEAST_TAGS && tags.length * TEXT_TO_A_TAG >= length
}

function withoutComments(start: string): string {
  let rest = start
  while (rest.startsWith('<!--')) {
    const end = rest.indexOf('-->')
    if (end < 0) return rest
    rest = rest.slice(end + 3).trimStart()
  }
  return rest
}
