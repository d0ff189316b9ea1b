/** Decisions of a person, from the data that the pages save to the records that come of them. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { brokenLaws } from '../src/cli/records/laws.js'
import { originalText } from '../src/index.js'
import type { Decision, Document, ReleaseRecord, Repair, RepairDecision } from '../src/model.js'
import { readDocument } from '../src/pipeline/read-document.js'
import { releaseRecordSchema } from '../src/record/schema.js'
import { fileOf, filesOf, onReleases, onRepairs, onRows, textOf } from './decided.js'
import { FIXTURES } from './fixtures.js'
import { lines, runCli } from './run-cli.js'
import { tempFolder } from './temp-folder.js'

const FOLDER = join(FIXTURES, 'releases')
const input = ['*/input', '--root', '.']
const few = ['hebrew-and-english/input', 'two-releases-same-day/input', '--root', '.']
const here = tempFolder()
const given = join(here, 'decisions.json')
const run = (...argv: readonly string[]) => runCli(argv, { cwd: FOLDER })
const buildOf = (what: readonly string[], decisions: readonly Decision[], ...argv: readonly string[]) => {
  writeFileSync(given, textOf(...decisions))
  return run('build', ...what, '--decisions', given, ...argv)
}
const build = (decisions: readonly Decision[], ...argv: readonly string[]) => buildOf(input, decisions, ...argv)
const records = (out: string) => lines<ReleaseRecord>(out)
let base = ''
let all: ReleaseRecord[] = []
beforeAll(async () => {
  base = (await run('build', ...input, '-q')).out
  all = records(base)
}, 60_000)

/** Of the few. */
const known = () => all.filter(({ documents }) => few.some(folder => documents[0]!.path.startsWith(folder)))
const documentsIn = (list: readonly ReleaseRecord[]) => list.flatMap(record => record.documents)
const bySha = (list: readonly ReleaseRecord[], sha256: string) => documentsIn(list).find(d => d.sha256 === sha256)!
const release = (name: string) => all.find(({ documents }) => documents[0]!.path.startsWith(name))!
const isIn = ({ repairs }: Document, d: RepairDecision) =>
  repairs.some(r => r.start === d.start && r.end === d.end && r.after === d.after)
const sound = (list: readonly ReleaseRecord[]) => {
  for (const record of list) expect(brokenLaws(releaseRecordSchema.parse(record))).toEqual([])
}
const unapplied = ({ warnings }: Pick<Document, 'warnings'>) =>
  warnings.filter(({ code }) => code === 'DECISION_NOT_APPLIED').map(({ message }) => message)

