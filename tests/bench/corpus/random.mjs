/**
 * Numbers that look random and are a pure function of what they are for: `randomOf(seed, 'release', 7)` gives the same
 * row on every machine, whatever was drawn before. So release k needs no other release, and a corpus is a prefix of any
 * larger one.
 */

/** FNV-1a of the keys, stirred as murmur3 ends. */
export function hashOf(...keys) {
  let hash = 0x811c9dc5
  for (const key of keys) {
    const text = `${key}|`
    for (let k = 0; k < text.length; k++) hash = Math.imul(hash ^ text.charCodeAt(k), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** A source of numbers for one thing (mulberry32), with what is mostly asked of it. */
export function randomOf(...keys) {
  let state = hashOf(...keys)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000
  }
  const below = count => Math.floor(next() * count)
  return {
    next,
    below,
    chance: share => next() < share,
    of: list => list[below(list.length)],
    between: (least, most) => least + below(most - least + 1),
  }
}
