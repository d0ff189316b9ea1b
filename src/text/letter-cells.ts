/**
 * Weights of strings of letters by a number for each string, in a hash table with open addressing. Of the strings that
 * could be few are met: a language's strings of three letters fill a fiftieth of a plain array.
 */

/** What is kept has so many cells for each string, and never less than the second. */
const ROOM = 1.5
const LEAST_BITS = 8

/** Weights by a key of 24 bits, in a table that is never full. */
export class Cells {
  private readonly keys: Int32Array
  private readonly weights: Float32Array
  private readonly shift: number

  constructor(bits: number) {
    this.keys = new Int32Array(1 << bits).fill(-1)
    this.weights = new Float32Array(1 << bits)
    this.shift = 32 - bits
  }

  private find(key: number): number {
    const { keys } = this
    let at = Math.imul(key, 0x9e3779b1) >>> this.shift
    while (keys[at] !== key && keys[at] !== -1) at = (at + 1) & (keys.length - 1)
    return at
  }

  add(key: number, weight: number): void {
    const at = this.find(key)
    this.keys[at] = key
    this.weights[at]! += weight
  }

  get(key: number): number {
    return this.weights[this.find(key)]!
  }

  forEach(visit: (key: number, weight: number) => void): void {
    for (let i = 0; i < this.keys.length; i++) if (this.keys[i]! >= 0) visit(this.keys[i]!, this.weights[i]!)
  }

  /** The same in a table of no more cells than it takes. */
  compact(): Cells {
    let used = 0
    for (const key of this.keys) if (key >= 0) used++
    const small = new Cells(Math.max(LEAST_BITS, Math.ceil(Math.log2(used * ROOM))))
    this.forEach((key, weight) => {
      small.add(key, weight)
    })
    return small
  }
}

/** The weights of a list that are not zero. */
export function cellsOf(weights: Float32Array): Cells {
  let used = 0
  for (const weight of weights) if (weight !== 0) used++
  const cells = new Cells(Math.max(LEAST_BITS, Math.ceil(Math.log2(used * ROOM))))
  for (let key = 0; key < weights.length; key++) if (weights[key] !== 0) cells.add(key, weights[key]!)
  return cells
}
