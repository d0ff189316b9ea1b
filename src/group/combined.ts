/**
 * Anchors for documents whose own are all too common: of a corpus of one issuer's reports each name and most figures stand
 * in thousands of documents, but few share the same two of the less common ones. Each two of a document's rarest common
 * anchors are one of these; only documents with little else have them.
 */
import { Growing } from './growing.js'
import type { Anchors, Postings } from './postings.js'

const POOR = 100 // tenths of weight that can be read: eight to ten names, less than a sixth of a usual release
const PARTS = 8 // anchors that are combined: 28 pairs

/** Anchors of some documents: those of `document[k]` are those of k in `anchors`. */
export interface Combined {
  readonly document: Int32Array
  /** By document, -1 for those without. */
  readonly placeOf: Int32Array
  readonly anchors: Anchors
}

/** For documents whose lists of at most `most` documents tell little. */
export function combinedAnchors(anchors: Anchors, postings: Postings, most: number): Combined {
  const count = anchors.starts.length - 1
  const sizeOf = (at: number) => {
    const list = postings.listOf[at]!
    return list < 0 ? 0 : postings.starts[list + 1]! - postings.starts[list]!
  }
  const placeOf = new Int32Array(count).fill(-1)
  const document = new Growing(Int32Array)
  const starts = new Growing(Uint32Array)
  const key = new Growing(Int32Array)
  const weight = new Growing(Uint8Array)
  starts.push(0)
  for (let x = 0; x < count; x++) {
    const parts = commonOf(x, anchors, sizeOf, most)
    if (parts.length < 2) continue
    placeOf[x] = document.size
    document.push(x)
    parts.forEach((a, k) => {
      for (const b of parts.slice(k + 1)) {
        key.push(combination(anchors.key[a]!, anchors.key[b]!))
        // All that two documents share of these adds up to about what they share of the parts.
        weight.push(Math.max(1, Math.round((anchors.weight[a]! + anchors.weight[b]!) / (parts.length - 1))))
      }
    })
    starts.push(key.size)
  }
  const language = new Uint8Array(document.size)
  return {
    document: document.taken(),
    placeOf,
    anchors: { starts: starts.taken(), key: key.taken(), weight: weight.taken(), language },
  }
}

/** The rarest of the anchors that are too common; none where the others are enough. */
function commonOf(x: number, { starts, key, weight }: Anchors, sizeOf: (at: number) => number, most: number): number[] {
  const common: { at: number; size: number }[] = []
  let rich = 0
  for (let at = starts[x]!; at < starts[x + 1]!; at++) {
    const size = sizeOf(at)
    if (size > most) common.push({ at, size })
    else if (size > 1) rich += weight[at]!
    if (rich >= POOR) return []
  }
  const sorted = common.sort((a, b) => a.size - b.size || key[a.at]! - key[b.at]!)
  return sorted.slice(0, PARTS).map(({ at }) => at)
}

/** The same for both orders of two keys. */
function combination(a: number, b: number): number {
  let hash = Math.imul(Math.min(a, b), 0x85ebca6b) ^ Math.max(a, b)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (hash ^ (hash >>> 13)) | 0
}