describe('a repair', () => {
  test('that is rejected is not made; nothing else changes in other releases, and what was decided is told', async () => {
    const decision = onRepairs(all, 'reject').find(({ kind }) => kind === 'lost-quote')!
    const { code, out, err } = await build([decision])
    expect({ code, err }).toEqual({ code: 0, err: expect.not.stringContaining('DECISION_NOT_APPLIED') })
    const now = records(out)
    sound(now)
    const document = bySha(now, decision.sha256)
    const { start, end, before, after, kind } = decision
    expect(document.rejected).toEqual([{ start, end, before, after, kind }])
    expect(isIn(document, decision)).toBe(false)
    expect(originalText(document)).toBe(originalText(bySha(all, decision.sha256)))
    const isNamed = (record: ReleaseRecord) => filesOf(record).includes(decision.sha256)
    expect(now.map(({ generator }) => generator.decisions)).toEqual(now.map(r => (isNamed(r) ? 1 : undefined)))
    expect(now.filter(r => !isNamed(r))).toEqual(all.filter(r => !isNamed(r)))
  })

  test('that was decided on is seen on the pages', async () => {
    const [first, second] = onRepairs(known(), 'reject').filter(({ kind }) => kind === 'unwrap') as RepairDecision[]
    const { out } = await buildOf(few, [first!, { ...second!, verdict: 'accept' }], '-q')
    const folder = join(here, 'report')
    expect((await runCli(['report', '-o', folder, '-q'], { stdin: out })).code).toBe(0)
    const pages = readdirSync(join(folder, 'releases')).map(name =>
      readFileSync(join(folder, 'releases', name), 'utf8'),
    )
    expect(pages.filter(page => page.includes('<summary>1 rejected repair</summary>'))).toHaveLength(1)
    expect(pages.filter(page => page.includes(' · accepted by a person</span>'))).toHaveLength(1)
  })

  test('of any kind that the pages offer is not made when all are rejected, and the files are as they were', async () => {
    const decisions = onRepairs(all, 'reject').filter(({ kind }) => kind !== 'break')
    const { out } = await build(decisions, '-q')
    const now = records(out)
    sound(now)
    const refused = documentsIn(now).flatMap(unapplied)
    expect(refused).toEqual(['the repair at 0 to 1 (space) that was rejected: it cannot be left out'])
    const made = decisions.filter(d => isIn(bySha(now, d.sha256), d))
    expect(made.map(({ kind }) => kind)).toEqual(['space'])
    for (const document of documentsIn(now))
      expect(originalText(document)).toBe(originalText(bySha(all, document.sha256)))
  })

  test('that is accepted says so, and all texts stay as they were', async () => {
    const { out, err } = await build(onRepairs(all, 'accept'))
    expect(err).not.toContain('DECISION_NOT_APPLIED')
    const now = records(out)
    sound(now)
    for (const document of documentsIn(now)) {
      const before = bySha(all, document.sha256)
      expect(document.blocks).toEqual(before.blocks)
      expect(document.repairs.map(({ start, end, after }) => [start, end, after])).toEqual(
        before.repairs.map(({ start, end, after }) => [start, end, after]),
      )
      expect(document.repairs.every(({ decided }) => decided === 'accepted')).toBe(true)
    }
  })

  test('of siblings is made without them when it was accepted, and not with them when it was rejected', async () => {
    const ofSiblings = documentsIn(all).flatMap(({ sha256, repairs }) =>
      repairs.filter(r => r.evidence === 'siblings').map(({ start }) => `${sha256} ${start}`),
    )
    expect(ofSiblings.length).toBeGreaterThan(5)
    const own = (d: RepairDecision) => ofSiblings.includes(`${d.sha256} ${d.start}`)
    const rejected = onRepairs(all, 'reject').filter(own)
    const now = records((await build(rejected, '-q')).out)
    sound(now)
    for (const d of rejected) {
      expect(isIn(bySha(now, d.sha256), d)).toBe(false)
      expect(bySha(now, d.sha256).rejected).toContainEqual(expect.objectContaining({ start: d.start, after: d.after }))
    }
    const accepted = onRepairs(all, 'accept').find(d => own(d) && d.kind === 'lost-character')!
    const { path } = bySha(all, accepted.sha256)
    const bytes = readFileSync(join(FOLDER, path))
    const alone = readDocument({ path, bytes }, { decisions: fileOf(accepted) })
    expect(isIn(readDocument({ path, bytes }), accepted)).toBe(false)
    expect(isIn(alone, accepted)).toBe(true)
  })

  test('that is vetoed is made when it was accepted', () => {
    const path = 'mojibake-utf8-as-cp1252/input/22_18fb.txt' // Hebrew
    const bytes = readFileSync(join(FOLDER, path))
    const { sha256 } = documentsIn(all).find(document => document.path === path)!
    const decision = onRepairs(all, 'accept').find(d => d.sha256 === sha256 && /\p{Script=Hebrew}{2}/u.test(d.after))!
    const without = readDocument({ path, bytes }, { language: 'de' })
    expect(without.unrepaired.some(({ reason }) => reason === 'foreign-script')).toBe(true)
    expect(isIn(without, decision)).toBe(false)
    const now = readDocument({ path, bytes }, { language: 'de', decisions: fileOf(decision) })
    expect(isIn(now, decision)).toBe(true)
    expect(now.unrepaired).toHaveLength(without.unrepaired.length - 1)
    expect(originalText(now)).toBe(originalText(without))
  })

  test('that nothing proposes any more is made when it was accepted', () => {
    const bytes = Buffer.from('Das Werk in Elbhausen arbeitet seit gestern wieder.\n')
    const place = { about: 'repair', verdict: 'accept', sha256: readDocument({ path: 'a', bytes }).sha256 } as const
    const decision = { ...place, start: 12, end: 21, before: 'Elbhausen', after: 'Elbehausen', kind: 'ocr' } as const
    const { repairs, blocks, warnings } = readDocument({ path: 'a', bytes }, { decisions: fileOf(decision) })
    expect(warnings).toEqual([])
    expect(blocks[0]!.text).toContain('in Elbehausen arbeitet')
    expect(repairs[0]).toMatchObject({ evidence: 'decision', decided: 'accepted', lossy: true, confidence: 1 })
  })

  const wrapped = [
    'Die Elbwerk AG hat am Montag in Hamburg eine neue Werkstatt für Wind-',
    'räder eröffnet, in der künftig rund hundert Menschen arbeiten sollen und',
    'in der auch junge Leute aus der Gegend einen Platz für ihre Ausbildung',
    'finden werden, wie der Vorstand gestern Abend im Rathaus mitgeteilt hat.',
    '',
    '- 2 -',
    '',
    'Die Arbeiten haben drei Jahre gedauert und kosten mehr als vierzig Millio-',
    'nen Euro, die zur Hälfte aus eigenen Mitteln und zur Hälfte von der Bank',
    'für Wiederaufbau kommen, mit der das Haus seit langem zusammenarbeitet.',
  ].join('\n')
  test.each<[kind: string, at: string, decided: RegExp]>([
    ['unwrap', ' sollen und\n', /sollen und$/],
    ['hyphen', 'Wind-\n', /Wind- räder/],
    ['hyphen', 'Millio-\n', /Millio-nen/],
    ['running-head', '- 2 -', /^- 2 -$/],
  ])('of layout: %s is not made where it was rejected', (kind, at, expected) => {
    const bytes = Buffer.from(wrapped)
    const before = readDocument({ path: 'a', bytes })
    const place = wrapped.indexOf(at)
    const repair = before.repairs.find(r => r.kind === kind && r.end > place && r.start <= place + at.length)!
    const { start, end, after } = repair
    const decision: RepairDecision = {
      about: 'repair',
      verdict: 'reject',
      sha256: before.sha256,
      start,
      end,
      before: repair.before,
      after,
      kind: repair.kind,
    }
    const now = readDocument({ path: 'a', bytes }, { decisions: fileOf(decision) })
    expect(unapplied(now)).toEqual([])
    expect(now.rejected).toHaveLength(1)
    expect(now.blocks.some(({ text }) => expected.test(text))).toBe(true)
    expect(before.blocks.some(({ text }) => expected.test(text))).toBe(false)
    expect(originalText(now)).toBe(wrapped)
  })

  const LINE_ENDS: ReadonlySet<string> = new Set(['unwrap', 'hyphen', 'break'])

  test('is replayed from any choice of decisions, and the file can be had back (law)', () => {
    const some = release('five-languages-damaged')
    const files = some.documents.map(({ path, sha256 }) => ({ path, sha256, bytes: readFileSync(join(FOLDER, path)) }))
    const decisions = onRepairs([some], 'reject')
    const seed = Math.floor(Math.random() * 2 ** 31)
    const chosen = fc.array(fc.tuple(fc.nat(decisions.length - 1), fc.constantFrom('accept', 'reject')), {
      maxLength: 30,
    })
    fc.assert(
      fc.property(chosen, fc.nat(files.length - 1), (choices, k) => {
        const { path, bytes, sha256 } = files[k]!
        const own = choices.map(([n, verdict]): Decision => ({ ...decisions[n]!, verdict: verdict as 'accept' }))
        const now = readDocument({ path, bytes }, { decisions: fileOf(...own) })
        expect(originalText(now)).toBe(originalText(bySha(all, sha256)))
        for (const { start, end, before, kind } of now.rejected ?? []) {
          expect(originalText(now).slice(start, end)).toBe(before)
          // A line end joins or parts: where one is rejected the other is made.
          const isAgain = (r: Repair) => (LINE_ENDS.has(kind) ? r.kind === kind : r.kind !== 'break')
          expect(now.repairs.filter(r => r.start === start && r.end === end && isAgain(r))).toEqual([])
        }
      }),
      { numRuns: 15, seed },
    )
  })
})

