/**
 * The text of an item that comes in fields (a row, an entry of a feed): the title, a blank line and the body; or, where the body
 * is HTML, the title as its first heading. A title that the body begins with is not put there twice.
 */

/** Elements that a body of a content system has; `<AG>` or `a < b` are none of them. */
const TAGS =
  'a|article|b|blockquote|br|center|div|em|figure|h[1-6]|hr|html|i|img|li|ol|p|section|span|strong|table|u|ul'
const HTML = new RegExp(`<(?:${TAGS})(?:\\s[^<>]*)?/?>`, 'i')
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8}\d{0,2});/i
/** A title stands at the beginning or nowhere. */
const TITLE_WITHIN = 4096

/** Does the text have tags of HTML? */
export const hasTags = (text: string): boolean => HTML.test(text)

/** Does the text have tags or entities of HTML? For fields that are HTML by their definition, and often are plain. */
export const isMarkedUp = (text: string): boolean => hasTags(text) || ENTITY.test(text)

/** What an item says: its text and what that is. `title` is plain text; null where there is no body. */
export function itemText(title: string, body: string, isHtml: boolean) {
  if (body.trim() === '') return null
  const before = title.trim() === '' || beginsWith(isHtml ? withoutTags(body.slice(0, TITLE_WITHIN)) : body, title)
  const text = before ? body : isHtml ? `<h1>${escaped(title)}</h1>\n${body}` : `${title}\n\n${body}`
  return { text, format: isHtml ? 'html' : 'text' } as const
}

/** A text of a container that gives strings. Half of a surrogate pair becomes U+FFFD. */
export const inUtf8 = ({ text, format }: { readonly text: string; readonly format: 'html' | 'text' }) =>
  ({ bytes: Buffer.from(text, 'utf8') as Uint8Array, format, charset: 'utf-8' }) as const

const lean = (text: string) => text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase()

/** Does the body begin with the whole of the title, and not with a longer word? */
function beginsWith(body: string, title: string): boolean {
  const [start, wanted] = [lean(body.slice(0, TITLE_WITHIN)), lean(title)]
  return start.startsWith(wanted) && !/^[\p{L}\p{N}]/u.test(start.slice(wanted.length))
}

export const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00A0' }

/** Tags that stand inside of words. */
const INLINE = /^<\/?(?:a|abbr|b|em|font|i|small|span|strong|su[bp]|u)\b/i

/** HTML as plain text of one line, for titles. Entities of one character alone, as titles have them; others stay as they are. */
export function withoutTags(html: string): string {
  const text = html.replace(/<(?:!--[^>]*--|\/?[a-z][^<>]*)>/gi, tag => (INLINE.test(tag) ? '' : ' '))
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi, (all, decimal, hex, name) => {
    if (name !== undefined) return NAMED[name] ?? all
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
    return code > 0 && code <= LAST_CODE_POINT ? String.fromCodePoint(code) : all
  })
}

const LAST_CODE_POINT = 0x10ffff
