/**
 * The inverted index: for every key the documents that have it, in typed arrays. Postings are sorted by key with two
 * passes of counting (radix sort by 16 bits), so that a million documents take seconds and 20 bytes a posting. Keys that
 * one document alone has are forgotten.
 */

import { grown } from './growing.js'

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
  let listStarts = new Uint32Array(FIRST_LISTS)
  let [size, lists] = [0, 0]
  for (let from = 0, to = 0; from < order.length; from = to) {
    while (to < order.length && key[order[to]!] === key[order[from]!]) to++
    if (to - from < 2) continue
    for (let at = from; at < to; at++) listOf[order[at]!] = lists
    if (lists + 1 === listStarts.length) listStarts = grown(listStarts, 2 * listStarts.length)
    listStarts[lists++] = size
    // What was sorted has been read: its place holds the documents from here on.
    for (let at = from; at < to; at++) order[size++] = owner[order[at]!]!
  }
  listStarts[lists] = size
  return { listOf, starts: listStarts.subarray(0, lists + 1), document: order.subarray(0, size) }
}

const FIRST_LISTS = 1024

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
