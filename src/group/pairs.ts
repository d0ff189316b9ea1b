/** Pairs of numbers, gathered in any order and with doubles, in typed arrays that grow. */

import { grown } from './growing.js'

/** Pairs `x[k] < y[k]`, sorted by x, then y. */
export interface Pairs {
  readonly x: Int32Array
  readonly y: Int32Array
}

const FIRST_SIZE = 1024

/** Takes pairs of different numbers below a count. */
export class GrowingPairs {
  private low = new Int32Array(FIRST_SIZE)
  private high = new Int32Array(FIRST_SIZE)
  private size = 0

  add(a: number, b: number): void {
    if (this.size === this.low.length) {
      this.low = grown(this.low, 2 * this.size)
      this.high = grown(this.high, 2 * this.size)
    }
    this.low[this.size] = Math.min(a, b)
    this.high[this.size++] = Math.max(a, b)
  }

  /** All of them, each once: counted into rows by the smaller number, each row sorted. Linear where rows are short. */
  sorted(count: number): Pairs {
    const ends = new Int32Array(count + 1)
    for (let k = 0; k < this.size; k++) ends[this.low[k]! + 1]!++
    for (let x = 0; x < count; x++) ends[x + 1]! += ends[x]!
    const row = new Int32Array(this.size)
    for (let k = 0; k < this.size; k++) row[ends[this.low[k]!]!++] = this.high[k]!
    const x = new Int32Array(this.size)
    let size = 0
    for (let low = 0, from = 0; low < count; low++) {
      const to = ends[low]!
      const own = row.subarray(from, to).sort()
      for (let k = 0; k < own.length; k++) {
        if (k > 0 && own[k] === own[k - 1]) continue
        x[size] = low
        // Not beyond what has been read: rows only shrink.
        row[size++] = own[k]!
      }
      from = to
    }
    return { x: x.subarray(0, size), y: row.subarray(0, size) }
  }
}
