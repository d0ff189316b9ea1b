/** The pages of a report: all that a record holds is there once, in its place, and no text of it is more than text. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { check } from '../src/index.js'
import type { Finding, ReleaseRecord } from '../src/model.js'
import { INDEX_SCRIPT, RELEASE_SCRIPT } from '../src/report/frame.js'
import { idOf, visible } from '../src/report/html.js'
import { PAGE_SIZE } from '../src/report/index-page.js'
import { rowsOf } from '../src/report/release-data.js'
import { newReport, type Page } from '../src/report/report.js'
import { STYLE } from '../src/report/style.js'
import { changed, recordOf, texts } from './check-texts.js'
import { cases } from './fixtures.js'
import { allIn, classOf, type Element, readHtml, textOf } from './read-html.js'

const records = cases.flatMap(({ name, folder }) => {
  const read = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as ReleaseRecord | ReleaseRecord[]
  return [read].flat().map(record => ({ name, record }))
})

/** All pages of a report, in the order in which they are written. */
function pagesOf(releases: readonly ReleaseRecord[], findings: readonly Finding[] = []): Page[] {
  const report = newReport()
  return [...releases.flatMap(record => report.add(record, findings)), ...report.finish()]
}

const pageOf = (record: ReleaseRecord, findings: readonly Finding[]) => readHtml(pagesOf([record], findings)[0]![1])

/** The text of a block as its page shows it, without what the marks say. */
const shownText = (block: Element) => textOf(block, e => classOf(e).includes('tip'))

const isId = (id: string) => (element: Element) => element.attributes.get('id') === id

describe.each(records)('$name', ({ record }) => {
  const findings = check(record)
  const page = pageOf(record, findings)
  const elements = [...allIn(page)]

  test('every block is there once, with all its text', () => {
    const shown = elements.filter(e => classOf(e).includes('block'))
    const blocks = record.documents.flatMap(d => d.blocks)
    expect(shown.map(e => e.attributes.get('id')).sort()).toEqual(blocks.map(({ id }) => idOf('block', id)).sort())
    for (const { id, text } of blocks) expect(shownText(elements.find(isId(idOf('block', id)))!)).toBe(visible(text))
  })

  test('every unit is a row, with its blocks in their columns', () => {
    const rows = elements.filter(e => e.name === 'tr' && e.attributes.has('data-row'))
    expect(rows.map(e => e.attributes.get('data-row'))).toEqual(rows.map((_, i) => String(i)))
    for (const { id, blocks } of record.alignment.units) {
      const cells = rows.find(isId(idOf('unit', id)))!.children.filter(c => typeof c !== 'string')
      const ids = cells
        .slice(1)
        .map(c => [...allIn(c)].flatMap(e => (classOf(e).includes('block') ? e.attributes.get('id')! : [])))
      expect(ids).toEqual(record.documents.map(d => (blocks[d.id] ?? []).map(b => idOf('block', b))))
    }
    expect(rows.length).toBe(record.alignment.units.length + record.alignment.unaligned.length)
  })

  test('ids are unique, and every link within the page leads somewhere', () => {
    const ids = elements.flatMap(e => e.attributes.get('id') ?? [])
    expect(new Set(ids).size).toBe(ids.length)
    for (const e of elements) {
      const href = e.attributes.get('href')
      if (href?.startsWith('#')) expect(ids).toContain(href.slice(1))
      for (const name of ['aria-describedby', 'aria-labelledby'])
        if (e.attributes.has(name)) expect(ids).toContain(e.attributes.get(name))
    }
  })

  test('every cell names its language and direction', () => {
    for (const cell of elements.filter(e => e.name === 'td' || e.name === 'th')) {
      expect(cell.attributes.get('lang')).toBeTruthy()
      expect(cell.attributes.get('dir')).toMatch(/^(?:ltr|rtl)$/)
    }
  })

  test('every repair but breaks between blocks can be reached, and every finding', () => {
    const reached = elements.flatMap(e => e.attributes.get('data-repair') ?? [])
    const wanted = record.documents.flatMap((d, i) =>
      d.repairs.flatMap((r, n) => (r.at || r.kind !== 'break' ? `${i}-${n}` : [])),
    )
    expect(reached.sort()).toEqual(wanted.sort())
    for (const [i] of findings.entries()) expect(elements.some(isId(`finding-${i + 1}`))).toBe(true)
  })

  test('headings go down step by step, landmarks are there once', () => {
    const levels = elements.flatMap(e => (/^h\d$/.test(e.name) ? Number(e.name[1]) : []))
    expect(levels[0]).toBe(1)
    for (const [i, level] of levels.entries()) expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1)
    for (const name of ['main', 'h1', 'header']) expect(elements.filter(e => e.name === name).length).toBe(1)
  })
})

