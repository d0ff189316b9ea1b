/** What translations disagree on: a table of planted slips, and the laws of findings. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { spelledNumbers } from '../src/check/spelled-numbers.js'
import { check } from '../src/index.js'
import { packOf } from '../src/languages/index.js'
import type { Finding, FindingCode, ReleaseRecord } from '../src/model.js'
import { changed, recordOf, type Texts, texts } from './check-texts.js'
import { cases } from './fixtures.js'

const said = (findings: readonly Finding[]) =>
  findings.map(({ code, minority, values }) => [
    code,
    minority.join(),
    ...new Set(Object.values(values).flatMap(statements => statements.map(s => s.text))),
  ])

test('texts that agree give nothing, however each writes its numbers', () => {
  expect(said(check(recordOf(texts)))).toEqual([])
})

describe('planted slips', () => {
  test.each<[what: string, id: string, from: string, to: string, code: FindingCode]>(
    [
      ['a digit', 'de', '120 Besch', '130 Besch', 'number-differs'],
      ['a lost digit', 'it', '450 tonn', '45 tonn', 'number-differs'],
      ['a decimal mark', 'da', '96,4', '964', 'number-differs'],
      ['the scale', 'en', '€1.2bn', '€1.2 million', 'number-differs'],
      ['a share', 'de', '3 Prozent', '13 Prozent', 'number-differs'],
      ['the number of a thing', 'de', 'Kran kann', 'Kran (#7102) kann', 'number-missing'],
      ['a number that is left out', 'en', ' can lift 450 tonnes', ' can lift much', 'number-missing'],
      ['the currency', 'it', '96,4 milioni di euro', '96,4 milioni di dollari', 'unit-differs'],
      ['the day', 'da', '12. juni', '13. juni', 'date-differs'],
      ['the month', 'it', '12 giugno', '12 luglio', 'date-differs'],
      ['the year', 'en', 'June 12, 2026', 'June 12, 2027', 'date-differs'],
      ['a year alone', 'de', 'erwartete 2025', 'erwartete 2024', 'date-differs'],
      ['another name', 'en', 'thanked Mette Dalgaard', 'thanked Lars Holmegaard', 'name-differs'],
      ['a slip in a name', 'it', 'direttrice Mette Dalgaard', 'direttrice Mette Dalgraad', 'name-differs'],
      ['a word of a kept name', 'it', 'Blue Harbour Works', 'Blue Port Works', 'name-differs'],
      ['an address', 'nl', '', '', 'address-differs'],
      ['the day of the dateline', 'de', 'ESBJERG, 4. Mai', 'ESBJERG, 5. Mai', 'dateline-differs'],
      ['the place of the dateline', 'da', 'ESBJERG, 4. maj', 'AARHUS, 4. maj', 'dateline-differs'],
      ['no dateline', 'da', 'ESBJERG, 4. maj 2026 - ', '', 'dateline-missing'],
    ].filter(([, id]) => id !== 'nl') as [string, string, string, string, FindingCode][],
  )('%s', (_, id, from, to, code) => {
    const found = check(recordOf(changed(id, from, to)))
    expect(found.map(finding => finding.code)).toContain(code)
    expect(found.every(({ minority }) => minority.join() === id)).toBe(true)
    expect(found.length).toBeLessThanOrEqual(2)
  })

  test('an address', () => {
    const found = check(recordOf(changed('en', 'hus/2026', 'hus/2025')))
    expect(found.map(({ code, minority }) => [code, minority])).toContainEqual(['address-differs', ['en']])
  })

  test('a paragraph that one lacks, and one that only one has', () => {
    const lacking = { ...texts, it: texts.it!.filter((_, i) => i !== 3) }
    expect(check(recordOf(lacking)).map(({ code, minority }) => [code, minority])).toEqual([['block-missing', ['it']]])
    const own = 'Bei der Feier spielte eine Kapelle aus dem Nachbarort, und es gab Kuchen und Kaffee für alle Gäste.'
    const more = { ...texts, de: [...texts.de!.slice(0, 4), own, ...texts.de!.slice(4)] }
    const [first, ...rest] = check(recordOf(more))
    expect(rest).toEqual([])
    expect(first).toMatchObject({ code: 'block-missing', unit: null, blocks: ['de:4'], minority: ['de'] })
    expect(first!.values.de![0]!.text).toBe(own)
  })

  test('a sentence', () => {
    const last = ' Mette Dalgaard and Lars Holmegaard answer questions after the meeting.'
    const [first] = check(recordOf(changed('en', last, '')))
    expect(first).toMatchObject({ code: 'sentence-missing', minority: ['en'], message: expect.stringMatching(/^en: /) })
  })

  test('another text in the place of one', () => {
    const record = recordOf(texts)
    const units = record.alignment.units.map(unit => {
      const { en, ...blocks } = unit.blocks
      return en?.[0] === 'en:3' ? { ...unit, blocks, missing: ['en'], segments: [] } : unit
    })
    const unaligned = [{ block: 'en:3', reason: 'no-counterpart' } as const]
    expect(check({ ...record, alignment: { units, unaligned } })).toMatchObject([
      { code: 'block-differs', minority: ['en'], blocks: ['da:3', 'de:3', 'en:3', 'it:3'] },
    ])
  })

  test('a block that nobody translated, and not a quotation that all leave as it is', () => {
    const left = { ...texts, it: texts.it!.map((text, i) => (i === 3 ? texts.en![3]! : text)) }
    expect(check(recordOf(left))).toMatchObject(
      [{ code: 'untranslated', minority: ['it'], message: /\(en\)/ }].map(({ message, ...rest }) => ({
        ...rest,
        message: expect.stringMatching(message),
      })),
    )
    const quotation = 'Audaces fortuna iuvat, et non sine labore per mare per terras.'
    const quoted = Object.fromEntries(
      Object.entries(texts).map(([id, own]) => [id, [...own.slice(0, 3), quotation, ...own.slice(3)]]),
    )
    expect(check(recordOf(quoted))).toEqual([])
  })

  test('of two documents neither is outvoted', () => {
    const two: Texts = { de: texts.de!, en: changed('en', '120', '210').en! }
    expect(said(check(recordOf(two)))).toEqual([['number-differs', '', '120', '210']])
  })

  test('a value has its place', () => {
    const record = recordOf(changed('it', '450', '540'))
    const [finding] = check(record)
    const statement = finding!.values.it![0]!
    const block = record.documents.flatMap(d => d.blocks).find(({ id }) => id === statement.block)!
    expect(block.text.slice(statement.start, statement.end)).toBe(statement.text)
    expect(statement).toMatchObject({ text: '540 tonnellate', value: '540 t' })
    expect(finding).toMatchObject({ record: record.id, severity: 'error', blocks: ['da:2', 'de:2', 'en:2', 'it:2'] })
  })
})

describe('names that stand nowhere else, in two languages', () => {
  /** Both texts with one paragraph more. */
  const withName = (en: string, de: string) =>
    recordOf({
      en: [...texts.en!, `The drawings of the new hall were made in two years by ${en} and two of his students.`],
      de: [...texts.de!, `Die Zeichnungen der neuen Halle wurden in zwei Jahren von ${de} und zwei Studenten gemacht.`],
    })

  test.each([
    ['another letter', 'Rowan Ashmore', 'Rowan Ashnore'],
    ['a letter of a name alone', 'Brandvik', 'Bramdvik'],
    ['two letters turned', 'Brandvik', 'Bradnvik'],
    ['a letter too many, beside a shared name', 'Rowan Ashmore', 'Rowan Ashmorde'],
    ['a name that both know, beside a shared name', 'Rowan Ashmore', 'Rowan Holmegaard'],
  ])('%s', (_, en, de) => {
    const found = check(withName(en, de))
    expect(found.map(({ code, minority }) => [code, minority])).toEqual([['name-differs', []]])
    expect(found[0]!.values).toMatchObject({
      de: [{ text: de.split(' ').at(-1) }],
      en: [{ text: en.split(' ').at(-1) }],
    })
    expect(said(check(withName(de, en)))).toHaveLength(1)
  })

  test.each([
    ['the same', 'Rowan Ashmore', 'Rowan Ashmore'],
    ['a letter of the same sound', 'Vladimir Ashmore', 'Wladimir Ashmore'],
    ['an ending', 'Rowan Ashmore', 'Rowan Ashmores'],
    ['a doubled letter', 'Rusland', 'Russland'],
    ['another vowel', 'Brandvik', 'Brendvik'],
    ['another ending', 'the Brandvik Theatre', 'dem Brandvik Theater'],
    ['words of the languages', 'a Paper of Brandvik', 'einem Papier Brandvik'],
    ['a title before a name', 'Rowan Ashmore', 'Zeichner Ashmore'],
    ['more of a name', 'Ashmore', 'Rowan Ashmore'],
    ['another that is not known from elsewhere', 'Rowan Ashmore', 'Rowan Brandvik'],
  ])('not %s', (_, en, de) => {
    expect(said(check(withName(en, de)))).toEqual([])
  })
})