describe('an alignment', () => {
  const together = (record: ReleaseRecord, decision: Decision): boolean => {
    if (decision.about !== 'alignment') return false
    const spansOf = (id: string) =>
      JSON.stringify(record.documents.flatMap(d => d.blocks).find(b => b.id === id)!.spans)
    return record.alignment.units.some(({ blocks }) => {
      const there = new Set(
        Object.entries(blocks).flatMap(([id, own]) => {
          const { sha256 } = record.documents.find(d => d.id === id)!
          return own.map(block => `${sha256} ${spansOf(block)}`)
        }),
      )
      const parts = decision.documents.filter(d => d.blocks.some(b => there.has(`${d.sha256} ${JSON.stringify(b)}`)))
      return parts.length > 1
    })
  }

  test('that is wrong is not made again, whichever of them it is, and all at once', async () => {
    const record = release('five-languages-damaged')
    const units = onRows(record).filter(d => d.about === 'alignment' && d.documents.length > 1)
    for (const decisions of [[units[0]!], [units[3]!, units[5]!], units]) {
      const { out, err } = await build(decisions)
      expect(err).not.toContain('DECISION_NOT_APPLIED')
      const now = records(out)
      sound(now)
      const own = now.find(({ id }) => id === record.id)!
      expect(own.generator.decisions).toBe(decisions.length)
      for (const decision of decisions) expect(together(own, decision)).toBe(false)
      if (decisions.length === 1) {
        const kept = units.slice(1)
        expect(kept.filter(decision => together(own, decision)).length).toBeGreaterThan(kept.length - 2)
      }
      expect(now.filter(({ id }) => id !== record.id)).toEqual(all.filter(({ id }) => id !== record.id))
    }
  }, 60_000)

  test('that came of a decision may be wrong as well: they are replayed one after another', async () => {
    const name = 'five-languages-damaged'
    const only = [join(name, 'input'), '-q', '--root', '.']
    const made: Decision[] = []
    let [record] = records((await run('build', ...only)).out)
    for (let round = 0; round < 3; round++) {
      const wrong = onRows(record!).filter(d => d.about === 'alignment' && d.documents.length > 1)
      made.push(wrong[2]!)
      ;[record] = records((await buildOf(only, made)).out)
      expect(unapplied(record!)).toEqual([])
      for (const decision of made) expect(together(record!, decision)).toBe(false)
    }
  }, 60_000)

  test('of a block alone: a partner is looked for, and where there is none it is told', async () => {
    const alone = all.flatMap(onRows).filter(d => d.about === 'alignment' && d.documents.length === 1)
    const { out, err } = await build(alone)
    expect(err).toMatch(
      /DECISION_NOT_APPLIED {2}release [0-9a-f]{32}: the alignment of a block alone, .* no partner was found/,
    )
    sound(records(out))
  })
})

