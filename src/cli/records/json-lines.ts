/**
 * The lines of a stream of bytes. Lines are cut before they are decoded, so that what is no UTF-8 is told with its line
 * and spoils no other, and a line that no string could hold is passed over without filling the memory.
 */
import { isUtf8 } from 'node:buffer'
import type { Readable } from 'node:stream'
import { hintOf } from '../io.js'

/** A line without its line end, or why it cannot be read; counted from 1. */
export type Line = { readonly number: number } & ({ readonly text: string } | { readonly problem: string })

/** A string of V8 holds less than 2^29 characters, and a byte is no more than one. */
const MOST_BYTES = 2 ** 29 - 2 ** 10
const LINE_END = 0x0a

/** The lines one after another; nothing behind the last line end. */
export async function* linesOf(stream: Readable): AsyncGenerator<Line> {
  let parts: Buffer[] = []
  let [number, length] = [0, 0]
  const take = (part: Buffer) => {
    length += part.length
    if (length > MOST_BYTES) parts = []
    else if (part.length > 0) parts.push(part)
  }
  const finished = () => {
    const line = lineOf(parts, length, ++number)
    parts = []
    length = 0
    return line
  }
  for await (const chunk of stream) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk)
    let start = 0
    for (let end = bytes.indexOf(LINE_END); end >= 0; end = bytes.indexOf(LINE_END, start)) {
      take(bytes.subarray(start, end))
      yield finished()
      start = end + 1
    }
    take(bytes.subarray(start))
  }
  if (length > 0) yield finished()
}

function lineOf(parts: readonly Buffer[], length: number, number: number): Line {
  if (length > MOST_BYTES) return { number, problem: 'longer than 512 MB; write a record a line' }
  const bytes = parts.length === 1 ? parts[0]! : Buffer.concat(parts)
  if (!isUtf8(bytes)) return { number, problem: `not UTF-8${number === 1 ? hintOf(bytes) : ''}` }
  const text = bytes.toString()
  return { number, text: number === 1 ? text.replace(/^\ufeff/, '') : text }
}
