/**
 * Text inside XML 1.0: what must be escaped, and what cannot be said at all. XML has no way to write most control
 * characters, lone surrogates, U+FFFE and U+FFFF, not even as references: they are taken out, and counted. Documents are
 * written out in sentences, so that links have something to point at.
 */
import type { Block, RecordUnit, Span } from '../model.js'

/** Everything outside the production Char of XML 1.0; `\p{Cs}` is a surrogate without its partner. */
const ILLEGAL = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\p{Cs}]/gu
/** Whatever may be one of them, and halves of pairs, whole or not: faster to look for, and most texts have none. */
const SUSPECT = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]/
/** A carriage return would come back as a line feed; a greater-than sign is escaped for `]]>`. */
const IN_TEXT = /[&<>\r]/g
/** In attributes all white space but blanks would come back as blanks. */
const IN_ATTRIBUTE = /[&<>"\t\n\r]/g

const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const reference = (char: string) => NAMED[char] ?? `&#${char.charCodeAt(0)};`

/** How strings are written into XML. */
export type XmlEscapes = ReturnType<typeof xmlEscapes>

/** Escapes for one output; `counts.illegal` grows by the UTF-16 code units that were taken out. */
export function xmlEscapes(counts: { illegal: number }) {
  const legal = (text: string) => {
    if (!SUSPECT.test(text)) return text
    const kept = text.replace(ILLEGAL, '')
    counts.illegal += text.length - kept.length
    return kept
  }
  return {
    /** Between tags. */
    text: (text: string) => legal(text).replace(IN_TEXT, reference),
    /** Between double quotes. */
    attribute: (text: string) => legal(text).replace(IN_ATTRIBUTE, reference),
  }
}

/** A name that may stand as an id (an ASCII NCName where `prefix` begins with a letter): other signs become `_`. */
export const xmlId = (prefix: string, text: string) => prefix + text.replace(/[^A-Za-z0-9._-]/g, '_')

/** The sentences of a block: offsets in its text, in order, none of them blank. */
export interface Cut {
  readonly spans: readonly Span[]
  /** The number, from 0, of the span that begins at an offset. */
  readonly numbers: ReadonlyMap<number, number>
}

/** The sentences of blocks, by block id. */
export type Cuts = ReadonlyMap<string, Cut>

/**
 * Blocks cut into the sentences that the alignment knows, where the segments of units say. What no segment covers is a
 * sentence of its own: the cuts of a block hold all of it but blanks.
 */
export function cutsOf(units: readonly RecordUnit[], blocks: readonly Block[]): Cuts {
  const parts = new Map<string, Span[]>(blocks.map(({ id }) => [id, []]))
  for (const { segments } of units)
    for (const segment of segments)
      for (const { block, start, end } of Object.values(segment).flat()) parts.get(block)?.push({ start, end })
  return new Map(
    blocks.map(({ id, text }) => {
      const spans = cut(text, parts.get(id)!)
      return [id, { spans, numbers: new Map(spans.map(({ start }, i) => [start, i])) }]
    }),
  )
}

function cut(text: string, parts: readonly Span[]): Span[] {
  const cuts: Span[] = []
  const push = (start: number, end: number) => {
    if (text.slice(start, end).trim() !== '') cuts.push({ start, end })
  }
  let at = 0
  for (const { start, end } of [...parts].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (start < at) continue
    push(at, start)
    push(start, end)
    at = end
  }
  push(at, text.length)
  return cuts
}
