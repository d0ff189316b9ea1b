/** `learn`: what counts as clean, what is counted, the model file and its checks, and a run that uses one. */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  applyRepairs,
  type Document,
  learn,
  originalText,
  parseCorpus,
  type ReleaseRecord,
  readDocument,
  readModel,
  repair,
  UserError,
  undoRepairs,
} from '../src/index.js'
import { packOf } from '../src/languages/index.js'
import { cleanTexts } from '../src/learn/clean.js'
import { boundedCounts, mostFrequent, newLearner, overWords } from '../src/learn/learn.js'
import { masked, modelLines, type Section } from '../src/learned/learned.js'
import { releaseRecordSchema } from '../src/record/schema.js'
import { danish, german } from './cli-texts.js'
import { inputs } from './fixtures.js'
import { lines, runCli } from './run-cli.js'
import { tempFolder } from './temp-folder.js'

const documentOf = (text: string | Uint8Array, language?: string): Document =>
  readDocument({ path: 'x.txt', bytes: Buffer.from(text) }, language === undefined ? {} : { language })

const sectionsOf = (...documents: readonly Document[]): Section[] => {
  const learner = newLearner(packOf)
  for (const document of documents) learner.add(document)
  return learner.sections()
}

/** The counts of a section as an object. */
function counts(
  sections: readonly Section[],
  section: 'words' | 'pairs' | 'capitals',
  language: string,
): Record<string, number> {
  const found = sections.find(s => s.section === section && s.language === language)
  const counted = found && 'counts' in found ? found.counts : []
  return Object.fromEntries(counted.flatMap(([count, entries]) => entries.split(',').map(entry => [entry, count])))
}

/** A model file with these sections. */
function fileOf(sections: readonly Section[]): string {
  const folder = tempFolder({
    'words.model': modelLines(sections)
      .map(line => `${JSON.stringify(line)}\n`)
      .join(''),
  })
  return join(folder, 'words.model')
}

describe('words of a text', () => {
  const read = (text: string, tag: string) => {
    const found: string[] = []
    overWords(text, packOf(tag)!, (word, before) => found.push(before === null ? word : `${before}+${word}`))
    return found.join(' ')
  }

  test.each([
    ['Das Haus. Die Tür', 'de', 'das das+haus die die+tür'],
    ["C’è più d'uno; più, però", 'it', 'c c+è è+più più+d d+uno più più+però'],
    ['siehe https://über.example/für/ und info@müller.example heute', 'de', 'siehe und heute'],
    ['im Jahr 2026 für 4G und COVID19 gut', 'de', 'im im+jahr für und gut'],
    ['die B?rger f\ufffdr alle', 'de', 'die alle'],
    ['Warum nicht für? Für wen', 'de', 'warum warum+nicht nicht+für für für+wen'],
    ['Škoda und Газпром', 'de', 'škoda škoda+und'],
    ['חברת Nordkyst הודיעה', 'he', 'חברת הודיעה'],
    ['u\u0308ber', 'de', 'über'],
    [`${'x'.repeat(41)} für ${'y'.repeat(300)}`, 'de', 'für'],
  ])('%s', (text, tag, expected) => expect(read(text, tag)).toBe(expected))

  test('in one token of any length', () => {
    expect(read('ab-'.repeat(300_000), 'de')).toBe('')
    expect(read('für '.repeat(3), 'de')).toBe('für für+für für+für')
  })
})

