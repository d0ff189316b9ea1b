/** Typed arrays that grow: a list of numbers takes four to twelve times as much memory. */

type Typed = Int32Array | Uint32Array | Uint8Array

/** The same numbers at the beginning of a longer array. */
export function grown<T extends Typed>(from: T, size: number): T {
  const to = new (from.constructor as new (size: number) => T)(size)
  to.set(from)
  return to
}

const FIRST_SIZE = 1024

/** Numbers one behind another. */
export class Growing<T extends Typed> {
  size = 0
  private list: T

  constructor(make: new (size: number) => T) {
    this.list = new make(FIRST_SIZE)
  }

  push(value: number): void {
    if (this.size === this.list.length) this.list = grown(this.list, 2 * this.size)
    this.list[this.size++] = value
  }

  /** All of them; what is pushed later may or may not be seen. */
  taken(): T {
    return this.list.subarray(0, this.size) as T
  }
}
