/**
 * Maps places of one text to places of another. Where one text lacks a run that the other has, all places behind it
 * drift. Features that stand once in each text are candidates for anchors; the heaviest chain of them that rises in both
 * texts gives the map. Chance has short chains: one that holds too little of what is shared counts for none.
 */

/** A feature that stands once in each text, at `x` and `y` of 65535. */
export interface Step {
  readonly x: number
  readonly y: number
  readonly weight: number
}

const LEAST_STEPS = 8
const LEAST_SHARE = 0.6 // of the weight of all such features; chance orders some 2 root n of n, of translations it is .8 and more

/** The anchors of the map, sorted; none where chance explains them. O(n log n). */
export function risingChain(steps: readonly Step[]): Step[] {
  if (steps.length < LEAST_STEPS) return []
  const sorted = [...steps].sort((a, b) => a.x - b.x || b.y - a.y)
  const chain = heaviestRising(sorted)
  const sum = (list: readonly Step[]) => list.reduce((total, { weight }) => total + weight, 0)
  return chain.length >= LEAST_STEPS && sum(chain) >= LEAST_SHARE * sum(sorted) ? chain : []
}

/** The heaviest chain by a tree of the best chains that end at or below a rank (Fenwick 1994). */
function heaviestRising(steps: readonly Step[]): Step[] {
  const ranks = new Map([...new Set(steps.map(({ y }) => y))].sort((a, b) => a - b).map((y, k) => [y, k + 1]))
  const tree = new Int32Array(ranks.size + 1).fill(-1)
  const total = new Float64Array(steps.length)
  const before = new Int32Array(steps.length).fill(-1)
  let best = 0
  steps.forEach(({ y, weight }, k) => {
    const rank = ranks.get(y)!
    for (let at = rank - 1; at > 0; at -= at & -at) {
      if (tree[at]! >= 0 && (before[k]! < 0 || total[tree[at]!]! > total[before[k]!]!)) before[k] = tree[at]!
    }
    total[k] = weight + (before[k]! < 0 ? 0 : total[before[k]!]!)
    for (let at = rank; at < tree.length; at += at & -at) {
      if (tree[at]! < 0 || total[tree[at]!]! < total[k]!) tree[at] = k
    }
    if (total[k]! > total[best]!) best = k
  })
  const chain: Step[] = []
  for (let at = best; at >= 0; at = before[at]!) chain.push(steps[at]!)
  return chain.reverse()
}

/** The place in y for each place in x, between the anchors by interpolation, outside of them as far from the ends as in x. */
export function positionMap(steps: readonly Step[]): (x: number) => number {
  return x => {
    let [low, high] = [0, steps.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (steps[middle]!.x <= x) low = middle + 1
      else high = middle
    }
    const before = steps[low - 1]
    const behind = steps[low]
    if (!before) return behind!.y - (behind!.x - x)
    if (!behind) return before.y + (x - before.x)
    return before.y + ((x - before.x) / (behind.x - before.x)) * (behind.y - before.y)
  }
}