describe('counting', () => {
  test('in bounded memory: the frequent survive', () => {
    const bounded = boundedCounts(10)
    for (let i = 0; i < 200; i++) for (const thing of ['often', `rare${i}`]) bounded.add(thing)
    const kept = new Map(bounded.entries())
    expect(kept.get('often')).toBe(200)
    expect(kept.size).toBeLessThanOrEqual(10)
  })

  test('of one count all are kept or none', () => {
    const entries = [
      ['b', 2],
      ['a', 2],
      ['c', 9],
      ['d', 1],
      ['e', 1],
    ] as const
    expect(mostFrequent(entries, 10)).toEqual([
      [9, 'c'],
      [2, 'a,b'],
      [1, 'd,e'],
    ])
    expect(mostFrequent(entries, 4)).toEqual([
      [9, 'c'],
      [2, 'a,b'],
    ])
    expect(mostFrequent([], 4)).toEqual([])
  })

  test('a word seen once is kept where it can lose letters; pairs where one has a rival', () => {
    const sections = sectionsOf(
      documentOf('Der Mann hätte für die Hütte gezahlt, er hatte für alle Kälber Zeit.', 'de'),
    )
    expect(counts(sections, 'words', 'de')).toEqual({ für: 2, hätte: 1, hütte: 1, kälber: 1 })
    expect(counts(sections, 'pairs', 'de')).toMatchObject({ 'mann hätte': 1, 'die hütte': 1, 'hütte gezahlt': 1 })
    expect(counts(sections, 'pairs', 'de')).not.toHaveProperty('alle kälber')
    expect(sections).toContainEqual(expect.objectContaining({ section: 'words', language: 'de', total: 13 }))
  })

  test('a capital counts where no sentence begins, of a word that loses it with its letter', () => {
    const text = 'Über Österreich und die Ärztin. Übrigens: Über uns fahren wir nach Österreich, ÜBER ALLES.'
    expect(counts(sectionsOf(documentOf(text, 'de')), 'capitals', 'de')).toEqual({ österreich: 2, ärztin: 1 })
  })

  test('a text counts once: the same bytes, and the same block in another document', () => {
    const about = 'Über Nordkyst\n\nNordkyst ist ein Betreiber von Windrädern für die Küste.\n'
    const [first, second] = [`Erste Nachricht über Möwen.\n\n${about}`, `Zweite Nachricht über Störche.\n\n${about}`]
    const learner = newLearner(packOf)
    expect(learner.add(documentOf(first, 'de'))).toBeNull()
    expect(learner.add(documentOf(first, 'de'))).toBe('duplicate')
    expect(learner.add(documentOf(second, 'de'))).toBeNull()
    expect(learner.add(documentOf(`${about}\n`, 'de'))).toBe('duplicate')
    expect(counts(learner.sections(), 'words', 'de')).toMatchObject({ küste: 1, über: 3, nachricht: 2, störche: 1 })
    expect(learner.sections()[0]).toEqual({ section: 'corpus', documents: 2, languages: ['de'] })
  })

  test('the order of the documents does not matter', () => {
    const documents = inputs.map(({ name, bytes }) => readDocument({ path: name, bytes }))
    const expected = JSON.stringify(sectionsOf(...documents))
    const order = fc.shuffledSubarray([...documents.keys()], { minLength: documents.length })
    const law = fc.property(order, numbers => {
      expect(JSON.stringify(sectionsOf(...numbers.map(n => documents[n]!)))).toBe(expected)
    })
    fc.assert(law, { numRuns: 10 })
  })
})

describe('what is clean', () => {
  const lossy = { kind: 'lost-character', evidence: 'words', lossy: true, confidence: 0.9 } as const
  const twoBlocks = documentOf('Først åbner havnen i dag.\n\nSiden åbner værftet i byen.', 'da')
  const [first, second] = twoBlocks.blocks

  test.each<[string, Document, ReturnType<typeof cleanTexts>]>([
    ['all of it', twoBlocks, [first!.text, second!.text]],
    ['no language', documentOf('12 34 56'), 'unknown language'],
    ['no charset', { ...twoBlocks, charset: { name: 'windows-1252', evidence: 'fallback' } }, 'uncertain charset'],
    [
      'a scan',
      { ...twoBlocks, unrepaired: [{ start: 0, end: 1, text: 'F', kind: 'ocr', reason: 'no-candidate' }] },
      'scanned',
    ],
    [
      'a lossy repair in one block',
      {
        ...twoBlocks,
        repairs: [{ start: 0, end: 1, before: '?', after: 'F', ...lossy, at: { block: first!.id, start: 0, end: 1 } }],
      },
      [second!.text],
    ],
    [
      'damage left in the other',
      {
        ...twoBlocks,
        unrepaired: [{ ...second!.spans[0]!, text: second!.text, kind: 'lost-character', reason: 'low-confidence' }],
      },
      [first!.text],
    ],
    ['a block in another language', { ...twoBlocks, blocks: [first!, { ...second!, language: 'sv' }] }, [first!.text]],
    ['nothing but links', { ...twoBlocks, blocks: [{ ...first!, kind: 'link' }] }, 'damaged'],
  ])('%s', (_, document, expected) => expect(cleanTexts(document)).toEqual(expected))

  test('what was mended without loss', () => {
    const mojibake = documentOf(danish.replace('åbner', 'Ã¥bner'))
    expect(mojibake.repairs.some(r => r.kind === 'mojibake')).toBe(true)
    expect(cleanTexts(mojibake)).toEqual(cleanTexts(documentOf(danish)))
  })
})

