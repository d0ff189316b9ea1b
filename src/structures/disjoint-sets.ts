/** Disjoint sets of the numbers below a size, joined two by two (Tarjan 1975, with path halving). */
export interface DisjointSets {
  /** The number that stands for the set of `k`. */
  root(k: number): number
  /** Makes the sets of two numbers one, which the root of `b` stands for. */
  join(a: number, b: number): void
}

/** As many sets as numbers. */
export function disjointSets(size: number): DisjointSets {
  const parent = Int32Array.from({ length: size }, (_, k) => k)
  const root = (k: number): number => {
    let at = k
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!
      at = parent[at]!
    }
    return at
  }
  const join = (a: number, b: number) => {
    parent[root(a)] = root(b)
  }
  return { root, join }
}
