/** Display width, cutting, padding and wrapping, for all that a terminal may be asked to show. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aligned, clustersOf, cut, cutMiddle, padded, widthOf, wrapped } from '../src/cli/terminal.js'

/** What drives a terminal or turns text. */
const DRIVES = /[\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/

describe('width', () => {
  test.each([
    ['', 0],
    ['Grüße', 5],
    ['Gru\u0308\u00dfe', 5], // a letter and its dots
    ['שָׁלוֹם', 4], // letters and points
    ['לְיִשְׂרָאֵל', 6],
    ['東京', 4],
    ['ＡＢ', 4],
    ['ｱｲ', 2],
    ['한국', 4],
    ['\u1112\u1161\u11ab', 2], // the same syllable in three letters
    ['👍', 2],
    ['👍🏽', 2],
    ['👩‍👩‍👧', 2],
    ['🇩🇰', 2],
    ['❤️', 2],
    ['❤', 1],
    ['1️⃣', 2],
    ['𝒜', 1],
    ['soft\u00adhyphen', 10],
    ['a\u200bb', 2],
    ['\x1b[31m', 8], // as it is shown: \x1B[31m
    ['\u202e', 6],
    ['\ud800', 1],
  ])('%j: %d', (text, columns) => {
    expect(widthOf(text)).toBe(columns)
  })

  test('law: nothing that is shown drives a terminal; every character is in one cluster', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const clusters = clustersOf(text)
        expect(clusters.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text)
        expect(clusters.filter(({ shown }) => shown !== '\n' && DRIVES.test(shown))).toEqual([])
      }),
    )
  })
})

describe('cut and padded', () => {
  test.each([
    ['東京都庁', 5, '東京…'],
    ['東京都庁', 8, '東京都庁'],
    ['Elbwerk AG', 8, 'Elbwerk…'],
    ['two\nlines  here', 14, 'two lines here'],
    ['שָׁלוֹם עולם', 5, 'שָׁלוֹם…'],
  ])('%j in %d columns', (text, width, expected) => {
    expect(cut(text, width)).toBe(expected)
  })

  test('a path keeps its end', () => {
    expect(cutMiddle('releases/2026/acme-q3.de.txt', 20)).toBe('rele…/acme-q3.de.txt')
    expect(cutMiddle('a/b.txt', 20)).toBe('a/b.txt')
  })

  test('blanks behind, and before', () => {
    expect([padded('東京', 6), aligned('שָׁלוֹם', 6), padded('longer', 3)]).toEqual(['東京  ', '  שָׁלוֹם', 'longer'])
  })

  test('law: never wider than asked for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 4, max: 60 }), (text, width) => {
        expect(widthOf(cut(text, width))).toBeLessThanOrEqual(width)
        expect(widthOf(cutMiddle(text, width))).toBeLessThanOrEqual(width)
      }),
    )
  })
})

describe('wrapped', () => {
  const linesOf = (text: string, width: number) =>
    wrapped(text, width).map(line => line.map(({ shown }) => shown).join(''))

  test.each<[text: string, width: number, lines: string[]]>([
    ['', 10, ['']],
    ['Die Anlage steht.', 10, ['Die Anlage', 'steht.']],
    ['Die  Anlage   steht.', 12, ['Die  Anlage', 'steht.']],
    ['one\ntwo', 10, ['one', 'two']],
    ['Windkraftanlagen', 6, ['Windkr', 'aftanl', 'agen']],
    ['ein Windkraftanlagenpark', 10, ['ein', 'Windkrafta', 'nlagenpark']],
    ['das Siemens-Werk heute', 14, ['das Siemens-', 'Werk heute']],
    ['um -5 Prozent', 5, ['um -5', 'Proze', 'nt']],
    ['東京都庁は今日', 7, ['東京都', '庁は今', '日']],
    ['新しい。はい', 6, ['新し', 'い。は', 'い']],
    ['שָׁלוֹם לְכֻלָּם', 5, ['שָׁלוֹם', 'לְכֻלָּם']],
    ['a 👩‍👩‍👧 b', 3, ['a', '👩‍👩‍👧', 'b']],
  ])('%j in %d columns', (text, width, lines) => {
    expect(linesOf(text, width)).toEqual(lines)
  })

  test('law: no line is too wide, and nothing but blanks and line ends is lost', () => {
    const text = fc.string({
      unit: fc.oneof(fc.constantFrom(' ', ' ', '-', 'a', 'ש', '東'), fc.string({ unit: 'binary', maxLength: 1 })),
    })
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 30 }), (text, width) => {
        const lines = wrapped(text, width)
        for (const line of lines) {
          const columns = line.reduce((sum, own) => sum + own.width, 0)
          expect(columns <= width || line.length === 1).toBe(true) // an escape may be wider than a line
        }
        const kept = lines.flat().map(({ start, end }) => text.slice(start, end))
        const bare = (all: string) => all.replace(/[ \t\r\n\u3000]/g, '')
        expect(bare(kept.join(''))).toBe(bare(text))
      }),
    )
  })

  test('a long text is wrapped in time that grows with its length', () => {
    const time = (length: number) => {
      const text = 'Wörter in שורה 東京 '.repeat(length)
      const times = [1, 2, 3].map(() => {
        const begin = performance.now()
        wrapped(text, 40)
        return performance.now() - begin
      })
      return Math.min(...times)
    }
    time(1_000)
    expect(time(8_000) / time(1_000)).toBeLessThan(40)
  })
})