describe('the model file', () => {
  const texts = { 'a/da.txt': danish, 'b/de.txt': german, 'b/copy.txt': german }

  test('comes back as it was counted', async () => {
    const folder = tempFolder(texts)
    writeFileSync(join(folder, 'words.model'), await learn([join(folder, 'a'), join(folder, 'b')]))
    const model = readModel(join(folder, 'words.model'))
    expect({ documents: model.documents, languages: model.languages }).toEqual({
      documents: 2,
      languages: ['da', 'de'],
    })
    const words = model.of('da')!
    expect(words.total).toBeGreaterThan(50)
    expect([words.count('åbnet'), words.count('nordkyst'), words.count('nothing')]).toEqual([1, 2, 0])
    expect([...words.spelled('v?rksted')]).toEqual([['værksted', 2]])
    expect([...words.spelled('nothing')]).toEqual([])
    expect(words.pair('havnen', 'i')).toBe(0)
    const sections = sectionsOf(documentOf(danish))
    expect(Object.fromEntries(words.words())).toEqual(counts(sections, 'words', 'da'))
    for (const [pair, count] of Object.entries(counts(sections, 'pairs', 'da'))) {
      const [a, b] = pair.split(' ') as [string, string]
      expect(words.pair(a, b)).toBe(count)
    }
    expect([words.capital('åbnet'), model.of('de')!.capital('nordkyst')]).toEqual([0, 0])
    expect(model.of('he')).toBeUndefined()
  })

  test('is the same for the same texts, whatever they are called, and names none of them', async () => {
    const one = tempFolder(texts)
    const other = tempFolder({ 'z.txt': danish, '1.txt': german })
    const model = await learn([one])
    expect(await learn([join(other, 'z.txt'), other])).toBe(model)
    expect(await learn([join(other, '1.txt'), join(one, 'a/da.txt')])).toBe(model)
    for (const trace of [one, 'da.txt']) expect(model).not.toContain(trace)
  })

  test('a section that is not known is left', () => {
    const lexicon = { section: 'lexicon', language: 'da', words: {} } as unknown as Section
    const path = fileOf([...sectionsOf(documentOf(danish)), lexicon])
    expect(readModel(path).of('da')!.count('nordkyst')).toBe(2)
  })

  const good = readFileSync(fileOf(sectionsOf(documentOf(danish))), 'utf8')
  const [header, ...rest] = good.split('\n')
  const changed = (from: string | RegExp, to: string) => [header!.replace(from, to), ...rest].join('\n')
  const bad: Record<string, [string, RegExp]> = {
    'one count changed': [
      good.replace('[2,"', '[3,"'),
      /is damaged: its content does not match its sha256; learn it again/,
    ],
    'cut short': [good.slice(0, -20), /is damaged/],
    'another version': [changed('"version":1', '"version":2'), /has version 2, this program reads version 1/],
    'no version': [changed('"version":1,', ''), /is not a model; give a file written by parawire learn/],
    'another format': [changed('parawire-model', 'word-list'), /is not a model/],
    'another hash': [changed(/"sha256":"./, '"sha256":"x'), /is damaged/],
    'no hash': [changed(/,"sha256":"[^"]*"/, ''), /is damaged/],
    'a text': [danish, /is not a model/],
    'JSON, but no object': ['null\n', /is not a model/],
    'one endless line': ['{"format":"parawire-model"'.padEnd(100_000), /is not a model/],
    empty: ['', /is not a model/],
    'nothing but a header': [
      modelLines([])
        .map(l => `${JSON.stringify(l)}\n`)
        .join(''),
      /is not a model/,
    ],
  }
  test.each(Object.entries(bad))('%s is refused', async (_, [content, message]) => {
    const cwd = tempFolder({ 'bad.model': content, 'da.txt': danish })
    expect(() => readModel(join(cwd, 'bad.model'))).toThrow(UserError)
    for (const command of [['build'], ['parse'], ['repair']]) {
      const { code, out, err } = await runCli([...command, 'da.txt', '--model', 'bad.model'], { cwd })
      expect({ code, out }).toEqual({ code: 2, out: '' })
      expect(err).toMatch(message)
      expect(err).toMatch(/^parawire: [^\n]*bad\.model[^\n]*\n$/)
    }
  })

  test('sections that somebody else wrote are no model when they are read', () => {
    const corpus: Section = { section: 'corpus', documents: 1, languages: ['da'] }
    const strange = { section: 'words', language: 'da', total: 1, counts: [[1, 2]] } as unknown as Section
    const model = readModel(fileOf([corpus, strange]))
    expect(() => model.of('da')).toThrow(/is not a model/)
  })

  test('a name that leads nowhere', () => {
    const folder = tempFolder({ 'a.txt': '' })
    expect(() => readModel(join(folder, 'none'))).toThrow(
      /^cannot read the model .*none: no such file or folder; check the name/,
    )
    expect(() => readModel(folder)).toThrow(/^cannot read the model .*: it is a folder; name a file/)
  })

  test('masks hide what is beyond ASCII', () => expect(masked('æøå-ß€x😀')).toBe('???-??x??'))
})

describe('parawire learn', () => {
  test('writes a model and says what it learned', async () => {
    const cwd = tempFolder({ 'in/da.txt': danish, 'in/de.txt': german, 'in/copy.txt': german, 'in/short.txt': '12' })
    const { code, out, err } = await runCli(['learn', 'in', '-o', 'words.model'], { cwd })
    expect({ code, out }).toEqual({ code: 0, out: '' })
    expect(err).toMatch(/^3 documents\n/)
    expect(err).toMatch(/ {2}learned from {3}2 documents\n {2}not learned {4}duplicate 1, unknown language 1\n/)
    expect(err).toMatch(/ {2}model +[0-9a-f]{64}\n {2}da +\d+ words of \d+ read\n {2}de +\d+ words of \d+ read\n/)
    expect(err).toMatch(/ words of \d+ read\n {2}da-de +\d+ translations?\n$/)
    expect(readFileSync(join(cwd, 'words.model'), 'utf8')).toBe(await learn([join(cwd, 'in')]))
    expect(await runCli(['learn', 'in', '-q'], { cwd })).toEqual({
      code: 0,
      out: readFileSync(join(cwd, 'words.model'), 'utf8'),
      err: '',
    })
  })

  test('what cannot be used is told, and the exit code says so', async () => {
    const cwd = tempFolder({ 'da.txt': danish, 'note.pdf': '%PDF-1.4' })
    const { code, err } = await runCli(['learn', '.', '-o', 'words.model', '--rejects', 'rejects'], { cwd })
    expect(code).toBe(1)
    expect(err).toContain('note.pdf')
    expect(lines(readFileSync(join(cwd, 'rejects'), 'utf8'))).toMatchObject([{ path: 'note.pdf' }])
  })

  test.each([
    ['nothing to learn', ['short.txt', '-o', 'new'], /nothing was learned \(unknown language 1\); name clean texts/],
    ['standard input', ['-', '-o', 'new'], /learn reads files, not standard input/],
    ['no input', ['-o', 'new'], /no input/],
    ['input and output', ['da.txt', '-o', 'da.txt'], /da\.txt is both read and written/],
    ['a language without a pack', ['da.txt', '--language', 'xx'], /language "xx" is not supported/],
  ])('%s: exit code 2, no file', async (_, args, message) => {
    const cwd = tempFolder({ 'short.txt': '12', 'da.txt': danish })
    const { code, out, err } = await runCli(['learn', ...args], { cwd })
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(message)
    expect(() => readFileSync(join(cwd, 'new'))).toThrow()
    expect(readFileSync(join(cwd, 'da.txt'), 'utf8')).toBe(danish)
  })

  test('a model is not written over by the run that reads it', async () => {
    const cwd = tempFolder({ 'da.txt': danish })
    await runCli(['learn', 'da.txt', '-o', 'words.model'], { cwd })
    const { code, err } = await runCli(['build', 'da.txt', '--model', 'words.model', '-o', './words.model'], { cwd })
    expect({ code, err }).toEqual({
      code: 2,
      err: 'parawire: words.model is both the model and written; name another file to write\n',
    })
  })
})

describe('a run with a model', () => {
  const damaged = danish.replace(/[^\0-\x7f]/g, '?')
  const path = fileOf(sectionsOf(...inputs.map(({ name, bytes }) => readDocument({ path: name, bytes }))))
  const model = readModel(path)

  test('the record names it, and only then', async () => {
    const cwd = tempFolder({ 'da.txt': danish, 'de.txt': german })
    mkdirSync(join(cwd, 'empty'))
    const all: ReleaseRecord[] = []
    for await (const record of parseCorpus([cwd], { model })) all.push(record)
    for (const args of [['da.txt', 'de.txt'], ['-']]) {
      const { code, out } = await runCli([...args, '--model', path], { cwd, stdin: danish })
      expect(code).toBe(0)
      all.push(...lines<ReleaseRecord>(out))
      expect(await runCli(['validate'], { stdin: out })).toMatchObject({ code: 0 })
    }
    for (const record of all) {
      expect(releaseRecordSchema.parse(record).generator.model).toBe(model.sha256)
      expect(model.sha256).toMatch(/^[0-9a-f]{64}$/)
    }
    const { out } = await runCli(['da.txt'], { cwd })
    expect(lines<ReleaseRecord>(out)[0]!.generator).not.toHaveProperty('model')
  })

  test('replay, undo, and a second repair that finds nothing', () => {
    const lost = inputs.map(i => Buffer.from(i.bytes.toString('utf8').replace(/[^\0-\x7f]/g, '?')))
    for (const bytes of [...inputs.map(i => i.bytes), ...lost, Buffer.from(damaged)]) {
      const document = readDocument({ path: 'x', bytes }, { model })
      const decoded = originalText(document)
      expect(applyRepairs(decoded, document.repairs)).toBe(document.blocks.map(b => b.text).join('\n\n'))
      const { tag } = document.language
      const options = { model, ...(tag !== 'und' && { language: tag }) }
      const repaired = repair(decoded, options)
      expect(undoRepairs(repaired.text, repaired.repairs)).toBe(decoded)
      expect(repair(repaired.text, options).repairs).toEqual([])
    }
  })

  test('clean text stays as it is', () => {
    for (const text of [danish, german]) expect(repair(text, { model })).toEqual({ text, repairs: [], unrepaired: [] })
  })

  const taught = (text: string) => readModel(fileOf(sectionsOf(documentOf(text))))

  test('a word that only the model knows is read in a scan', () => {
    const scanned =
      'La cittA  di Milano A" felice perchA© la societA  florbatta darA  lavoro a cento persone. PerchA© la??azienda ' +
      'A" piAt grande, la cittA  A" piAt forte.'
    const model = taught('La Fiorbatta è una società di Milano. Il gruppo ha comprato la Fiorbatta, che produce molto.')
    expect(repair(scanned).text).toContain('la società florbatta darà')
    expect(repair(scanned, { model }).text).toContain('la società fiorbatta darà')
  })

  // The passes over lost characters do not yet give the model weight enough: to be a plain test when they do.
  test.fails('a word that only the model knows is read where its letters were lost', () => {
    const lost =
      'Det er Kåsbøl, der også har købt en fabrik på øen, og derfor får mange nu arbejde året rundt på Kåsbøl.'
    const model = taught('Selskabet Kåsbøl har åbnet et nyt værksted på havnen. Kåsbøl siger, at det også er åbent.')
    expect(repair(lost.replace(/[^\0-\x7f]/g, '?')).text).not.toContain('Kåsbøl')
    expect(repair(lost.replace(/[^\0-\x7f]/g, '?'), { model }).text).toBe(lost)
  })
})
