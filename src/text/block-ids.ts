/** Ids of blocks, wherever a document names one. */
import type { Document, DocumentRepair } from '../model.js'

/** The document with every block id replaced: of its blocks, and wherever else it names them. */
export function withBlockIds(document: Document, rename: (id: string) => string): Document {
  const { dateline } = document
  return {
    ...document,
    dateline: dateline && { ...dateline, block: dateline.block && rename(dateline.block) },
    contacts: document.contacts.map(c => ({ ...c, block: rename(c.block) })),
    links: document.links.map(l => ({ ...l, block: rename(l.block) })),
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
