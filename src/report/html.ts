/**
 * Text into pages: whatever is put into the template `html` is escaped, so that a page is only ever as long as its
 * author wrote it, and no text becomes markup, in an element or in a quoted attribute. What cannot be seen, or turns
 * the direction of what stands around it, is shown as an escape (`\u202E`): a reader sees that it is there.
 * Limit: for HTML in elements and quoted attributes only; style and script are not built from texts (`frame.ts`), and
 * data for a script is JSON (`dataOf`).
 */

/** Markup that is safe to put into a page as it stands. */
export class Html {
  constructor(readonly markup: string) {}
}

export type Value = string | number | Html | readonly Value[] | null

/** Markup with the values escaped, but for those that are markup already; of null nothing comes. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  return new Html(parts.map((part, i) => (i === 0 ? part : markupOf(values[i - 1]!) + part)).join(''))
}

/** Nothing. */
export const nothing = new Html('')

function markupOf(value: Value): string {
  if (value === null) return ''
  if (value instanceof Html) return value.markup
  if (typeof value === 'object') return value.map(markupOf).join('')
  return escaped(visible(String(value)))
}

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escaped = (text: string) => text.replace(/[&<>"']/g, char => REFERENCES[char]!)

/**
 * Controls but for tab and line feed, marks and overrides of direction, separators, characters without width (the two
 * joiners are letters to some scripts and stay), tags, noncharacters, halves of surrogate pairs.
 */
const UNSEEN =
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}\p{Cs}\p{Noncharacter_Code_Point}]/gu

/** A text of which every character can be seen: `\x1B`, `\u202E`, `\u{E0041}` stand for those that cannot. */
export const visible = (text: string): string => text.replace(UNSEEN, escapeOf)

function escapeOf(char: string): string {
  const code = char.codePointAt(0)!
  const digits = code.toString(16).toUpperCase()
  if (code > 0xffff) return `\\u{${digits}}`
  return code > 0xff ? `\\u${digits.padStart(4, '0')}` : `\\x${digits.padStart(2, '0')}`
}

/** A text of a release, its escapes set apart from what is written so. */
export function textHtml(text: string): Html {
  let at = 0
  const out: string[] = []
  for (const { 0: char, index } of text.matchAll(UNSEEN)) {
    out.push(escaped(text.slice(at, index)), `<span class="escape" dir="ltr">${escapeOf(char)}</span>`)
    at = index + char.length
  }
  return new Html(out.join('') + escaped(text.slice(at)))
}

/** A value as JSON inside an element `script` with a type that no browser runs; read it with `JSON.parse`. */
export function dataOf(id: string, value: unknown): Html {
  const json = JSON.stringify(value).replace(/[<>&]/g, codeUnits).replace(UNSEEN, codeUnits)
  return new Html(`<script type="application/json" id="${id}">${json}</script>`)
}

/** As JSON writes a character that it escapes. */
const codeUnits = (char: string) =>
  Array.from({ length: char.length }, (_, i) => `\\u${char.charCodeAt(i).toString(16).padStart(4, '0')}`).join('')

/** An id for an element: letters and digits of the name stay, the rest is numbered, so that two names give two ids. */
export const idOf = (kind: string, name: string): string =>
  `${kind}-${name.replace(/[^A-Za-z0-9]/gu, char => `_${char.codePointAt(0)!.toString(16)}_`)}`