describe('other ways to say the same', () => {
  test.each<[what: string, id: string, from: string, to: string]>([
    ['a number in words', 'de', '14 Monaten', 'vierzehn Monaten'],
    ['a number in words, put together', 'it', '450', 'quattrocentocinquanta'],
    ['another scale', 'en', '€1.2bn', '€1,200 million'],
    ['no scale', 'de', '96,4 Mio.', '96.400.000'],
    ['miles and tons', 'en', '450 tonnes', '450,000 kg'],
    ['a date without year', 'da', 'Den 12. juni 2026 holder', 'Den 12. juni holder'],
    ['an address in the language of the page', 'de', 'example/hus', 'example/de/hus'],
    ['a name with an ending', 'de', 'ganz Nordkyst Vind', 'Nordkyst Vinds Team'],
  ])('%s', (_, id, from, to) => {
    expect(said(check(recordOf(changed(id, from, to))))).toEqual([])
  })
})

test.each<[tag: string, text: string, expected: number[]]>([
  ['en', 'two hundred and fifty-one men', [251]],
  ['en', 'the twenty-first of three million', [21, 3e6]],
  ['de', 'einundzwanzig, dreihundertfünfzig, zweijährig', [21, 350, 2]],
  ['nl', 'tweeëntwintig van de vijftienhonderd', [22, 1500]],
  ['da', 'enogtyve af to millioner', [21, 2e6]],
  ['it', 'duecentottanta, seimiladuecento, trentacinquesimo, sedicenne', [280, 6200, 35, 16]],
  ['he', 'עשרים ואחת שנים, שלושה ימים', [21, 3]],
])('numbers in words: %s, %s', (tag, text, expected) => {
  expect([...spelledNumbers(text, packOf(tag)!)]).toEqual(expect.arrayContaining(expected))
})

