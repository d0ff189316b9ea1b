/**
 * ZIP archives, entry by entry in the order of their list, without a file on disk. An entry that cannot be given is refused
 * by name, and the others are given. yauzl reads the list (ZIP64 and Unicode names included); the only door to it.
 */
import * as zlib from 'node:zlib'
import type { Entry, ZipFile } from 'yauzl'
import { decodeUtf8 } from '../charsets/charset.js'
import { type Inner, type Opened, type OpenOptions, type Refused, reasonOf, refused } from './inner.js'
import { stored, type Unpacked, unpack } from './unpack.js'
import { entryPath } from './zip-names.js'

const STORED = 0
const DEFLATED = 8
/** Bit 11 of the flags: the name is UTF-8. */
const NAME_IS_UTF8 = 0x800
/** The type of a file as Unix keeps it, in the upper half of the attributes. */
const TYPE_MASK = 0xf000
const LINK = 0xa000

/** The files in the archive. */
export async function* openZip(bytes: Uint8Array, path: string, options: OpenOptions): AsyncGenerator<Opened> {
  const { default: yauzl } = await import('yauzl')
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const seen = new Set<string>()
  try {
    const zip = await yauzl.fromBufferPromise(view, { decodeStrings: false, validateEntrySizes: false })
    for await (const entry of zip.eachEntry()) {
      const isUtf8 = decodeUtf8(entry.fileNameRaw) !== null
      const flags = isUtf8 ? entry.generalPurposeBitFlag | NAME_IS_UTF8 : entry.generalPurposeBitFlag
      const name = yauzl.getFileNameLowLevel(flags, entry.fileNameRaw, entry.extraFields, false)
      const inside = entryPath(name)
      if (inside === null) continue
      if ('why' in inside)
        yield refused('', 'UNREADABLE', `the entry ${JSON.stringify(name)} is not read: ${inside.why}`)
      else yield await entryOf(zip, view, entry, { path, name: inside.path, seen, options })
    }
  } catch (error) {
    yield refused(
      '',
      'UNREADABLE',
      `the ZIP archive, or what is left of it, is broken or cut short (${reasonOf(error)})`,
    )
  }
}

interface Place {
  readonly path: string
  readonly name: string
  readonly seen: Set<string>
  readonly options: OpenOptions
}

async function entryOf(zip: ZipFile, view: Buffer, entry: Entry, place: Place): Promise<Inner | Refused> {
  const { path, name, seen, options } = place
  const suffix = `/${name}`
  if (seen.has(name)) return refused(suffix, 'UNREADABLE', 'the archive has another entry of this name, which is read')
  seen.add(name)
  if (((entry.externalFileAttributes >>> 16) & TYPE_MASK) === LINK)
    return refused(suffix, 'UNREADABLE', 'a symbolic link inside an archive is not followed')
  if (entry.isEncrypted())
    return refused(suffix, 'UNREADABLE', 'the entry is encrypted; unpack it with its password, and read the folder')
  const file = await unpacked(zip, view, entry, options)
  if ('code' in file) return refused(suffix, file.code, file.message)
  return { suffix, bytes: file.bytes, step: { zip: path, entry: name }, facts: {} }
}

async function unpacked(zip: ZipFile, view: Buffer, entry: Entry, options: OpenOptions) {
  const { compressionMethod: method, compressedSize } = entry
  if (method !== STORED && method !== DEFLATED)
    return refused('', 'UNSUPPORTED_FORMAT', `it is packed by method ${method}, which is not read; pack it by Deflate`)
  try {
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true })
    const packed = view.subarray(fileDataStart, fileDataStart + compressedSize)
    return checked(entry, method === STORED ? stored(packed, options) : unpack(packed, 'raw', options))
  } catch (error) {
    return refused('', 'UNREADABLE', `it is broken or cut short (${reasonOf(error)})`)
  }
}

/** Node has the sum since 20.15. */
function checked(entry: Entry, file: Unpacked): Unpacked {
  if ('code' in file || typeof zlib.crc32 !== 'function' || zlib.crc32(file.bytes) === entry.crc32) return file
  return { code: 'UNREADABLE', message: 'it is damaged: its checksum is another' }
}