describe('releases', () => {
  const groups = (list: readonly ReleaseRecord[]) => list.map(record => filesOf(record).sort().join()).sort()

  test.each([['content'], ['dir']])('are split and merged, by %s', async how => {
    const grouped = records((await run('build', ...input, '-q', '--group', how)).out)
    const five = grouped.find(({ documents }) => documents.length === 5)!
    const [first, second] = grouped.filter(record => record !== five && record.documents.length > 1)
    const [one, two] = [filesOf(five).slice(0, 2), filesOf(five).slice(2)]
    const decisions = [onReleases('split', one, two), onReleases('merge', filesOf(first!), filesOf(second!))]
    const { out, err } = await build(decisions, '--group', how)
    expect(err).not.toContain('DECISION_NOT_APPLIED')
    const now = records(out)
    sound(now)
    const others = grouped.filter(record => ![five, first, second].includes(record))
    const expected = [one, two, [...filesOf(first!), ...filesOf(second!)]].map(files => [...files].sort().join())
    expect(groups(now)).toEqual([...groups(others), ...expected].sort())
  })

  test('a document that a split leaves alone says so', async () => {
    const record = release('hebrew-and-english')
    const now = records((await buildOf(few, [onReleases('split', ...filesOf(record).map(file => [file]))], '-q')).out)
    const own = now.filter(({ documents }) => filesOf(record).includes(documents[0]!.sha256))
    expect(own.map(({ nearest }) => nearest?.reason)).toEqual(['decided', 'decided'])
  })

  test('of two decisions that contradict each other the later counts', async () => {
    const files = filesOf(release('hebrew-and-english'))
    const split = onReleases('split', [files[0]!], [files[1]!])
    const merge = onReleases('merge', [files[0]!], [files[1]!])
    const both = await buildOf(few, [split, merge])
    expect(groups(records(both.out))).toEqual(groups(known()))
    expect(both.err).toContain('the split into 2 releases, the first with')
    const other = await buildOf(few, [merge, split])
    expect(groups(records(other.out))).not.toEqual(groups(known()))
    expect(other.err).toMatch(/the merge of 2 releases, .* a later decision says otherwise/)
  })
})

