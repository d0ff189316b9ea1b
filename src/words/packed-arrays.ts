/**
 * Arrays of numbers in one buffer, so that tables are read from a file as they are, and threads share them: a length, a
 * head in JSON that says what stands where, and the arrays behind it, each at a multiple of eight. Numbers are as the
 * machine has them (little-endian wherever Node runs).
 */

import { fileURLToPath } from 'node:url'
import { UserError } from '../errors.js'

export type PackedArray = Int32Array | Uint16Array | Float64Array
const KINDS = { Int32Array, Uint16Array, Float64Array } as const
type Kind = keyof typeof KINDS

interface Head<T> {
  readonly about: T
  readonly arrays: readonly (readonly [kind: Kind, offset: number, length: number])[]
}

const aligned = (offset: number) => Math.ceil(offset / 8) * 8

/** The arrays behind what is said about them. */
export function packArrays(about: unknown, arrays: readonly PackedArray[]): Uint8Array<ArrayBuffer> {
  let end = 0
  const places = arrays.map(array => {
    const offset = end
    end = aligned(end + array.byteLength)
    return [array.constructor.name as Kind, offset, array.length] as const
  })
  const head = Buffer.from(JSON.stringify({ about, arrays: places } satisfies Head<unknown>))
  const start = aligned(4 + head.length)
  const packed = new Uint8Array(start + end)
  new DataView(packed.buffer).setUint32(0, head.length, true)
  packed.set(head, 4)
  arrays.forEach((array, k) => {
    packed.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), start + places[k]![1])
  })
  return packed
}

/** What was packed: views of the buffer, nothing is copied. Throws a RangeError or a SyntaxError where the buffer is not whole. */
export function unpackArrays<T>(buffer: ArrayBufferLike): { about: T; arrays: PackedArray[] } {
  const length = new DataView(buffer).getUint32(0, true)
  const head = JSON.parse(Buffer.from(new Uint8Array(buffer, 4, length)).toString()) as Head<T>
  const start = aligned(4 + length)
  return {
    about: head.about,
    arrays: head.arrays.map(
      ([kind, offset, size]): PackedArray => new KINDS[kind](buffer as ArrayBuffer, start + offset, size),
    ),
  }
}

/** What `open` makes of a file of arrays. Throws a UserError where the file is not whole. */
export function whole<T>(file: URL, open: () => T): T {
  try {
    return open()
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof SyntaxError)) throw error
    throw new UserError(`${fileURLToPath(file)} is incomplete; reinstall parawire`)
  }
}
