/**
 * What the checks look at: for each unit the blocks of every document in it, with the dates, numbers and symbols that the
 * record found in them. Made once for a record, linear in its text.
 */
import type { LanguagePack, PackOf } from '../languages/pack.js'
import type {
  Block,
  DateMention,
  Document,
  Identifier,
  Quantity,
  RecordUnit,
  ReleaseRecord,
  Span,
  Statement,
  Ticker,
} from '../model.js'
import { hasImperial } from './measures.js'

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
  /** Something is measured in miles, feet or pounds. */
  readonly imperial: boolean
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
  const imperial = documents.some(({ quantities }) => hasImperial(quantities))
  return { record, documents, units, imperial, packOf: pack }
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
export function byBlock<T extends { readonly block: string }>(found: readonly T[]): Map<string, T[]> {
  const map = new Map<string, T[]>()
  for (const one of found) {
    const list = map.get(one.block)
    if (list) list.push(one)
    else map.set(one.block, [one])
  }
  return map
}

/** A statement at a place in a block; offsets are kept inside the text. */
export function stated(block: Block, { start, end }: Span, value: string): Statement {
  const to = Math.min(end, block.text.length)
  const from = Math.min(start, to)
  return { block: block.id, start: from, end: to, text: block.text.slice(from, to), value }
}

/** For each block of a view where it begins and how long it is, as shares of the whole: places of different languages. */
export function placesIn({ blocks }: View): ReadonlyMap<string, { readonly start: number; readonly share: number }> {
  const total = blocks.reduce((sum, { text }) => sum + text.length, 1)
  let before = 0
  return new Map(
    blocks.map(({ id, text }) => {
      const place = { start: before / total, share: 1 / total }
      before += text.length
      return [id, place]
    }),
  )
}

/** What is worked out when it is first asked for. */
export function once<T extends object>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}
