/**
 * The inverted index: for every key the documents that have it, in typed arrays. Postings are sorted by key with two
 * passes of counting (radix sort by 16 bits), so that a million documents take seconds and 20 bytes a posting. Keys that
 * one document alone has are forgotten.
 *
 * Documents whose anchors are all too common are found by two anchors at a time: of a corpus of one issuer's reports each
 * name and most figures stand in thousands of documents, but few share the same two of the less common ones.
 */
import { Growing } from './growing.js'

/** Stands for the language of a document of which it is not known: two such need not be in the same. */
export const UNKNOWN_LANGUAGE = 0

/** The anchors of document k are those from `starts[k]` to `starts[k + 1]`, without doubles; a heavier one tells more. */
export interface Anchors {
  readonly starts: Uint32Array
  readonly key: Int32Array
  readonly weight: Uint8Array
  /** A number for the language of each document; `UNKNOWN_LANGUAGE` where there is none. */
  readonly language: Uint8Array
  /** Two numbers a document, at `2 * k`: texts that hardly differ have one of them in common. */
  readonly signatures?: Int32Array
}

export interface Postings {
  /** The list of each anchor, -1 where no other document has its key. */
  readonly listOf: Int32Array
  /** The documents of list l are those from `starts[l]` to `starts[l + 1]`, rising. */
  readonly starts: Uint32Array
  readonly document: Int32Array
}

/** The postings of all anchors. */
export function postingsOf({ starts, key }: Anchors): Postings {
  const order = sortedByKey(key)
  const owner = ownersOf(starts, key.length)
  const listOf = new Int32Array(key.length).fill(-1)
  const listStarts = new Growing(Uint32Array)
  let size = 0
  for (let from = 0, to = 0; from < order.length; from = to) {
    while (to < order.length && key[order[to]!] === key[order[from]!]) to++
    if (to - from < 2) continue
    for (let at = from; at < to; at++) listOf[order[at]!] = listStarts.size
    listStarts.push(size)
    // What was sorted has been read: its place holds the documents from here on.
    for (let at = from; at < to; at++) order[size++] = owner[order[at]!]!
  }
  listStarts.push(size)
  return { listOf, starts: listStarts.taken(), document: order.subarray(0, size) }
}

function ownersOf(starts: Uint32Array, size: number): Int32Array {
  const owner = new Int32Array(size)
  for (let document = 0; document + 1 < starts.length; document++) {
    owner.fill(document, starts[document]!, starts[document + 1]!)
  }
  return owner
}

const RADIX = 1 << 16

/** Places of the keys in rising order, equal ones in the order in which they stand. */
function sortedByKey(key: Int32Array): Int32Array {
  const counted = (from: Int32Array | null, shift: number): Int32Array => {
    const ends = new Uint32Array(RADIX + 1)
    for (let at = 0; at < key.length; at++) ends[((key[at]! >>> shift) & (RADIX - 1)) + 1]!++
    for (let digit = 0; digit < RADIX; digit++) ends[digit + 1]! += ends[digit]!
    const to = new Int32Array(key.length)
    for (let at = 0; at < key.length; at++) {
      const place = from ? from[at]! : at
      to[ends[(key[place]! >>> shift) & (RADIX - 1)]!++] = place
    }
    return to
  }
  return counted(counted(null, 0), 16)
}

const POOR = 100 // tenths of weight that can be read: eight to ten names, less than a sixth of a usual release
const PARTS = 8 // anchors that are combined: 28 pairs

/** Anchors of some documents: those of `document[k]` are those of k in `anchors`. */
export interface Combined {
  readonly document: Int32Array
  /** By document, -1 for those without. */
  readonly placeOf: Int32Array
  readonly anchors: Anchors
}

/**
 * Each two of the rarest common anchors of a document are an anchor here: for documents whose lists of at most `most`
 * documents tell little.
 */
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