describe('nothing but text', () => {
  const names = new Set(
    'html head meta title style body a header nav span button h1 h2 h3 main section dl dt dd p label input div table thead tbody tr th td small ins del bdi b code ul ol li article figure figcaption svg rect details summary script footer select option search form'.split(
      ' ',
    ),
  )
  const { da, it } = changed('it', '450 tonn', '540 tonn')
  const base = recordOf({ da: da!.slice(0, 4), it: it!.slice(0, 4) })
  const attack = fc.oneof(
    fc.constantFrom(
      '<script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      '</script><script>',
      '\u202e',
      '\ud800',
    ),
    fc.string({ unit: 'binary' }),
  )

  /** The record with a text wherever a text of a file can come to stand. */
  function withText({ documents, ...rest }: ReleaseRecord, text: string): ReleaseRecord {
    return {
      ...rest,
      issuer: text,
      wire: text,
      warnings: [{ code: 'DATES_DISAGREE', message: text }],
      nearest: { path: text, sha256: documents[0]!.sha256, score: 0.2, reason: 'other-figures' },
      documents: documents.map(d => ({
        ...d,
        path: text,
        title: text,
        header: { date: text, source: text, block: d.blocks[0]!.id },
        dateline: { place: text, placeKey: null, region: text, date: text, wire: text, text: null, block: null },
        warnings: [{ code: 'LONE_SURROGATE', message: text }],
        unrepaired: [{ start: 0, end: 1, text, kind: 'ocr', reason: 'vetoed' }],
        blocks: d.blocks.map(block => ({ ...block, text: block.text + text })),
        repairs: [
          ...['ocr' as const, 'unwrap' as const].map((kind, i) => ({
            ...{ start: i, end: i + 1, before: text, after: text, kind, evidence: 'words' as const },
            ...{ lossy: true, confidence: 0.5, at: { block: d.blocks[1]!.id, start: i, end: i + 1 } },
          })),
          ...d.repairs,
        ],
      })),
    }
  }

  test('whatever a text holds', () => {
    fc.assert(
      fc.property(attack, text => {
        const record = withText(base, text)
        const findings = check(base).map(f => ({ ...f, message: text }))
        const pages = pagesOf([record, { ...record, id: '0'.repeat(32) }], findings)
        for (const [path, source] of pages) {
          const elements = [...allIn(readHtml(source))]
          expect(source).not.toMatch(/[\u202a-\u202e\u2066-\u2069]|\p{Cs}/u)
          expect(elements.map(e => e.name).filter(name => !names.has(name))).toEqual([])
          const attributes = elements.flatMap(e => [...e.attributes])
          expect(attributes.filter(([name]) => /^(?:on.*|style|src|action|srcdoc|formaction)$/.test(name))).toEqual([])
          for (const [name, value] of attributes)
            if (name === 'href') expect(value).toMatch(/^(?:#[\w-]+|\.\.\/index\.html|(?:releases\/)?\w+\.html)$/)
          const scripts = elements.filter(e => e.name === 'script')
          expect(scripts.map(e => e.attributes.get('type'))).toEqual(['application/json', undefined])
          expect(textOf(scripts[1]!)).toBe(path === 'index.html' ? INDEX_SCRIPT : RELEASE_SCRIPT)
        }
        const elements = [...allIn(readHtml(pages[0]![1]))]
        for (const { id, text } of record.documents.flatMap(d => d.blocks))
          expect(shownText(elements.find(isId(idOf('block', id)))!)).toBe(visible(text))
      }),
      { numRuns: 25 },
    )
  })

  test('the policy lets nothing in but the style and the script of the page', () => {
    for (const [path, source] of pagesOf([base])) {
      const elements = [...allIn(readHtml(source))]
      const policy = elements.find(e => e.attributes.get('http-equiv') === 'Content-Security-Policy')!
      const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
      const script = path === 'index.html' ? INDEX_SCRIPT : RELEASE_SCRIPT
      expect(policy.attributes.get('content')).toBe(
        `default-src 'none'; style-src ${hash(STYLE)}; script-src ${hash(script)}; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'`,
      )
      expect(textOf(elements.find(e => e.name === 'style')!)).toBe(STYLE)
    }
  })

  test.each([INDEX_SCRIPT, RELEASE_SCRIPT])('a script stands alone, and makes no markup', script => {
    expect(() => new Function(script)).not.toThrow()
    expect(script).not.toMatch(/<\/|<!--|innerHTML|insertAdjacent|document\.write|\beval\b|\bimport\b|\brequire\b|__/)
  })
})

test('the index has every release, on pages of a size', () => {
  const count = 2 * PAGE_SIZE + 1
  const base = recordOf(texts)
  const releases = Array.from({ length: count }, (_, i) => ({ ...base, id: i.toString(16).padStart(32, '0') }))
  const pages = pagesOf(releases).slice(count)
  expect(pages.map(([path]) => path)).toEqual(['index-3.html', 'index-2.html', 'index.html'])
  const links = pages.flatMap(([, source]) =>
    [...allIn(readHtml(source))]
      .flatMap(e => e.attributes.get('href') ?? [])
      .filter(href => href.startsWith('releases/')),
  )
  expect(new Set(links).size).toBe(count)
  expect(links.length).toBe(count)
})

test('each release leads to those before and behind it', () => {
  const base = recordOf(texts)
  const pages = pagesOf(['a', 'b', 'c'].map(id => ({ ...base, id })))
  const ways = pages.slice(0, 3).map(([path, source]) => {
    const links = [...allIn(readHtml(source))].filter(e => e.attributes.has('rel'))
    return [path, ...links.map(e => `${e.attributes.get('rel')} ${e.attributes.get('href')}`)]
  })
  expect(ways).toEqual([
    ['releases/a.html', 'next b.html'],
    ['releases/b.html', 'prev a.html', 'next c.html'],
    ['releases/c.html', 'prev b.html'],
  ])
})

test('blocks in no unit stand behind the block before them', () => {
  const record = records.find(({ name }) => name.endsWith('five-languages-damaged'))!.record
  const places = new Map(
    rowsOf(record).flatMap((row, i) =>
      'alone' in row
        ? [[row.alone.block, i] as const]
        : Object.values(row.unit.blocks).flatMap(ids => ids.map(id => [id, i] as const)),
    ),
  )
  expect(record.alignment.unaligned.length).toBeGreaterThan(0)
  for (const { block } of record.alignment.unaligned) {
    const document = record.documents.find(d => d.blocks.some(b => b.id === block))!
    const before = document.blocks[document.blocks.findIndex(b => b.id === block) - 1]
    if (before) expect(places.get(block)).toBeGreaterThan(places.get(before.id)!)
    else expect(places.get(block)).toBe(0)
  }
})