describe('what no longer applies', () => {
  const elsewhere = '0'.repeat(64)
  const cases: readonly (readonly [what: string, make: () => Decision[], told: RegExp])[] = [
    [
      'another text',
      () => [{ ...onRepairs(known(), 'reject')[0]!, before: '\u0001'.repeat(9), start: 3, end: 12 }],
      /: the repair at 3 to 12 \([a-z-]+\) that was rejected: another text stands there/,
    ],
    [
      'a file that is gone',
      () => [{ ...onRepairs(known(), 'accept')[0]!, sha256: elsewhere }],
      /the repair that was accepted: its file 000000000000 is not there/,
    ],
    [
      'a line end that is joined no more',
      () => {
        const repair = onRepairs(known(), 'accept').find(({ kind }) => kind === 'break')!
        return [{ ...repair, after: '\n\n\n' }]
      },
      /\(break\) that was accepted: it is not made any more/,
    ],
    [
      'two on one place',
      () => {
        const [repair] = onRepairs(known(), 'reject')
        return [repair!, { ...repair!, verdict: 'accept' }]
      },
      /that was rejected: a later decision says otherwise/,
    ],
    [
      'blocks that are cut otherwise',
      () => {
        const [{ sha256 }] = known()[0]!.documents as [Document]
        return [{ about: 'alignment', verdict: 'wrong', documents: [{ sha256, blocks: [[{ start: 0, end: 3 }]] }] }]
      },
      /release [0-9a-f]{32}: the alignment of a block alone, at 0 of [0-9a-f]{12}, .*: its blocks are cut otherwise/,
    ],
    [
      'a unit of two releases',
      () => {
        const [a, b] = [onRows(known()[0]!)[1]!, onRows(known()[1]!)[1]!]
        if (a.about !== 'alignment' || b.about !== 'alignment') return []
        return [{ ...a, documents: [a.documents[0]!, b.documents[0]!] }]
      },
      /not all of its documents are in this release/,
    ],
    [
      'a unit of a file that is gone',
      () => [
        { about: 'alignment', verdict: 'wrong', documents: [{ sha256: elsewhere, blocks: [[{ start: 0, end: 3 }]] }] },
      ],
      /the alignment called wrong: its file 000000000000 is not there/,
    ],
    [
      'a merge with what is gone',
      () => [onReleases('merge', filesOf(known()[0]!), [elsewhere])],
      /the merge of 2 releases, .*: not all of its files are there/,
    ],
  ]

  test.each(cases)('%s: changes no text, is told, and is a warning', async (_, make, told) => {
    const { code, out, err } = await buildOf(few, make())
    expect(code).toBe(0)
    expect(err).toMatch(/\n {2}decisions +1 changed nothing\n/)
    expect(err).toContain('DECISION_NOT_APPLIED 1')
    expect(err).toMatch(told)
    const texts = (list: readonly ReleaseRecord[]) => documentsIn(list).map(({ blocks }) => blocks)
    expect(texts(records(out))).toEqual(texts(known()))
    sound(records(out))
  })

  test('with --strict the exit code is 1', async () => {
    const merge = [onReleases('merge', [elsewhere], [`1${elsewhere.slice(1)}`])]
    expect((await buildOf(few, merge, '--strict')).code).toBe(1)
    expect((await buildOf(few, [], '--strict')).code).toBe(0)
    expect((await buildOf(few, merge, '-q')).code).toBe(0)
  })
})

