/**
 * Quotation and question marks that were lost, settled by the shape of the siblings' paragraphs: translations open and
 * close the same quotations and ask the same questions in the same order. Where a paragraph with lost characters has
 * another sequence of such marks than most of its counterparts, and exactly one smallest change of its uncertain
 * characters gives theirs, the change is made.
 *
 *     // > | „Wir werden gewinnenß, sagte sie.       o        (ß was read for a lost ?)
 *     //   | “We are going to win,” she said.        o c      so it closes the quotation
 */

import type { LanguagePack } from '../languages/pack.js'
import type { Document, DocumentRepair } from '../model.js'
import { groupBy } from '../structures/lists.js'
import { broadTable } from '../words/lexicon.js'
import type { Change } from './rewrite.js'
import type { Release, SiblingWords } from './sibling-words.js'

/** Longer paragraphs, and those with more uncertain marks, are left alone: their sequences say too little. */
const LONGEST = 4000
const MOST_SITES = 14
const LONGEST_WORD = 40
/** One paragraph's shape against another's. */
const CONFIDENCE = 0.9

/** An uncertain character of a block and what it may be instead. */
interface Uncertain {
  readonly at: number
  readonly repair: DocumentRepair | undefined
  readonly instead: readonly string[]
}

/** What the marks of a release are judged by. */
export interface Shapes extends Release {
  /** Blocks whose marks are no witnesses. */
  readonly damaged: ReadonlySet<string>
  /** Is only damage that was left looked at? */
  readonly left: boolean
}

/** With `left`, the marks of mended blocks are witnesses too. */
export const shapesOf = (documents: readonly Document[], release: Release, left: boolean): Shapes => ({
  ...release,
  damaged: left ? new Set() : damagedBlocks(documents),
  left,
})

/** What the counterparts' shapes change in a document that lost characters. */
export function changesByShape(document: Document, shapes: Shapes, pack: LanguagePack | undefined): Change[] {
  if (!pack || !losesCharacters(document)) return []
  const { siblings, texts, damaged, words, left } = shapes
  const repairs = groupBy(
    document.repairs.filter(({ at, lossy }) => at && lossy),
    ({ at }) => at!.block,
  )
  return document.blocks.flatMap(({ id, text }) => {
    if (text.length > LONGEST) return []
    const sites = uncertainIn(text, repairs.get(id) ?? [], pack, words).filter(site => !left || !site.repair)
    if (sites.length === 0) return []
    const wanted = shapeOfSiblings(
      (siblings.get(id) ?? []).filter(block => !damaged.has(block)),
      texts,
    )
    if (!wanted || wanted.votes.has(shapeOf(text))) return []
    return smallestChange(text, sites, wanted.shape).map(({ site, char }) => ({
      block: id,
      start: site.at,
      end: site.at + 1,
      after: char,
      kind: char === '?' || char === '’' ? ('lost-character' as const) : ('lost-quote' as const),
      confidence: CONFIDENCE,
      witness: wanted.witness,
    }))
  })
}

/** Did a document lose characters (and was not scanned)? Its marks are uncertain, and no witnesses. */
const losesCharacters = (document: Document): boolean =>
  document.unrepaired.some(u => u.kind === 'lost-character') ||
  document.repairs.some(r => r.lossy && (r.kind === 'lost-character' || r.kind === 'lost-quote'))

/** Blocks whose marks are no witnesses. */
function damagedBlocks(documents: readonly Document[]): Set<string> {
  const blocks = new Set<string>()
  for (const document of documents) {
    for (const { at, lossy } of document.repairs) if (lossy && at) blocks.add(at.block)
    if (losesCharacters(document))
      for (const { id, text } of document.blocks) if (/[?\ufffd]/.test(text)) blocks.add(id)
  }
  return blocks
}

function shapeOfSiblings(blocks: readonly string[], texts: ReadonlyMap<string, string>) {
  const byDocument = new Map<string, { shape: string; witness: string }>()
  for (const block of blocks) {
    const document = block.slice(0, block.lastIndexOf(':'))
    const known = byDocument.get(document)
    byDocument.set(document, {
      shape: (known?.shape ?? '') + shapeOf(texts.get(block)!.slice(0, LONGEST)),
      witness: known?.witness ?? block,
    })
  }
  const votes = new Map<string, number>()
  for (const { shape } of byDocument.values()) votes.set(shape, (votes.get(shape) ?? 0) + 1)
  const [best, second] = [...votes].sort((a, b) => b[1] - a[1])
  if (!best || best[1] === second?.[1]) return null
  const witness = [...byDocument.values()].find(d => d.shape === best[0])!.witness
  return { shape: best[0], votes, witness }
}

/** Characters at the edge of a word that were lost, as they are read now, and what else they may be. */
function uncertainIn(
  text: string,
  repairs: readonly DocumentRepair[],
  pack: LanguagePack,
  words: SiblingWords,
): Uncertain[] {
  const sites: Uncertain[] = []
  const known = new Set<number>()
  for (const repair of repairs) {
    const { start, end } = repair.at!
    for (let at = start; at < end; at++) known.add(at)
    if (end - start === 1 && /^[?\ufffd]$/.test(repair.before))
      sites.push(...uncertain(text, start, repair, pack, words))
    if (sites.length > MOST_SITES) return []
  }
  for (const match of text.matchAll(/[?\ufffd]/g)) {
    if (!known.has(match.index)) sites.push(...uncertain(text, match.index, undefined, pack, words))
    if (sites.length > MOST_SITES) return []
  }
  return sites.sort((a, b) => a.at - b.at)
}

