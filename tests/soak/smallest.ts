/** Delta debugging (Zeller and Hildebrandt, 2002): the smallest bytes, or nearly, that still break a law. */

/** Each try costs a reading of the file; a case that is still large then is shown as it is. */
const MOST_TRIES = 2000

/** Leaves out parts of `bytes`, halves first and single bytes at last, as long as `breaks` still holds. */
export function smallest(bytes: Uint8Array, breaks: (bytes: Uint8Array) => boolean): Uint8Array {
  let current = bytes
  let tries = 0
  for (let size = current.length >> 1; size >= 1 && tries < MOST_TRIES; ) {
    let removed = false
    for (let at = 0; at < current.length && tries < MOST_TRIES; ) {
      const shorter = Buffer.concat([current.subarray(0, at), current.subarray(at + size)])
      tries++
      if (breaks(shorter)) {
        current = shorter
        removed = true
      } else at += size
    }
    if (!removed || size > 1) size = size > 1 ? size >> 1 : removed ? 1 : 0
  }
  return current
}
