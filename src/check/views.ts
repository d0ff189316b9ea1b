/**
 * What the checks look at: for each unit the blocks of every document in it, with the dates, numbers and symbols that the
 * record found in them. Made once for a record, linear in its text.
 */

import type { LanguagePack, PackOf } from '../languages/pack.js'
import type {
  Block,
  DateMention,
  Document,
  FindingCode,
  Identifier,
  Quantity,
  RecordUnit,
  ReleaseRecord,
  Span,
  Statement,
  Ticker,
} from '../model.js'
import { groupBy } from '../structures/lists.js'

/** The part of a document in a unit. */
export interface View {
  readonly document: Document
  readonly pack: LanguagePack
  readonly blocks: readonly Block[]
  readonly quantities: readonly Quantity[]
  readonly dates: readonly DateMention[]
  readonly tickers: readonly Ticker[]
  readonly identifiers: readonly Identifier[]
}

/** A unit with the parts of all documents in it, in the order of documents. */
export interface UnitView {
  readonly unit: RecordUnit
  readonly views: readonly View[]
}

/** A record, made ready for the checks. */
export interface ReleaseView {
  readonly record: ReleaseRecord
  /** Sorted by id. */
  readonly documents: readonly Document[]
  readonly units: readonly UnitView[]
  packOf(document: Document): LanguagePack
}

/** Prepares a record; a document in a language without a pack is read with the empty one. */
export function viewOf(record: ReleaseRecord, packOf: PackOf, empty: LanguagePack): ReleaseView {
  const pack = (document: Document) => packOf(document.language.tag) ?? empty
  const documents = [...record.documents].sort((a, b) => (a.id < b.id ? -1 : 1))
  const parts = new Map(documents.map(document => [document.id, partsOf(document)]))
  const units = record.alignment.units.map(unit => ({
    unit,
    views: documents.flatMap(document => {
      const { blocks, quantities, dates, tickers, identifiers } = parts.get(document.id)!
      const own = (Object.hasOwn(unit.blocks, document.id) ? unit.blocks[document.id]! : []).flatMap(
        id => blocks.get(id) ?? [],
      )
      if (own.length === 0) return []
      const ids = own.map(({ id }) => id)
      return [
        {
          document,
          pack: pack(document),
          blocks: own,
          quantities: ids.flatMap(id => quantities.get(id) ?? []),
          dates: ids.flatMap(id => dates.get(id) ?? []),
          tickers: ids.flatMap(id => tickers.get(id) ?? []),
          identifiers: ids.flatMap(id => identifiers.get(id) ?? []),
        },
      ]
    }),
  }))
  return { record, documents, units, packOf: pack }
}

function partsOf(document: Document) {
  return {
    blocks: new Map(document.blocks.map(block => [block.id, block])),
    quantities: byBlock(document.quantities),
    dates: byBlock(document.dates),
    tickers: byBlock(document.tickers),
    identifiers: byBlock(document.identifiers),
  }
}

/** What was found in each block, in the order given. */
export const byBlock = <T extends { readonly block: string }>(found: readonly T[]): Map<string, T[]> =>
  groupBy(found, ({ block }) => block)

/** What documents disagree on; the code says how bad and how sure it is. */
export interface Discrepancy {
  readonly code: FindingCode
  /** Null for what is about the release. */
  readonly unit: RecordUnit | null
  /** By document; an empty list where it states nothing of it. */
  readonly values: Readonly<Record<string, readonly Statement[]>>
  /** Documents outvoted by the rest. */
  readonly minority: readonly string[]
  /** 0 to 1, how plain it is; 1 where nothing is said. */
  readonly sure?: number
  /** The part of the release, the document or the language that it is about, for people. */
  readonly about?: string
}

/** A statement at a place in a block; offsets are kept inside the text. */
export function stated(block: Block, { start, end }: Span, value: string): Statement {
  const to = Math.min(end, block.text.length)
  const from = Math.min(start, to)
  return { block: block.id, start: from, end: to, text: block.text.slice(from, to), value }
}

/** The statement of a whole block. */
export const whole = (block: Block, value = ''): Statement => stated(block, { start: 0, end: block.text.length }, value)

/** Gives the statement at a place in a block of a view, and `at` as a share of all its text: comparable between languages. */
export function locator({ blocks }: View) {
  const total = blocks.reduce((sum, { text }) => sum + text.length, 1)
  const share = 1 / total
  const places = new Map<string, { readonly block: Block; readonly start: number }>()
  let before = 0
  for (const block of blocks) {
    places.set(block.id, { block, start: before / total })
    before += block.text.length
  }
  return (mention: Span & { readonly block: string }, value: string) => {
    const { block, start } = places.get(mention.block)!
    return { at: start + mention.start * share, statement: stated(block, mention, value) }
  }
}
