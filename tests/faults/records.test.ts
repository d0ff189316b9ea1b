/**
 * Records, documents and releases of which one place was changed, or some bytes, and every command that reads them: what
 * `validate` accepts keeps its laws and can be used by all, what it refuses ends with a clear error or is used as far as it is
 * sound, and nothing half-written is left.
 */
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { beads } from '../../src/index.js'
import type { ReleaseRecord } from '../../src/model.js'
import { golden, goldens, ndjson } from '../export-corpus.js'
import { cases } from '../fixtures.js'
import { lines, type Outcome, runCli } from '../run-cli.js'
import { tempFolder } from '../temp-folder.js'
import { brokenTextLaws } from '../text-laws.js'
import { type Chance, chance, damaged, oneOf, RECORDS, SEED, tally } from './campaign.js'
import { mutant } from './mutants.js'

/** A record that is never damaged, and others that are quickly read. */
const SMALL = 60_000
const sound = golden('releases/two-versions-one-language')
const others = goldens.filter(record => record.id !== sound.id && JSON.stringify(record).length < SMALL)
const formats = ['ninjs', 'tmx', 'tsv', 'csv', 'parquet', 'xces', 'text', 'tei', 'schemaorg', 'stats']
const exported = (format: string, ...more: string[]) => ['export', 'x', '--format', format, ...more, '-o', 'out']

/** Commands that read `x`, of which the first release is sound; `first` is the document of its second that is named. */
const readers = (record: ReleaseRecord): readonly (readonly string[])[] => [
  ['stats', 'x'],
  ['show', 'x'],
  ['show', 'x', sound.id],
  ['check', 'x', '--json'],
  ['report', 'x', '-o', 'out'],
  ['diff', 'x', 'good'],
  ['diff', 'good', 'x'],
  ['undo', 'x', '--record', record.id, '--document', record.documents[0]!.path],
  ...formats.map(format => exported(format)),
  ...['moses', 'xliff'].map(format => exported(format, '--languages', 'de,it')),
]

const folders = cases.slice(0, 6).map(({ folder }) => join(folder, 'input'))

const isTold = ({ err }: Outcome) => !err.includes('this is a bug') && /^parawire: [^\n]+\n$/m.test(err)

/** A line of JSON that is nearly what it was: one place is another, or some bytes are. */
function nearly(value: unknown, random: Chance): { readonly how: string; readonly line: Uint8Array } {
  if (random() < 0.7) {
    const { how, value: other } = mutant(value, random)
    return { how, line: Buffer.from(ndjson([other])) }
  }
  const { how, bytes } = damaged(Buffer.from(ndjson([value])), random)
  return { how, line: bytes }
}

describe(`seed ${SEED}`, { timeout: 3_600_000 }, () => {
  test(`records, ${RECORDS} times`, async () => {
    const [random, outcomes] = [chance('records'), tally('records')]
    const cwd = tempFolder()
    for (let k = 0; k < RECORDS; k++) {
      const record = oneOf(random, others)
      const { how, line } = nearly(record, random)
      writeFileSync(join(cwd, 'x'), Buffer.concat([Buffer.from(ndjson([sound])), line]))
      writeFileSync(join(cwd, 'good'), ndjson([record]))
      const validated = await runCli(['validate', 'x'], { cwd })
      const isValid = validated.code === 0
      expect([0, 1], `${k}: ${how}: ${validated.err}`).toContain(validated.code)
      outcomes.add(isValid ? 'valid' : 'refused')
      const read = isValid ? lines<ReleaseRecord>(Buffer.from(line).toString()) : []
      for (const own of read) expect(brokenRecordLaws(own), `${k}: ${how}`).toEqual([])
      for (const argv of readers(read[0] ?? record)) {
        const got = await runCli(argv, { cwd })
        const where = `${k}: ${how}: ${argv.join(' ')}: ${got.err}`
        const left = readdirSync(cwd).filter(name => name !== 'x' && name !== 'good')
        if (got.code === 2) {
          expect(isTold(got), where).toBe(true)
          expect(left, where).toEqual([])
        }
        if (isValid && read.length > 0) expect([0, 1], where).toContain(got.code)
        if (!isValid && argv[0] === 'report') expect(got.code, where).toBe(2)
        for (const name of left) rmSync(join(cwd, name), { recursive: true })
      }
    }
    outcomes.print()
  })

  test(`documents and releases, ${RECORDS} times`, async () => {
    const [random, outcomes] = [chance('stages'), tally('documents and releases')]
    const cwd = tempFolder()
    const parsed = lines((await runCli(['parse', ...folders])).out)
    const grouped = lines((await runCli(['group', '-'], { stdin: ndjson(parsed) })).out)
    for (let k = 0; k < RECORDS; k++) {
      const isDocument = random() < 0.5
      const { how, line } = nearly(oneOf(random, isDocument ? parsed : grouped), random)
      writeFileSync(join(cwd, 'x'), Buffer.concat([Buffer.from(ndjson(isDocument ? parsed.slice(0, 2) : [])), line]))
      const argv = isDocument
        ? oneOf(random, [
            ['group', 'x'],
            ['group', '--explain', 'x'],
          ])
        : ['align', 'x']
      const got = await runCli(argv, { cwd })
      const where = `${k}: ${how}: ${argv.join(' ')}: ${got.err}`
      outcomes.add(got.code === 0 ? 'used' : 'refused')
      if (got.code === 0 && !isDocument)
        expect((await runCli(['validate', '-'], { cwd, stdin: got.out })).err, where).toMatch(/, valid\n$/)
      if (got.code !== 0) expect([got.code, isTold(got)], where).toEqual([2, true])
    }
    outcomes.print()
  })
})

/** What holds for a record, found in another way than `validate` does. */
function brokenRecordLaws(record: ReleaseRecord): string[] {
  const ids = record.documents.flatMap(({ blocks }) => blocks.map(({ id }) => id))
  const { units, unaligned } = record.alignment
  const placed = [...units.flatMap(({ blocks }) => Object.values(blocks).flat()), ...unaligned.map(u => u.block)]
  const [a, b] = record.documents
  const sides = a && b ? beads(record, a.id, b.id) : []
  return [
    ...record.documents.flatMap(document => brokenTextLaws(document)),
    ...(ids.sort().join() === placed.sort().join() ? [] : ['not every block has one place']),
    ...(a && b && sides.reduce((sum, [left]) => sum + left.length, 0) !== a.blocks.length ? ['beads'] : []),
  ]
}
