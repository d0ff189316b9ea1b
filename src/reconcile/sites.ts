/**
 * Words of a document that show damage: those that a lossy repair touched, those in which a lost character was left,
 * and, where a scanner was at work, words that mix digits, capitals and small letters as no writer does. The words
 * of a text without such damage are no sites, whatever the siblings say.
 */

import type { DamageKind, Document, DocumentRepair, Span } from '../model.js'
import { append } from '../structures/lists.js'

/** A damaged word; offsets in its block's text. */
export interface Site extends Span {
  readonly block: string
  /** What the damage left, with `?` for every character that is gone. */
  readonly seen: string
  /** What the file has. */
  readonly was: string
  /** What stands there now. */
  readonly read: string
  readonly kind: DamageKind
  /** Of the least sure repair in the word; 0 where damage was left. */
  readonly confidence: number
  readonly repairs: readonly DocumentRepair[]
}

/** A damaged place in a block: a repair, or damage that was left. */
interface Mark extends Span {
  readonly seen: string
  readonly repair?: DocumentRepair
  /** How sure the reading is that stands there. */
  readonly confidence: number
}

const LOST: ReadonlySet<string> = new Set<DamageKind>(['lost-character', 'lost-quote'])
const SCANNED: ReadonlySet<string> = new Set<DamageKind>(['ocr', 'ocr-mojibake'])
/** No word is longer on either side of its damage. */
const REACH = 40
/** What looks like a trace may be a capital inside a name: mended words are no witness of it. */
const TRACED = 0.5
const PART = /[\p{L}\p{M}\p{N}?\ufffd]/u

/** A lost character in a word, before one, or behind one where no question ends; U+FFFD anywhere. */
const LEFT = /\ufffd|\?(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}])\?(?=[-–,;.:]|[ ,;:.]\s?\p{L})|(?<=\d )\?|\?(?= \d)/gu
/** What is left of a letter in a scan of mojibake (`AurA©lien`). */
const TRACE = /(?<=\p{Ll})A(?:1\/4|[^\p{L}\s.,;:!?)]{1,2})(?=\p{Ll}|[ .,;:)])|(?<=\p{Ll})A(?=\p{Ll}{1,40}(?!\p{L}))/gu
/** Digits, capitals and small letters mixed as only a scanner does: `2O26`, `C8S`, `FBl`, `so1id`, `1pswich`, `lndia`. */
const MIXED =
  /(?<![\p{L}\p{N}])(?:(?=[\p{L}\p{N}]{0,40}(?:\p{Ll}[01](?!\p{N})|\d[OolISBZ]|[OolISBZ]\d|\p{Lu}[0158]\p{Lu}|\p{Lu}{2}l|l\p{Lu}{2})|[0158]\p{Ll}{3}|l[bcdfgkmnprstvxz]\p{Ll}))[\p{L}\p{N}]{2,40}(?![\p{L}\p{N}])/gu
/** No text without such a pair of characters has any, nor without one of the runs that they must be part of. */
const MAY_BE_MIXED = /[A-Za-z]\d|\d[A-Za-z]|[A-Z]l|l[A-Z]|\bl[bcdfgkmnprstvxz]/
const MUST_BE_IN =
  /[01](?<=\p{Ll}.)|\d[OolISBZ]|[OolISBZ]\d|[0158](?<=\p{Lu}.)\p{Lu}|l(?:(?<=\p{Lu}{2}.)|\p{Lu}{2}|[bcdfgkmnprstvxz]\p{Ll}(?<![\p{L}\p{N}].{3}))|[0158]\p{Ll}{3}/u

/** The damaged words of a document in order. */
export function sitesOf(document: Document): Site[] {
  const byBlock = new Map<string, DocumentRepair[]>()
  const kinds = new Set<string>(document.unrepaired.map(u => u.kind))
  for (const repair of document.repairs) {
    if (!repair.at || !repair.lossy || !(LOST.has(repair.kind) || SCANNED.has(repair.kind))) continue
    kinds.add(repair.kind)
    append(byBlock, repair.at.block, repair)
  }
  const lost = kinds.has('lost-character') || kinds.has('lost-quote')
  const printed = kinds.has('ocr-mojibake')
  return document.blocks.flatMap(({ id, text }) => {
    const marks: Mark[] = (byBlock.get(id) ?? []).map(repair => ({
      ...repair.at!,
      seen: repair.kind === 'ocr-mojibake' ? '?' : repair.before,
      repair,
      confidence: repair.confidence,
    }))
    if (lost) for (const m of text.matchAll(LEFT)) marks.push({ ...spanOf(m), seen: '?', confidence: 0 })
    if (printed) for (const m of text.matchAll(TRACE)) marks.push({ ...spanOf(m), seen: '?', confidence: TRACED })
    if (MAY_BE_MIXED.test(text) && MUST_BE_IN.test(text))
      for (const m of text.matchAll(MIXED)) marks.push({ ...spanOf(m), seen: m[0], confidence: 0 })
    return sitesIn(id, text, marks)
  })
}

const spanOf = (match: RegExpMatchArray): Span => ({ start: match.index!, end: match.index! + match[0].length })

/** The run of letters, digits and lost characters around a place. */
function wordAround(text: string, { start, end }: Span): Span {
  let from = start
  while (from > 0 && start - from < REACH && PART.test(text[from - 1]!)) from--
  let to = end
  while (to < text.length && to - end < REACH && PART.test(text[to]!)) to++
  return { start: from, end: to }
}

/** One site a word; of marks that overlap the first counts. */
function sitesIn(block: string, text: string, marks: readonly Mark[]): Site[] {
  const sites: Site[] = []
  let span: Span | null = null
  let inside: Mark[] = []
  const close = () => {
    if (span) sites.push(siteOf(block, text, span, inside))
  }
  for (const mark of marks.toSorted((a, b) => a.start - b.start)) {
    const word = wordAround(text, mark)
    if (span && word.start < span.end) {
      span = { start: span.start, end: Math.max(span.end, word.end) }
      if (mark.start >= inside.at(-1)!.end) inside.push(mark)
      continue
    }
    close()
    span = word
    inside = [mark]
  }
  close()
  return sites
}

function siteOf(block: string, text: string, { start, end }: Span, marks: readonly Mark[]): Site {
  let seen = ''
  let was = ''
  let at = start
  for (const mark of marks) {
    seen += text.slice(at, mark.start) + mark.seen
    was += text.slice(at, mark.start) + (mark.repair?.before ?? text.slice(mark.start, mark.end))
    at = mark.end
  }
  const repairs = marks.flatMap(m => m.repair ?? [])
  seen = (seen + text.slice(at, end)).replaceAll('\ufffd', '?')
  return {
    block,
    start,
    end,
    seen,
    was: was + text.slice(at, end),
    read: text.slice(start, end),
    kind: (repairs[0]?.kind as DamageKind | undefined) ?? (seen.includes('?') ? 'lost-character' : 'ocr'),
    confidence: marks.reduce((least, m) => Math.min(least, m.confidence), 1),
    repairs,
  }
}