describe('the same bytes', () => {
  const folders = ['siblings-as-witnesses', 'two-versions-one-language', 'two-releases-same-day', 'lists-and-tables']
  const input = [...folders.map(name => `${name}/input`), '--root', '.']
  const build = (decisions: readonly Decision[], ...argv: readonly string[]) => buildOf(input, decisions, ...argv)
  let base = ''
  let all: ReleaseRecord[] = []
  beforeAll(async () => {
    base = (await run('build', ...input, '-q')).out
    all = records(base)
  })
  const some = (): Decision[] => [
    ...onRepairs(all, 'reject').filter((_, k) => k % 7 === 3),
    ...onRepairs(all, 'accept').filter((_, k) => k % 7 === 5),
    ...all.flatMap(onRows).filter((_, k) => k % 6 === 1),
    onReleases('merge', filesOf(all[1]!), filesOf(all[2]!)),
    onReleases('split', filesOf(all[3]!).slice(0, 1), filesOf(all[3]!).slice(1)),
    onReleases('merge', filesOf(all[1]!), ['0'.repeat(64)]),
  ]

  test('come from the stages one by one, and the same is told', async () => {
    const built = await build(some())
    const with_ = ['--decisions', given]
    const parsed = await run('parse', ...input, ...with_)
    const grouped = await runCli(['group', ...with_], { stdin: parsed.out })
    const aligned = await runCli(['align', ...with_], { stdin: grouped.out })
    expect(aligned.out).toBe(built.out)
    const told = (err: string) => err.split('\n').filter(line => line.includes('  DECISION_NOT_APPLIED  '))
    const stages = [parsed, grouped, aligned].flatMap(({ err }) => told(err))
    expect([...new Set(stages)].sort()).toEqual([...new Set(told(built.err))].sort())
  }, 60_000)

  test('come from parts, which are made again where decisions are others', async () => {
    const built = await build(some(), '-q')
    const parsing = ['1/2', '2/2'].map(shard => ['parse', ...input, '--shard', shard])
    const folder = join(here, 'parts')
    for (const more of [[], ['--decisions', given]])
      for (const step of [...parsing, ['group'], ['align']]) await run(...step, '--shards', folder, '-q', ...more)
    const parts = readdirSync(folder).filter(name => /^records-.*jsonl$/.test(name))
    expect(
      parts
        .sort()
        .map(name => readFileSync(join(folder, name), 'utf8'))
        .join(''),
    ).toBe(built.out)
  }, 60_000)

  test('come from a work folder, in which one decision reads one file and makes one record', async () => {
    const work = join(here, 'work')
    const entries = (kind: string) => {
      const folder = join(work, kind)
      const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.index'))
      return names.reduce(
        (sum, name) => sum + readFileSync(join(folder, name), 'utf8').trim().split('\n').length - 1,
        0,
      )
    }
    await run('build', ...input, '-q', '--work', work)
    const before = [entries('files'), entries('records')]
    const [decision] = onRepairs(all, 'reject').filter(({ kind }) => kind === 'lost-quote')
    const first = await build([decision!], '--work', work)
    expect([entries('files'), entries('records')]).toEqual(before.map(n => n + 1))
    expect(first.out).toBe((await build([decision!])).out)
    const whole = await build(some())
    expect((await build(some(), '--work', work)).out).toBe(whole.out)
    const again = await build(some(), '--work', work)
    expect(again.out).toBe(whole.out)
    expect(again.err).toContain('DECISION_NOT_APPLIED')
    expect((await run('build', ...input, '-q', '--work', work)).out).toBe(base)
  }, 60_000)

  test('come from a file without decisions, and several files are one', async () => {
    expect((await build([], '-q')).out).toBe(base)
    const decisions = some()
    const whole = await build(decisions, '-q')
    writeFileSync(join(here, 'a.json'), textOf(...decisions.slice(0, 9)))
    writeFileSync(join(here, 'b.json'), textOf(...decisions.slice(9)))
    expect(
      (await run('build', ...input, '-q', ...['a.json', 'b.json'].flatMap(name => ['--decisions', join(here, name)])))
        .out,
    ).toBe(whole.out)
  })
})

