/**
 * A file as far as its text: decoded where it is plain text, otherwise extracted (`extractors/`), with the map that leads from the
 * text back into the file. From there on all files go the same way.
 */
import { createHash } from 'node:crypto'
import { decode } from '../decode.js'
import { UserError } from '../errors.js'
import { extractors } from '../extractors/extractors.js'
import { statedCharset } from '../extractors/html/html-charset.js'
import { formatOf } from '../ingest/sniff.js'
import { packs } from '../languages/index.js'
import type { Decoded, Extracted, SourceFormat, Unused } from '../model.js'
import type { FileGiven } from './file.js'

/** `decoded.text` is the extracted text, where the file is no plain text. */
export interface Opened {
  readonly decoded: Decoded
  readonly extracted?: Extracted & {
    readonly format: SourceFormat
    readonly extractor: string
    readonly textSha256: string
  }
}

/** Why nothing can be read of a file. */
export interface Unreadable {
  readonly problem: Pick<Unused, 'code' | 'message'>
}

/** A plain text. */
export const openText = (bytes: Uint8Array, charset?: string): Opened => ({
  decoded: decode(bytes, packs, charset),
})

/** A file of any format that is read. What is wrong with its bytes is an answer, not an exception. */
export async function openFile({ bytes, inside }: FileGiven, given?: string): Promise<Opened | Unreadable> {
  const charset = inside?.charset ?? given
  const format = inside?.format ?? formatOf(bytes) ?? 'text'
  // A mail is opened before (`items.ts`).
  if (format === 'text' || format === 'mail') return openText(bytes, charset)
  const { name, title, fromText, fromBytes } = extractors[format]
  const page = fromText ? decodePage(bytes, charset) : null
  try {
    const extracted = page ? (await fromText!())(page.text) : await (await fromBytes!())(bytes)
    if (extracted.text === '') return noText(title, 'hasImagesOnly' in extracted && extracted.hasImagesOnly === true)
    const { text, map, marks, links, facts } = extracted
    const textSha256 = createHash('sha256').update(text).digest('hex')
    return {
      decoded: { text, charset: page?.charset ?? 'utf-8', evidence: page?.evidence ?? 'stated' },
      extracted: { text, map, marks, links, facts, format, extractor: name, textSha256 },
    }
  } catch (error) {
    return problemOf(error, title)
  }
}

const noText = (title: string, hasImagesOnly: boolean): Unreadable => ({
  problem: {
    code: 'EMPTY',
    message: hasImagesOnly
      ? `this ${title} file has pictures of text only; read them with a program for text recognition first`
      : `this ${title} file has no text`,
  },
})

/** What a package is not there for, or stumbles over, is a matter of this file, and the run goes on. */
function problemOf(error: unknown, title: string): Unreadable {
  if (error instanceof UserError) return { problem: { code: 'UNSUPPORTED_FORMAT', message: error.message } }
  const [line = ''] = String(error instanceof Error ? error.message : error).split('\n')
  return {
    problem: { code: 'UNREADABLE', message: `this ${title} file cannot be read: ${line.slice(0, LONGEST_REASON)}` },
  }
}

/** Messages of packages may quote the file. */
const LONGEST_REASON = 200

/** A page by the charset it states, unless its bytes are proof of another. */
function decodePage(bytes: Uint8Array, charset?: string): Decoded {
  if (charset !== undefined) return decode(bytes, packs, charset)
  const decoded = decode(bytes, packs)
  const stated = PROOFS.has(decoded.evidence) ? null : statedCharset(bytes)
  return stated === null ? decoded : { ...decode(bytes, packs, stated), evidence: 'stated' }
}

const PROOFS: ReadonlySet<Decoded['evidence']> = new Set(['bom', 'ascii', 'valid-utf8', 'utf16-pattern'])
