/**
 * Reads JSON values from a file or standard input: one a line (NDJSON), or one JSON text over many lines, which may be
 * an array of values. Lines are read one by one, so a corpus of any size fits in memory.
 */
import { createReadStream } from 'node:fs'
import { resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { type Io, unreadable } from './io.js'

/** A value, or why there is none. `where` is `line 3` or `item 3`, counted from 1. */
export type JsonItem = { readonly where: string } & ({ readonly value: unknown } | { readonly problem: string })

/** The values one after another. Throws a UserError where the file cannot be read. */
export async function* readJson(path: string | undefined, io: Io): AsyncGenerator<JsonItem> {
  const isFile = path !== undefined && path !== '-'
  const stream = isFile ? createReadStream(resolve(io.cwd, path)) : io.stdin
  const lines = linesOf(stream)
  try {
    let number = 0
    for await (const line of lines) {
      number++
      if (line.trim() === '') continue
      // A line that only opens a bracket begins an indented text; NDJSON never has one.
      if (['[', '{'].includes(line.trim())) yield* wholeText(line, lines, number)
      else yield* oneLine(line, number)
    }
  } catch (error) {
    throw isFile ? unreadable(path, error) : error
  }
}

function* oneLine(line: string, number: number): Generator<JsonItem> {
  const parsed = parse(line)
  if ('value' in parsed && Array.isArray(parsed.value)) yield* itemsOf(parsed.value)
  else yield { where: `line ${number}`, ...parsed }
}

async function* wholeText(first: string, rest: AsyncIterable<string>, number: number): AsyncGenerator<JsonItem> {
  const all = [first]
  for await (const line of rest) all.push(line)
  const parsed = parse(all.join('\n'))
  if ('value' in parsed && Array.isArray(parsed.value)) yield* itemsOf(parsed.value)
  else yield { where: `line ${number}`, ...parsed }
}

function* itemsOf(values: readonly unknown[]): Generator<JsonItem> {
  for (const [i, value] of values.entries()) yield { where: `item ${i + 1}`, value }
}

function parse(text: string): { value: unknown } | { problem: string } {
  try {
    return { value: JSON.parse(text) as unknown }
  } catch (error) {
    return { problem: `not JSON: ${(error as SyntaxError).message}` }
  }
}

/** Lines of UTF-8 text without their line ends; a JSON string may hold every other separator. */
async function* linesOf(stream: Readable): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let parts: string[] = []
  const pieces = async function* () {
    for await (const chunk of stream) yield decoder.decode(Buffer.from(chunk), { stream: true })
    yield decoder.decode()
  }
  for await (const piece of pieces()) {
    const [head = '', ...tails] = piece.split('\n')
    parts.push(head)
    for (const tail of tails) {
      yield parts.join('')
      parts = [tail]
    }
  }
  yield parts.join('')
}
