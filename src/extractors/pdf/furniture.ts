/**
 * What a page carries beside its text: running heads and feet, page numbers. They are seen by what they are, the same at
 * the same place of several pages but for their digits, or said by the file itself (artifacts of a tagged PDF). Limits: on
 * one page alone only a page number is known; a head that stands on one page in three stays.
 */
import type { Row, Word } from './rows.js'

/** The rows of a page that run one way, `quarter` times 90 degrees turned, and how high the page is for them. */
export interface PageRows {
  readonly number: number
  readonly quarter: number
  readonly height: number
  readonly rows: readonly Row[]
}

/** Heads and feet keep to this part of a page, at its top and at its bottom. */
const MARGIN = 0.2
/** Places that differ by less, in points, are one: rounding, and figures of other widths. */
const SAME_PLACE = 4
/** It stands on two pages at least, and on this part of them: left and right pages differ. */
const PAGES = 2
const SHARE = 0.4
/** Pieces of a row are parted by a gap of so many sizes: a head has one at the left and one at the right. */
const PIECE_GAP = 2
/** If more of the text than this were artifacts, the file marks them wrongly. */
const ARTIFACTS = 0.5

const PAGE_NUMBER = /^[\s–—|/.-]*(?:\p{L}{1,8}\.?\s)?#(?:\s?(?:\p{L}{1,5}|\/|\|)\s?#)?[\s–—|/.-]*$/u
const ONLY_NUMBER = /^[\s–—|/.-]*\d{1,4}(?:\s?\/\s?\d{1,4})?[\s–—|/.-]*$/

/** The pages without their furniture. Linear in the pieces at the margins. */
export function withoutFurniture(pages: readonly PageRows[]): PageRows[] {
  const plain = withoutArtifacts(pages)
  const places = placesOf(plain)
  const needed = Math.max(PAGES, Math.ceil(new Set(pages.map(({ number }) => number)).size * SHARE))
  return plain.map(page => {
    const rows = page.rows.flatMap(row => {
      if (!isMarginal(row, page)) return [row]
      const kept = piecesOf(row).filter(
        piece => !isRepeated(piece, row, page, places, needed) && !isPageNumber(piece, page),
      )
      return kept.length === 0 ? [] : [{ ...row, words: kept.flat() }]
    })
    return { ...page, rows }
  })
}

function withoutArtifacts(pages: readonly PageRows[]): readonly PageRows[] {
  const words = pages.flatMap(({ rows }) => rows.flatMap(row => row.words))
  const marked = words.filter(({ isArtifact }) => isArtifact).length
  if (marked === 0 || marked > words.length * ARTIFACTS) return pages
  return pages.map(page => ({
    ...page,
    rows: page.rows.flatMap(row => {
      const kept = isMarginal(row, page) ? row.words.filter(({ isArtifact }) => !isArtifact) : row.words
      return kept.length === 0 ? [] : [{ ...row, words: kept }]
    }),
  }))
}

const isMarginal = ({ y }: Row, { height }: PageRows) => y < height * MARGIN || y > height * (1 - MARGIN)

function piecesOf({ words, size }: Row): Word[][] {
  const pieces: Word[][] = []
  for (const word of words) {
    const before = pieces.at(-1)?.at(-1)
    if (before && word.left - before.right < PIECE_GAP * size) pieces.at(-1)!.push(word)
    else pieces.push([word])
  }
  return pieces
}

const textOf = (words: readonly Word[]) => words.map(({ text }) => text).join(' ')
const folded = (words: readonly Word[]) => textOf(words).replace(/\d+/g, '#')
const slot = (at: number) => Math.round(at / SAME_PLACE)

/** On which pages a text stands at a height. */
type Places = ReadonlyMap<string, ReadonlySet<number>>

function placesOf(pages: readonly PageRows[]): Places {
  const places = new Map<string, Set<number>>()
  for (const page of pages) {
    for (const row of page.rows.filter(r => isMarginal(r, page))) {
      for (const piece of piecesOf(row)) {
        const key = keyOf(page, slot(row.y), folded(piece))
        places.set(key, (places.get(key) ?? new Set()).add(page.number))
      }
    }
  }
  return places
}

const keyOf = ({ quarter }: PageRows, at: number, text: string) => `${quarter} ${at} ${text}`

function isRepeated(piece: readonly Word[], { y }: Row, page: PageRows, places: Places, needed: number): boolean {
  const text = folded(piece)
  const on = [-1, 0, 1].flatMap(by => [...(places.get(keyOf(page, slot(y) + by, text)) ?? [])])
  const isOnlyFigures = text.replace(/[#\s\p{P}\p{S}]/gu, '') === '' && !PAGE_NUMBER.test(text)
  return new Set(on).size >= needed && !isOnlyFigures
}

/** The number of this very page and nothing else. */
function isPageNumber(piece: readonly Word[], { number }: PageRows): boolean {
  const text = textOf(piece)
  return ONLY_NUMBER.test(text) && Number(/\d+/.exec(text)![0]) === number
}
