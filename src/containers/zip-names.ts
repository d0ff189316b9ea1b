/**
 * Names of entries: which lead nowhere but into the archive, and which are those of Word and OpenDocument files, which are ZIP
 * archives too. Old archives state no charset: a name that is UTF-8 is taken as such, any other as code page 437, as the
 * standard says (APPNOTE.TXT, appendix D).
 * Limit: a name in another code page (862 of Hebrew Windows) is shown in the wrong letters; its text is not touched.
 */

/** A path inside the archive; `why` for a name that leads out of it, null for what is skipped as hidden files are. */
export type EntryPath = { readonly path: string } | { readonly why: string } | null

const CONTROLS = /[\0-\x1F\x7F]/
const DRIVE = /^[a-z]:/i

/** What the name of an entry says. A folder ends with a slash, and is skipped. */
export function entryPath(name: string): EntryPath {
  const parts = name.replaceAll('\\', '/').split('/')
  if (parts.includes('..')) return { why: 'its name leads out of the archive' }
  if (parts[0] === '' || DRIVE.test(name)) return { why: 'its name is an absolute path' }
  if (CONTROLS.test(name)) return { why: 'its name has control characters' }
  const named = parts.filter(part => part !== '' && part !== '.')
  if (parts.at(-1) === '' || named.length === 0 || named.some(isHidden)) return null
  return { path: named.join('/') }
}

/** `__MACOSX` holds what macOS keeps beside files. */
const isHidden = (part: string) => part.startsWith('.') || part === '__MACOSX'

/** Office Open XML and OpenDocument; EPUB begins as the latter. */
const OFFICE = new Set(['[Content_Types].xml', 'mimetype', 'word/document.xml'])

const END = 'PK\x05\x06'
const END_SIZE = 22
const LONGEST_COMMENT = 0xffff
const ENTRY = 0x02014b50
const ENTRY_SIZE = 46
const LOCAL_SIZE = 30
/** Those files have their mark among the first entries, or among a few dozen. */
const NAMES_READ = 1000

/** Is a ZIP archive a document of an office program? By the list of entries, or the first entry where the list is broken. */
export function isOffice(bytes: Uint8Array): boolean {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const first = nameAt(view, LOCAL_SIZE, view.length >= LOCAL_SIZE ? view.readUInt16LE(26) : 0)
  if (OFFICE.has(first)) return true
  let at = listAt(view)
  for (let i = 0; i < NAMES_READ && at + ENTRY_SIZE <= view.length && view.readUInt32LE(at) === ENTRY; i++) {
    const size = view.readUInt16LE(at + 28)
    if (OFFICE.has(nameAt(view, at + ENTRY_SIZE, size))) return true
    at += ENTRY_SIZE + size + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32)
  }
  return false
}

/** Where the list of entries begins; the end of the file where its address is not found. */
function listAt(view: Buffer): number {
  const tail = view.subarray(-END_SIZE - LONGEST_COMMENT)
  const at = tail.lastIndexOf(END)
  return at < 0 || at + END_SIZE > tail.length ? view.length : tail.readUInt32LE(at + 16)
}

const nameAt = (view: Buffer, at: number, size: number) => view.toString('latin1', at, at + size)