describe('laws', () => {
  const records = cases.flatMap(
    ({ folder }) => JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as ReleaseRecord[],
  )

  test('findings lead to texts, on every fixture', () => {
    for (const record of records) {
      const blocks = new Map(record.documents.flatMap(d => d.blocks.map(b => [b.id, b.text] as const)))
      for (const { values, minority, unit, confidence, blocks: named, message } of check(record)) {
        for (const { block, start, end, text } of Object.values(values).flat())
          expect(blocks.get(block)?.slice(start, end)).toBe(text)
        expect(new Set(named)).toEqual(new Set(Object.values(values).flatMap(s => s.map(({ block }) => block))))
        expect(minority.every(id => id in values)).toBe(true)
        expect(unit === null || record.alignment.units.some(({ id }) => id === unit)).toBe(true)
        expect(confidence).toBeGreaterThan(0)
        expect(confidence).toBeLessThanOrEqual(1)
        expect(message).not.toContain('\n')
      }
    }
  })

  test('the order of documents does not matter', () => {
    for (const record of records) {
      const turned = { ...record, documents: record.documents.toReversed() }
      expect(JSON.stringify(check(turned))).toBe(JSON.stringify(check(record)))
    }
  })

  test('no text makes it fail', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom(
        '5,0 5.0 5/6',
        '1e309 ٣٤',
        'A@b.c https://',
        'Q1 2026-13-45',
        'Aaa Bbb Ccc',
        '²³ 0 -0',
        '(NYSE: A)',
      ),
    )
    const text = fc.array(piece, { maxLength: 6 })
    fc.assert(
      fc.property(text, text, text, (da, de, he) => void check(recordOf({ da, de, he }))),
      { numRuns: 25 },
    )
  })

  test('a value that stands in many places is quoted ten times', () => {
    const many = recordOf({ da: ['Her er 7 både.'], de: [`Hier sind ${'8 '.repeat(30)}Boote.`] })
    const [finding] = check(many)
    expect(finding?.values.de).toHaveLength(30)
    expect(finding?.message).toBe(`number differs: "7" (da), "${'8 '.repeat(10)}and 20 more" (de)`)
  })

  test('time grows with the size', () => {
    const long = (n: number): ReleaseRecord => {
      const body = Array.from(
        { length: n },
        (_, i) => `Wort${i} Xyz${i * 7} kostet ${i * 13} Euro am ${1 + (i % 28)}. Mai.`,
      ).join(' ')
      return recordOf({ da: [`Start her.`, body], de: [`Hier Anfang.`, body.replaceAll('Euro', 'Dollar')] })
    }
    const [small, large] = [long(200), long(1600)]
    const time = (record: ReleaseRecord) => {
      const start = performance.now()
      check(record)
      return performance.now() - start
    }
    time(small)
    expect(time(large)).toBeLessThan(40 * Math.max(time(small), 5))
  })
})