describe('a file of decisions that cannot be used', () => {
  const good = { decisionsVersion: '1.0', offsetUnit: 'utf16', generator: '0.1.0', decisions: [] as unknown[] }
  const sha256 = 'a'.repeat(64)
  const repair = {
    about: 'repair',
    verdict: 'reject',
    sha256,
    start: 1,
    end: 2,
    before: '?',
    after: 'é',
    kind: 'lost-character',
  }
  const withOne = (decision: unknown) => JSON.stringify({ ...good, decisions: [repair, decision] })
  test.each<[name: string, content: string | null, told: string]>([
    ['empty', '', 'parawire: d.json is empty; save decisions from a report\n'],
    ['no JSON', '{"decisions": [', 'parawire: d.json is not JSON: '],
    ['a folder', null, 'parawire: cannot read d.json: it is a folder; name a file\n'],
    [
      'newer',
      JSON.stringify({ ...good, decisionsVersion: '2.0' }),
      'd.json: decisionsVersion "2.0" is unknown to this version',
    ],
    ['a list', '[]', 'd.json: invalid decisions, $: '],
    ['a record', '{"schemaVersion":"1.0"}', 'd.json: invalid decisions, $.decisionsVersion: '],
    ['a verdict', withOne({ ...repair, verdict: 'maybe' }), 'd.json: invalid decisions, $.decisions[1].verdict: '],
    ['an unknown key', withOne({ ...repair, note: 'x' }), '$.decisions[1]: Unrecognized key'],
    ['a hash', withOne({ ...repair, sha256: 'x' }), '$.decisions[1].sha256: '],
    ['backwards', withOne({ ...repair, start: 3 }), '$.decisions[1]: ends before it begins'],
    ['too long', withOne({ ...repair, before: '??' }), '$.decisions[1]: before is not as long as the place'],
    ['nothing to do', withOne({ ...repair, after: '?' }), '$.decisions[1]: before and after are the same'],
    ['one part', withOne({ about: 'release', verdict: 'merge', parts: [[sha256]] }), '$.decisions[1].parts: '],
  ])('%s', async (_, content, told) => {
    const folder = tempFolder({ 'd.json': content, 'a.txt': 'Ein Text.\n' })
    for (const argv of [['build', 'a.txt'], ['parse', 'a.txt'], ['group'], ['align']]) {
      const { code, out, err } = await runCli([...argv, '--decisions', 'd.json'], { cwd: folder })
      expect({ code, out }).toEqual({ code: 2, out: '' })
      expect(err).toContain(told)
    }
  })

  test('is not there, is standard input, or is written to', async () => {
    const folder = tempFolder({ 'a.txt': 'Ein Text.\n', 'd.json': textOf() })
    const told = async (...argv: string[]) => (await runCli(['build', 'a.txt', ...argv], { cwd: folder })).err
    expect(await told('--decisions', 'no.json')).toContain('cannot read no.json: no such file')
    expect(await told('--decisions', '-')).toContain('--decisions needs a file that was saved from a report')
    expect(await told('--decisions', 'd.json', '-o', 'd.json')).toContain('d.json is both read and written')
    expect(readFileSync(join(folder, 'd.json'), 'utf8')).toBe(textOf())
  })
})