function uncertain(
  text: string,
  at: number,
  repair: DocumentRepair | undefined,
  pack: LanguagePack,
  words: SiblingWords,
): Uncertain[] {
  const before = text[at - 1] ?? ' '
  const after = text[at + 1] ?? ' '
  const char = text[at]!
  if (!mayBeMark(text, at, pack, words)) return []
  const instead: string[] = []
  if (/[\s([]/.test(before) && WORD.test(after)) instead.push(openingMark(text, at, pack))
  else if (isOpened(text, at)) return []
  else if (/\S/.test(before) && !BEFORE_OPENING.test(before) && !WORD.test(after)) {
    instead.push(closingMark(text, at, pack))
    if (repair?.before === '?') instead.push('?')
    if (/[sxz]/.test(before)) instead.push('’')
  }
  const others = instead.filter(c => c !== char)
  return others.length > 0 ? [{ at, repair, instead: others }] : []
}

/** Right behind an opening mark something begins. */
const isOpened = (text: string, at: number) =>
  DOUBLE.includes(text[at - 1] ?? ' ') && BEFORE_OPENING.test(text[at - 2] ?? ' ')

/**
 * May a mark stand where a letter was read, or nothing yet? Not in a word that the language lists with the letter, nor
 * beside what is no word without it.
 */
function mayBeMark(text: string, at: number, pack: LanguagePack, words: SiblingWords): boolean {
  const char = text[at]!
  if (!WORD.test(char) && char !== '?' && char !== '\ufffd') return true
  const before = /[\p{L}\p{M}]*$/u.exec(text.slice(Math.max(0, at - LONGEST_WORD), at))![0]
  const after = /^[\p{L}\p{M}]*/u.exec(text.slice(at + 1, at + LONGEST_WORD))![0]
  const { table } = broadTable(pack)
  if (WORD.test(char) && table.rank((before + char + after).toLowerCase()) > 0) return false
  const rest = before + after
  return rest === '' || table.rank(rest.toLowerCase()) > 0 || words.where(rest).size > 0
}

/** The mark that closes what stands open at a place; the language's own where nothing does. */
function closingMark(text: string, at: number, pack: LanguagePack): string {
  let i = at - 1
  while (i >= 0 && !pack.quotes.some(([open]) => open === text[i])) i--
  return (pack.quotes.find(([open]) => open === text[i] && open > '\x7f') ?? usual(pack))[1]
}

function openingMark(text: string, at: number, pack: LanguagePack): string {
  let i = at + 1
  while (i < text.length && !pack.quotes.some(([, close]) => close === text[i])) i++
  return (pack.quotes.find(([open, close]) => close === text[i] && open > '\x7f') ?? usual(pack))[0]
}

const usual = (pack: LanguagePack) => pack.quotes.find(([o]) => o > '\x7f') ?? (['“', '”'] as const)

interface Made {
  readonly site: Uncertain
  readonly char: string
}

/** The one way of changing one site, or two, that gives the shape; none where there are several. */
function smallestChange(text: string, sites: readonly Uncertain[], shape: string): Made[] {
  const options: Made[] = sites.flatMap(site => site.instead.map(char => ({ site, char })))
  const ones = options.filter(one => shapeOf(withChange(text, one)) === shape)
  if (ones.length > 0) return ones.length === 1 ? ones : []
  const twos = options.flatMap((one, i) => {
    const changed = withChange(text, one)
    const others = options.slice(i + 1).filter(two => two.site !== one.site)
    return others.filter(two => shapeOf(withChange(changed, two)) === shape).map(two => [one, two])
  })
  return twos.length === 1 ? twos[0]! : []
}

const withChange = (text: string, { site, char }: Made) => text.slice(0, site.at) + char + text.slice(site.at + 1)

const DOUBLE = '"“”„«»‟'
const SINGLE = "'‘’‚‹›"
const WORD = /[\p{L}\p{M}\p{N}]/u
/** What stands before an opening mark, if anything does. */
const BEFORE_OPENING = /[\s([\-–—/]/

/**
 * The marks of a text in order: `o` opens a quotation, `c` closes one, `q` asks. Apostrophes and gershayim are none;
 * a single mark behind a word closes only what a single mark opened.
 */
export function shapeOf(text: string): string {
  let shape = ''
  let singles = 0
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!
    if (char === '?') shape += 'q'
    const double = DOUBLE.includes(char)
    if (!double && !SINGLE.includes(char)) continue
    const before = text[at - 1] ?? ' '
    const after = text[at + 1] ?? ' '
    const opens =
      (BEFORE_OPENING.test(before) || DOUBLE.includes(before) || SINGLE.includes(before)) && /\S/.test(after)
    const inside = WORD.test(before) && WORD.test(after)
    if (inside && !(double && isPrefixed(text, at))) continue
    if (opens && !/[.,;:!?)\s]/.test(after)) {
      if (!double) singles++
      shape += 'o'
    } else if (inside) shape += 'o'
    else if (double || singles > 0) {
      if (!double) singles--
      shape += 'c'
    }
  }
  return shape
}

/** A quotation mark behind glued Hebrew prefix letters, not the gershayim before the last letter of a word. */
const isPrefixed = (text: string, at: number) =>
  /(?:^|\s)[ובכלמשה]{1,3}$/.test(text.slice(Math.max(0, at - 4), at)) && /^\p{L}{2}/u.test(text.slice(at + 1, at + 3))
