/** Typed arrays that grow, of numbers and of pairs of them: a list of numbers takes four to twelve times as much memory. */

type Typed = Int32Array | Uint32Array | Uint8Array

const FIRST_SIZE = 1024

/** Numbers one behind another. */
export class Growing<T extends Typed> {
  size = 0
  private list: T

  constructor(private readonly make: new (size: number) => T) {
    this.list = new make(FIRST_SIZE)
  }

  push(value: number): void {
    if (this.size === this.list.length) {
      const longer = new this.make(2 * this.size)
      longer.set(this.list)
      this.list = longer
    }
    this.list[this.size++] = value
  }

  /** All of them; what is pushed later may or may not be seen. */
  taken(): T {
    return this.list.subarray(0, this.size) as T
  }
}

/** Pairs `x[k] < y[k]`, sorted by x, then y. */
export interface Pairs {
  readonly x: Int32Array
  readonly y: Int32Array
}

/** Takes pairs of different numbers below a count, in any order and with doubles. */
export class GrowingPairs {
  private readonly low = new Growing(Int32Array)
  private readonly high = new Growing(Int32Array)

  add(a: number, b: number): void {
    this.low.push(Math.min(a, b))
    this.high.push(Math.max(a, b))
  }

  /** All of them, each once: counted into rows by the smaller number, each row sorted. Linear where rows are short. */
  sorted(count: number): Pairs {
    const [lows, highs] = [this.low.taken(), this.high.taken()]
    const ends = new Int32Array(count + 1)
    for (let k = 0; k < lows.length; k++) ends[lows[k]! + 1]!++
    for (let x = 0; x < count; x++) ends[x + 1]! += ends[x]!
    const row = new Int32Array(lows.length)
    for (let k = 0; k < lows.length; k++) row[ends[lows[k]!]!++] = highs[k]!
    const x = new Int32Array(lows.length)
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
