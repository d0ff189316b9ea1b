/**
 * Reads JSON values from a file or standard input: one a line (NDJSON), or texts over many lines: an array of values, or
 * one object after another. Values are read one by one, so a corpus of any size fits in memory.
 */
import { createReadStream } from 'node:fs'
import { resolve } from 'node:path'
import { type Io, unreadable } from '../io.js'
import { linesOf } from './json-lines.js'
import { isCutOff, type ValueText, valueCutter } from './json-values.js'

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
