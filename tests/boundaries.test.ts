/**
 * Boundaries that one double-spaced file leaves in doubt and its siblings settle: the German text of a clean case is
 * wrapped at every width in turn and read beside its translations.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { applyRepairs, decode, originalText, readDocument } from '../src/index.js'
import type { Document } from '../src/model.js'
import { oneRelease, releaseRecord } from '../src/pipeline/release-record.js'
import { recut } from '../src/reconcile/recut.js'
import { FIXTURES } from './fixtures.js'

const folder = join(FIXTURES, 'releases/legacy-charsets/input')
const clean = readdirSync(folder)
  .sort()
  .map(name => readDocument({ path: name, bytes: readFileSync(join(folder, name)) }))
const german = clean.find(d => d.id === 'de')!
const siblings = clean.filter(d => d.id !== 'de')
const gold = german.blocks.map(b => b.text.replaceAll('\u00a0', ' '))

function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line ? `${line} ${word}` : word
  }
  return [...lines, line]
}

const doubleSpaced = (width: number) => gold.flatMap(text => wrap(text, width)).join('\n\n')
const texts = (document: Document) => document.blocks.map(b => b.text)
const widths = Array.from({ length: 41 }, (_, i) => 55 + i)

const readings = widths.map(width => {
  const bytes = Buffer.from(doubleSpaced(width))
  const alone = readDocument({ path: 'de.txt', bytes })
  const record = releaseRecord(oneRelease([...siblings, alone]))
  return { width, bytes, alone, settled: record.documents.find(d => d.id === 'de')!, record }
})

test('siblings mend boundaries and spoil none', () => {
  const exact = (document: Document) => JSON.stringify(texts(document)) === JSON.stringify(gold)
  const alone = readings.filter(r => exact(r.alone)).map(r => r.width)
  const settled = readings.filter(r => exact(r.settled)).map(r => r.width)
  expect(alone.filter(width => !settled.includes(width))).toEqual([])
  expect(settled.length).toBeGreaterThan(alone.length)
  expect(settled.length / widths.length).toBeGreaterThan(0.9)
})

describe.each(readings)('at width $width', ({ bytes, settled, record }) => {
  test('the log leads to the blocks and back, and every id names a block', () => {
    const text = decode(bytes).text
    expect(applyRepairs(text, settled.repairs)).toBe(texts(settled).join('\n\n'))
    expect(originalText(settled)).toBe(text)
    settled.blocks.forEach((block, i) => {
      expect(block.id).toBe(`de:${i}`)
      for (const { start, end } of block.spans) expect(text.slice(start, end).trim()).not.toBe('')
    })
    for (const { at, after } of settled.repairs) {
      if (at) expect(settled.blocks.find(b => b.id === at.block)!.text.slice(at.start, at.end)).toBe(after)
    }
    const ids = new Set(record.documents.flatMap(d => d.blocks.map(b => b.id)))
    for (const { witness } of settled.repairs) if (witness !== undefined) expect(ids).toContain(witness)
  })
})

describe('a block that is split and goes on in the next', () => {
  const { alone, bytes } = readings[0]!
  const cases = alone.repairs.flatMap(repair => {
    const block = repair.kind === 'unwrap' && alone.blocks.findIndex(({ id }) => id === repair.at?.block)
    return typeof block === 'number' && block >= 0 && block < alone.blocks.length - 1 ? [{ repair, block }] : []
  })

  test.each(cases)('block $block, at $repair.start', ({ repair, block }) => {
    const { id, text } = alone.blocks[block]!
    const settled = { split: new Map([[repair, 'it:0']]), join: new Map([[id, 'it:0']]) }
    const [cut] = recut([alone], settled) as [Document]
    const { start, end } = repair.at!
    expect(texts(cut)).toEqual([
      ...texts(alone).slice(0, block),
      text.slice(0, start),
      `${text.slice(end)} ${alone.blocks[block + 1]!.text}`,
      ...texts(alone).slice(block + 2),
    ])
    expect(cut.blocks.map(b => b.id)).toEqual(cut.blocks.map((_, i) => `de:${i}`))
    expect(originalText(cut)).toBe(decode(bytes).text)
    for (const { at, after } of cut.repairs)
      if (at) expect(cut.blocks.find(b => b.id === at.block)!.text.slice(at.start, at.end)).toBe(after)
  })
})
