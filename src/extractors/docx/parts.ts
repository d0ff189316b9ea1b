/**
 * The parts of a DOCX as XML text, unpacked with a limit before anything else reads the file: what a ZIP says of its sizes is
 * not believed. Limits: the file must be a plain ZIP with its directory at the end, which all programs for texts write.
 */
import { inflateRawSync } from 'node:zlib'

/** All XML of a file, unpacked: a reader needs some twenty times as much memory, and a release is below a hundredth of it. */
const MOST_XML = 2 ** 24
/** Any other part, such as a picture. */
const MOST_OTHER = 2 ** 27
/** No file of a word processor has so many parts. */
const MOST_PARTS = 10_000

/** Places in the records of a ZIP (APPNOTE 4.3). */
const END = { signature: 0x06054b50, size: 22, longestComment: 0xffff, count: 10, at: 16 }
const ENTRY = { signature: 0x02014b50, size: 46, method: 10, packed: 20, name: 28, extra: 30, comment: 32, local: 42 }
const LOCAL = { size: 30, name: 26, extra: 28 }
const STORED = 0
const DEFLATED = 8
/** Compound files: the format of Word before 2007, and of encrypted files since. */
const COMPOUND = 'd0cf11e0'

/** XML by the name of its part. Throws an Error with one line. */
export function partsOf(bytes: Uint8Array): ReadonlyMap<string, string> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (file.subarray(0, 4).toString('hex') === COMPOUND) {
    throw new Error('the DOCX is encrypted, or a .doc of Word before 2007: save it as .docx without a password')
  }
  const parts = new Map<string, string>()
  let room = MOST_XML
  for (const entry of entriesOf(file)) {
    const isNamed = /\.(?:xml|rels)$/i.test(entry.name)
    const content = unpacked(file, entry, isNamed ? room : MOST_OTHER)
    if (!isNamed && !isMarkup(content)) continue
    room -= content.length
    if (room < 0) throw tooLarge()
    parts.set(entry.name, content.toString('utf8'))
  }
  return parts
}

/** Relationships may name any part as the document, whatever its own name is. */
const isMarkup = (content: Buffer) => /^[^\w]{0,8}</.test(content.toString('latin1', 0, 16))

interface Entry {
  readonly name: string
  readonly method: number
  readonly packed: number
  readonly at: number
}

function entriesOf(file: Buffer): Entry[] {
  const end = endOf(file)
  const count = file.readUInt16LE(end + END.count)
  if (count > MOST_PARTS) throw new Error(`the DOCX has too many parts: ${count}`)
  const entries: Entry[] = []
  let at = file.readUInt32LE(end + END.at)
  for (let i = 0; i < count; i++) {
    if (at + ENTRY.size > file.length || file.readUInt32LE(at) !== ENTRY.signature)
      throw broken('its directory is damaged')
    const length = file.readUInt16LE(at + ENTRY.name)
    entries.push({
      name: file.toString('utf8', at + ENTRY.size, at + ENTRY.size + length),
      method: file.readUInt16LE(at + ENTRY.method),
      packed: file.readUInt32LE(at + ENTRY.packed),
      at: file.readUInt32LE(at + ENTRY.local),
    })
    at += ENTRY.size + length + file.readUInt16LE(at + ENTRY.extra) + file.readUInt16LE(at + ENTRY.comment)
  }
  return entries
}

/** Where the directory's end is written, before a comment. */
function endOf(file: Buffer): number {
  const first = Math.max(0, file.length - END.size - END.longestComment)
  for (let at = file.length - END.size; at >= first; at--) if (file.readUInt32LE(at) === END.signature) return at
  throw broken('it is no ZIP, or cut off')
}

function unpacked(file: Buffer, { name, method, packed, at }: Entry, room: number): Buffer {
  if (at + LOCAL.size > file.length) throw broken(`${name} is cut off`)
  const start = at + LOCAL.size + file.readUInt16LE(at + LOCAL.name) + file.readUInt16LE(at + LOCAL.extra)
  const data = file.subarray(start, start + packed)
  if (method === STORED && data.length <= room) return data
  if (method === STORED) throw tooLarge()
  if (method !== DEFLATED) throw broken(`${name} is packed in a way that is not read`)
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, room) })
  } catch (cause) {
    throw (cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge() : broken(`${name} is damaged`)
  }
}

const broken = (what: string) => new Error(`the DOCX is broken: ${what}`)
const tooLarge = () =>
  new Error(
    `the DOCX is too large: more than ${MOST_XML} bytes of XML, or a part that unpacks to more than ${MOST_OTHER}`,
  )
