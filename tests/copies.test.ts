/** Copies and versions in alignment: they follow their text, and change nothing for the others. */
import { describe, expect, test } from 'vitest'
import { type AlignableText, align } from '../src/align/align.js'
import { withoutCopies } from '../src/align/copies.js'
import { packOf } from '../src/languages/index.js'
import type { AlignedUnit } from '../src/model.js'
import { sentencesOf } from '../src/tokens/sentences.js'
import { danish, german } from './cli-texts.js'

const text = (id: string, content: string, versionOf?: string): AlignableText => ({
  id,
  pack: packOf(id.slice(0, 2))!,
  ...(versionOf !== undefined && { versionOf }),
  paragraphs: content
    .trim()
    .split('\n\n')
    .map(paragraph => ({ text: paragraph })),
})

const plain = align([text('da', danish), text('de', german)]).units

/** The units as they would be without a text. */
const without = (id: string, units: readonly AlignedUnit[]) => {
  const rest = <T>(of: Readonly<Record<string, T>>) => Object.fromEntries(Object.entries(of).filter(([k]) => k !== id))
  return units
    .map(unit => ({ ...unit, paragraphs: rest(unit.paragraphs), segments: unit.segments.map(rest) }))
    .filter(unit => Object.keys(unit.paragraphs).length > 1)
}

describe('a copy', () => {
  const { units, beads } = align([text('da', danish), text('de', german), text('de-2', german)])

  test('changes nothing for the others, and stands where its text stands', () => {
    expect(without('de-2', units)).toEqual(plain)
    for (const { paragraphs, segments } of units) {
      expect(paragraphs['de-2']).toEqual(paragraphs.de)
      for (const segment of segments) expect(segment['de-2']).toEqual(segment.de)
    }
    expect(beads('de', 'de-2')).toEqual(text('de', german).paragraphs.map((_, k) => [[k], [k]]))
  })

  test('of a text without translations is aligned with it', () => {
    const alone = align([text('de', german), text('de-2', german)])
    expect(alone.units.map(({ paragraphs }) => paragraphs)).toEqual(
      text('de', german).paragraphs.map((_, k) => ({ de: [k], 'de-2': [k] })),
    )
  })

  test('with other kinds of blocks, or in another language, is no copy', () => {
    const kinds = {
      ...text('de-2', german),
      paragraphs: text('de', german).paragraphs.map(p => ({ ...p, kind: 'table' as const })),
    }
    expect(align([text('de', german), kinds]).units.length).toBeGreaterThan(0)
    const other = { ...text('nl', german), pack: packOf('nl')! }
    expect(align([text('de', german), other]).units.length).toBeGreaterThan(0)
  })
})

describe('versions beyond the first few', () => {
  const versions = Array.from({ length: 6 }, (_, k) =>
    text(
      `de-${k + 2}`,
      german.replace('120', String(120 + k)).replace('warten sollen.', `warten sollen. Stand ${k}.`),
      'de',
    ),
  )
  const { units, beads } = align([text('da', danish), text('de', german), ...versions])

  test('stand beside the paragraph that they have a version of, where both have as many sentences', () => {
    const changed = german.split('\n\n').findIndex(paragraph => paragraph.includes('120'))
    for (const { id } of versions.slice(2))
      expect(beads('de', id).filter(([own, other]) => own.length > 0 && other.length > 0)).toEqual(
        text('de', german).paragraphs.flatMap((_, k) => (k === changed ? [] : [[[k], [k]]])),
      )
    const [same] = align([
      text('de', german),
      ...versions.slice(0, 2),
      text('de-9', german.replace('120', '999'), 'de'),
    ]).units.filter(({ paragraphs }) => paragraphs.de?.includes(changed))
    expect(same!.paragraphs['de-9']).toEqual([changed])
  })

  test('what only a late version says stays alone', () => {
    const paragraphs = german.trim().split('\n\n')
    const longer = [...paragraphs.slice(0, 3), 'Der Umzug nach Ribe beginnt im Juni.', ...paragraphs.slice(3)].join(
      '\n\n',
    )
    const changed = longer.replace('85 Millionen', '86 Millionen')
    const all = align([text('de', german), ...versions.slice(0, 2), text('de-9', changed, 'de')])
    expect(all.units.some(({ paragraphs }) => paragraphs['de-9']?.includes(3))).toBe(false)
    expect(all.beads('de', 'de-9')).toContainEqual([[3], []])
  })

  test('the first ones are those with the smallest numbers', () => {
    const many = Array.from({ length: 12 }, (_, k) => text(`de-${k + 2}`, `${german}\n\nStand ${k}.`, 'de'))
    const { originals } = withoutCopies([...many, text('de', german), text('da', danish)])
    expect(originals.map(({ id }) => id)).toEqual(['de-2', 'de-3', 'de', 'da'])
    const late = withoutCopies([
      text('de', german),
      text('de-3', `${german}\n\nx`),
      ...many.slice(2).map(t => ({ ...t, versionOf: 'de-3' })),
    ])
    expect(late.originals.length).toBe(4)
  })

  test('have parts inside their paragraphs, which do not overlap', () => {
    for (const { id, paragraphs } of versions) {
      const parts = units.flatMap(({ segments }) => segments.flatMap(segment => segment[id] ?? []))
      for (const [row, { text: whole }] of paragraphs.entries()) {
        let end = 0
        for (const part of parts.filter(({ paragraph }) => paragraph === row)) {
          expect(part.start).toBeGreaterThanOrEqual(end)
          expect(part.end).toBeLessThanOrEqual(whole.length)
          end = part.end
        }
        expect(sentencesOf(whole, packOf('de')!).length).toBeGreaterThan(0)
      }
    }
  })

  test('the time of copies grows as their number', () => {
    const time = (count: number) => {
      const texts = [text('da', danish), ...Array.from({ length: count }, (_, k) => text(`de-${k + 2}`, german))]
      const start = process.cpuUsage().user
      align([text('de', german), ...texts])
      return process.cpuUsage(undefined).user - start
    }
    time(50)
    expect(time(400) / Math.max(time(100), 1000)).toBeLessThan(16)
  })
})
