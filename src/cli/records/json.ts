/**
 * Reads JSON values from a file or standard input: one a line (NDJSON), or texts over many lines: an array of values, or
 * one object after another. Values are read one by one, so a corpus of any size fits in memory.
 *
 * Lines are cut before they are decoded, so that what is no UTF-8 is reported with its line and spoils no other, and a line that
 * no string could hold is passed over without filling the memory. A JSON string holds no line end, so each line of a value
 * over many lines can be looked through by itself: brackets and commas outside of strings say where the value ends.
 */
import { isUtf8 } from 'node:buffer'
import { createReadStream } from 'node:fs'
import { resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { hintOf, type Io, unreadable } from '../io.js'

/** A value, or why there is none. `where` is `line 3`, or in an array `line 3, item 2`, counted from 1. */
export type JsonItem = { readonly where: string } & ({ readonly value: unknown } | { readonly problem: string })

/** More at a time than Node takes by default: fewer turns of the loop, and the same memory. */
const CHUNK = 2 ** 18

/** The text of a value, or why there is none. */
export type JsonText = { readonly where: string } & ({ readonly text: string } | { readonly problem: string })

/** The values one after another. Throws a UserError where the file cannot be read. */
export async function* readJson(path: string | undefined, io: Io): AsyncGenerator<JsonItem> {
  for await (const item of readJsonTexts(path, io)) yield 'text' in item ? parsed(item) : item
}

/** The texts of the values, which may be none. Throws a UserError where the file cannot be read. */
export async function* readJsonTexts(path: string | undefined, io: Io): AsyncGenerator<JsonText> {
  const isFile = path !== undefined && path !== '-'
  const stream = isFile ? createReadStream(resolve(io.cwd, path), { highWaterMark: CHUNK }) : io.stdin
  const cutter = valueCutter()
  try {
    for await (const line of linesOf(stream)) {
      const { number } = line
      if ('problem' in line) yield { where: `line ${number}`, problem: line.problem }
      else if (cutter.isOpen() || isOfMany(line.text)) yield* cutter.add(line.text, number).map(placed)
      else if (line.text.trim() !== '') yield { where: `line ${number}`, text: line.text }
    }
    if (cutter.isOpen()) yield cutOff(cutter.rest())
  } catch (error) {
    throw unreadable(path ?? '-', error)
  }
}

/** A line that opens an array, or only opens an object, begins a text over many lines; NDJSON has no such line. */
function isOfMany(line: string): boolean {
  const start = line.trim()
  return start === '{' || start.startsWith('[')
}

const whereOf = ({ line, item }: ValueText) => (item === null ? `line ${line}` : `line ${line}, item ${item}`)

const placed = (value: ValueText): JsonText => ({ where: whereOf(value), text: value.text })

function parsed({ where, text }: { readonly where: string; readonly text: string }): JsonItem {
  try {
    return { where, value: JSON.parse(text) as unknown }
  } catch (error) {
    // The line that V8 names is counted in this value alone.
    const message = (error as SyntaxError).message.replace(/ \(line \d+ column \d+\)$/, '')
    const hint = isCutOff(text) ? ' (is the line cut off?)' : ''
    return { where, problem: `not JSON: ${message}${hint}` }
  }
}

const cutOff = (rest: ValueText): JsonText => ({
  where: whereOf(rest),
  problem: 'not JSON: it ends before its last bracket is closed (is the file cut off?)',
})

/** A line without its line end, or why it cannot be read; counted from 1. */
type Line = { readonly number: number } & ({ readonly text: string } | { readonly problem: string })

/** A string of V8 holds less than 2^29 characters, and a byte is no more than one. */
const MOST_BYTES = 2 ** 29 - 2 ** 10
const LINE_END = 0x0a

/** The lines one after another; nothing behind the last line end. */
async function* linesOf(stream: Readable): AsyncGenerator<Line> {
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

/** The text of a value, the line where it begins, and its number in the array, from 1. */
interface ValueText {
  readonly text: string
  readonly line: number
  readonly item: number | null
}

/** Cuts one text after another. */
function valueCutter() {
  let [depth, isArray, items, line] = [0, false, 0, 0]
  let parts: string[] = []
  const take = (text: string, number: number) => {
    if (parts.length === 0 && text.trim() === '') return
    if (parts.length === 0) line = number
    parts.push(text)
  }
  const rest = (): ValueText => ({ text: parts.join('\n'), line, item: isArray ? items + 1 : null })
  const finished = (number: number): ValueText => {
    if (parts.length === 0) line = number
    const value = rest()
    parts = []
    items++
    return value
  }
  return {
    /** What has begun and not ended, and the line where it begins. */
    rest,
    isOpen: () => depth > 0 || isArray,
    /** Takes a line, gives the values that end in it. */
    add(text: string, number: number): ValueText[] {
      const values: ValueText[] = []
      let start = 0
      for (const { sign, at } of signsOf(text)) {
        if (depth === 0 && !isArray && sign === '[') {
          ;[isArray, items, start] = [true, 0, at + 1]
        } else if (depth === 0 && (sign === ',' || sign === ']')) {
          if (!isArray) continue
          take(text.slice(start, at), number)
          start = at + 1
          if (sign === ',' || parts.length > 0 || items > 0) values.push(finished(number))
          isArray = sign === ','
        } else if (sign === '{' || sign === '[') depth++
        else if (sign === '}' || sign === ']') {
          depth = Math.max(0, depth - 1)
          if (depth > 0 || isArray) continue
          take(text.slice(start, at + 1), number)
          start = at + 1
          values.push(finished(number))
        }
      }
      take(text.slice(start), number)
      if (parts.length > 0 && depth === 0 && !isArray) values.push(finished(number))
      line = parts.length > 0 ? line : number
      return values
    },
  }
}

/** Whether a text ends before its last bracket or string does. */
function isCutOff(text: string): boolean {
  let depth = 0
  for (const { sign } of signsOf(text)) {
    if (sign === '"') return true
    if (sign === '{' || sign === '[') depth++
    else if (sign !== ',') depth--
  }
  return depth > 0
}

/** The brackets and commas of a line outside of strings; a quotation mark where a string does not end. */
function* signsOf(text: string): Generator<{ readonly sign: string; readonly at: number }> {
  const next = /["[\]{},]/g
  for (let found = next.exec(text); found; found = next.exec(text)) {
    const [sign] = found
    if (sign !== '"') {
      yield { sign, at: found.index }
      continue
    }
    const end = endOfString(text, found.index)
    if (end < 0) {
      yield { sign, at: found.index }
      return
    }
    next.lastIndex = end + 1
  }
}

/** Where the string that begins at `start` has its closing mark; -1 where it has none. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let before = end - 1
    while (text[before] === '\\') before--
    if ((end - before) % 2 === 1) return end
  }
  return -1
}
