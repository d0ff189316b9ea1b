/**
 * Reading order of things that stand in several texts at once: what comes first in one text comes first. Where the
 * texts say nothing or disagree, the smaller mean position decides, so the order is always total and the same.
 */

/** The first row that a thing has in each text; -1 where it has none. */
export type Position = readonly number[]

/** Indices of the positions in reading order (Kahn's algorithm); `sizes` are the numbers of rows of the texts. */
export function readingOrder(positions: readonly Position[], sizes: readonly number[]): number[] {
  const after: Set<number>[] = positions.map(() => new Set())
  const waits = new Int32Array(positions.length)
  sizes.forEach((_, text) => {
    const inText = positions.map((_, k) => k).filter(k => positions[k]![text]! >= 0)
    inText.sort((x, y) => positions[x]![text]! - positions[y]![text]!)
    // Each level waits for all of the level before: things at the same row are not ordered by this text.
    for (let from = 0, previous: number[] = []; from < inText.length; ) {
      const level = inText.slice(from, from + levelLength(inText, from, positions, text))
      for (const x of previous) for (const y of level) after[x]!.add(y)
      previous = level
      from += level.length
    }
  })
  for (const nexts of after) for (const next of nexts) waits[next]!++
  return sortOut(
    after,
    waits,
    positions.map(position => meanPosition(position, sizes)),
  )
}

function levelLength(inText: readonly number[], from: number, positions: readonly Position[], text: number): number {
  let length = 1
  while (from + length < inText.length && positions[inText[from + length]!]![text] === positions[inText[from]!]![text])
    length++
  return length
}

function meanPosition(position: Position, sizes: readonly number[]): number {
  let [sum, count] = [0, 0]
  position.forEach((row, text) => {
    if (row < 0) return
    sum += (row + 0.5) / sizes[text]!
    count++
  })
  return count === 0 ? 0 : sum / count
}

function sortOut(after: readonly Set<number>[], waits: Int32Array, means: readonly number[]): number[] {
  const byMean = means.map((_, k) => k).sort((x, y) => means[x]! - means[y]! || x - y)
  const done = new Int8Array(means.length)
  const out: number[] = []
  const ready = (k: number) => !done[k] && waits[k] === 0
  let low = 0
  while (out.length < means.length) {
    while (done[byMean[low]!]) low++
    let pick = -1
    for (let at = low; at < byMean.length && pick < 0; at++) if (ready(byMean[at]!)) pick = byMean[at]!
    if (pick < 0) pick = byMean[low]! // a circle: the texts disagree
    done[pick] = 1
    out.push(pick)
    for (const next of after[pick]!) waits[next]!--
  }
  return out
}
