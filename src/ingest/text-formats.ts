/**
 * Formats that are written in characters, by how a file begins, whatever it is called: markup, JSON, RTF, mail, and what
 * parawire itself has printed. Each is known by what no plain text begins with; a fragment of HTML that begins with words by
 * many tags that close or break. A text with a tag or two, or an address in angle brackets, stays a text.
 * Limit: plain tables (CSV) are texts, and so is XML without a declaration whose first tag has no attribute.
 */

/** How a document begins. */
const DOCUMENT = '\\{\\s*"id"\\s*:\\s*"[^"]*"\\s*,\\s*"path"\\s*:\\s*"(?:[^"\\\\]|\\\\.)*"\\s*,\\s*"bytes"\\s*:'

/** What parawire has printed, and what reads it. */
const OWN: readonly (readonly [begins: RegExp, message: string])[] = [
  [
    /^\[?\s*\{\s*(?:"schemaVersion"\s*:\s*"[^"]*"\s*,\s*"id"|"alignment"\s*:\s*\{\s*"un(?:its|aligned)")\s*:/,
    'records that parawire has made, and no text; read them with parawire show, check, report or export',
  ],
  [
    new RegExp(`^\\[?\\s*\\{\\s*"documents"\\s*:\\s*\\[\\s*${DOCUMENT}`),
    'releases as parawire group prints them, and no text; make records of them with parawire align',
  ],
  [
    new RegExp(`^\\[?\\s*${DOCUMENT}`),
    'documents as parawire parse prints them, and no text; group them with parawire group',
  ],
  [/^\{"format":"parawire-model"/, 'a model that parawire learn has written, and no text; use it with --model'],
  [
    /^release([,\t])unit\1kind\1confidence[,\t\r\n]/,
    'a table that parawire export has written, and no text; it is for a spreadsheet',
  ],
]

/** What there is to say of a file that parawire has written itself; null for any other. */
export const ownOutput = (start: string): string | null => OWN.find(([begins]) => begins.test(start))?.[1] ?? null

/** The format that a file with this beginning is in, without a byte order mark and blanks; null for a plain text. */
export function formatOfText(start: string): string | null {
  if (start.startsWith('{\\rtf')) return 'RTF'
  if (start.startsWith('%PDF-')) return 'PDF'
  if (JSON_START.test(start)) return 'JSON'
  return markupOf(withoutComments(start)) ?? (isMail(start) ? 'e-mail (EML)' : null)
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

/** Header fields that only a mail program writes; a release may well begin with `Date:` or `Contact:`. */
const MAIL_FIELDS =
  /^(?:mime-version|message-id|received|return-path|delivered-to|content-transfer-encoding|dkim-signature)$/
const MAIL_FIELD = /^([!-9;-~]{1,76}):/

function isMail(start: string): boolean {
  const names: string[] = []
  for (const line of start.split(/\r?\n/)) {
    if (line === '') break
    if (/^[ \t]/.test(line) || (names.length === 0 && line.startsWith('From '))) continue
    const name = MAIL_FIELD.exec(line)?.[1]
    if (name === undefined) break
    names.push(name.toLowerCase())
  }
  return names.length >= 3 && names.some(name => MAIL_FIELDS.test(name))
}
