/**
 * Which container a file is, by its first bytes; its name only tells a table from a text with commas, and helps with a mail
 * whose header is short. No package is needed for it, and of a file that is no container little more than a byte is read.
 */
import { isMailHead } from '../formats/mail-head.js'
import { ownOutput } from '../formats/own-output.js'
import { headerOf, isTableName } from './csv-header.js'
import { utf16Of } from './decoded-markup.js'
import { fieldsOf } from './fields.js'
import type { FieldNames } from './inner.js'
import { isOffice } from './zip-names.js'

export type ContainerFormat = 'zip' | 'gzip' | 'mail' | 'mbox' | 'feed' | 'newsml' | 'csv' | 'json'

/** Headers of mails, roots of XML behind a comment, and first keys are within. */
const HEAD = 2 ** 16

/** Which container the bytes are; null for anything else, DOCX and other office files and parawire's own output included. */
export function containerOf(bytes: Uint8Array, name: string, fields: FieldNames = {}): ContainerFormat | null {
  if (startsWith(bytes, [0x1f, 0x8b, 8])) return 'gzip'
  if (startsWith(bytes, [0x50, 0x4b, 3, 4]) || startsWith(bytes, [0x50, 0x4b, 5, 6]))
    return isOffice(bytes) ? null : 'zip'
  const start = startOf(bytes)
  if (start === '' || ownOutput(start) !== null) return null
  if (start.startsWith('<')) return markupFormat(start)
  if (JSON_ITEMS.test(start)) return jsonFormat(start, fields)
  return mailFormat(start, name) ?? (isTableName(name) && headerOf(start, fields) !== null ? 'csv' : null)
}

const startsWith = (bytes: Uint8Array, mark: readonly number[]) => mark.every((byte, i) => bytes[i] === byte)

/** The first characters, one a byte, without a byte order mark and blanks; of UTF-16, the half that ASCII is in. */
function startOf(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, HEAD)).toString('latin1')
  const plain = utf16Of(bytes) === null ? head : head.replaceAll('\0', '')
  return plain.replace(/^(?:\xEF\xBB\xBF|\xFF\xFE|\xFE\xFF)/, '').trimStart()
}

/** What stands before the root: declaration, instructions, comments, document type with or without declarations inside. */
const PROLOGUE = /^(?:<\?[^>]*>|<!--[\s\S]*?-->|<!doctype\s[^[>]*(?:\[[^\]]*\]\s*)?>|\s+)/i
const ROOT = /^<(?:([\w.-]+):)?([\w.-]+)([^>]*)/
/** Of RSS 0.90 and 1.0. */
const RSS_IN_RDF = /purl\.org\/rss\/1\.0|netscape\.com\/rdf/

function markupFormat(start: string): ContainerFormat | null {
  let rest = start
  for (let found = PROLOGUE.exec(rest); found !== null; found = PROLOGUE.exec(rest)) rest = rest.slice(found[0].length)
  const [, , name = '', attributes = ''] = ROOT.exec(rest) ?? []
  if (name === 'rss' || (name === 'feed' && /w3\.org\/2005\/Atom|purl\.org\/atom/.test(attributes))) return 'feed'
  if (name === 'RDF' && RSS_IN_RDF.test(rest)) return 'feed'
  return /^news(?:Item|Message)$/.test(name) && attributes.includes('iptc.org/std/nar') ? 'newsml' : null
}

const JSON_ITEMS = /^[[\s]*\{\s*"/
/** A key whose value may hold a text. */
const KEY = /"([^"\\\r\n]{1,60})"\s*:\s*["[{]/g
const JSON_FEED = /"version"\s*:\s*"https?:\\?\/\\?\/jsonfeed\.org/

function jsonFormat(start: string, fields: FieldNames): ContainerFormat | null {
  if (JSON_FEED.test(start)) return 'feed'
  const names = Array.from(start.matchAll(KEY), ([, name]) => name!)
  return fields.textField !== undefined || fieldsOf(names, fields).text !== null ? 'json' : null
}

const FIELD = /^[!-9;-~]{1,76}:/

function mailFormat(start: string, name: string): ContainerFormat | null {
  const isNamed = /\.eml(?:\.gz)?$/i.test(name)
  if (isNamed && FIELD.test(start)) return 'mail'
  if (!isMailHead(start)) return null
  return start.startsWith('From ') && !isNamed ? 'mbox' : 'mail'
}
