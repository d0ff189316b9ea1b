/** Ids of blocks, wherever a document names one. */
import type { Document, DocumentRepair } from '../model.js'

/** The document with every block id replaced: of its blocks, and wherever else it names them. */
export function withBlockIds(document: Document, rename: (id: string) => string): Document {
  const { dateline } = document
  const inBlock = <T extends { readonly block: string }>(found: T): T => ({ ...found, block: rename(found.block) })
  return {
    ...document,
    dateline: dateline && { ...dateline, block: dateline.block && rename(dateline.block) },
    header: document.header && inBlock(document.header),
    embargo: document.embargo && inBlock(document.embargo),
    translation: document.translation && inBlock(document.translation),
    contacts: document.contacts.map(inBlock),
    links: document.links.map(inBlock),
    dates: document.dates.map(inBlock),
    quantities: document.quantities.map(inBlock),
    tickers: document.tickers.map(inBlock),
    identifiers: document.identifiers.map(inBlock),
    blocks: document.blocks.map(b => ({ ...b, id: rename(b.id) })),
    repairs: document.repairs.map(r => renamedRepair(r, rename)),
  }
}

function renamedRepair({ at, witness, ...repair }: DocumentRepair, rename: (id: string) => string): DocumentRepair {
  return {
    ...repair,
    ...(witness !== undefined && { witness: rename(witness) }),
    at: at && { ...at, block: rename(at.block) },
  }
}
