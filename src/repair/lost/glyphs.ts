/**
 * Which mark stands for a lost quotation mark: double or single, as the other mark of the same quotation, where that one
 * is left. Marks are paired within their paragraph; a quotation that is not closed there goes on if the next paragraph
 * begins with a mark too. A single mark may be an apostrophe (`dogs'`, geresh): what it closed, a double mark behind it
 * closes after all if it finds nothing else to close. Where no other mark tells, the document does, then the language.
 */
import type { LanguagePack } from '../../languages/pack.js'
import { lettersAfter } from '../words.js'
import { CLOSE, OPEN } from './option.js'
import type { Mark } from './places.js'

/** A mark of a reading, and whether it stands inside another quotation. */
export interface LostMark {
  readonly start: number
  readonly char: string
  readonly inner: boolean
}

/** A mark that opened a quotation: single, double, or lost. */
interface Opened {
  readonly single: boolean | null
  /** Lost marks that are of the same kind: its own, and those of the paragraphs before and behind. */
  readonly of: readonly number[]
}

/** So many open quotations are looked through for the one that a mark closes. */
const DEEPEST = 3

const SINGLE = /[‘’‚‹]/

export interface Glyph {
  /** The mark, behind a space where it swallowed one. */
  readonly written: string
  /** A quotation inside another that no other mark tells of: documents often have the outer kind there. */
  readonly guessed: boolean
}

/** The mark to be written for each lost one, in the same order. */
export function glyphs(text: string, lost: readonly LostMark[], marks: readonly Mark[], pack: LanguagePack): Glyph[] {
  if (lost.length === 0) return []
  const pairing = new Pairing(text, lost, pack)
  const singles = pairing.pair(marks)
  const lossable = pack.quotes.filter(([open]) => /[“”„«‘’‚‹]/.test(open))
  const pairs = [false, true].map(
    single => lossable.find(([open]) => SINGLE.test(open) === single) ?? (single ? ['‘', '’'] : ['“', '”']),
  )
  const standard = usual(lost, singles) ?? SINGLE.test(lossable[0]?.[0] ?? '“')
  return lost.map(({ char, inner }, i) => {
    const inside = inner && !pairing.closesBefore.has(i)
    const [open, close] = pairs[(singles[i] ?? standard !== inside) ? 1 : 0]!
    const written = char === CLOSE ? close! : char === OPEN ? open! : ` ${open}`
    return { written, guessed: inside && singles[i] === null }
  })
}

/** What most outer quotations of the document have; null where it does not tell. */
function usual(lost: readonly LostMark[], singles: readonly (boolean | null)[]): boolean | null {
  let balance = 0
  for (let i = 0; i < lost.length; i++) {
    const single = singles[i]
    if (single === null || lost[i]!.inner) continue
    balance += single ? 1 : -1
  }
  return balance === 0 ? null : balance > 0
}

class Pairing {
  /** Lost marks that close what paragraphs before have opened: an outer quotation. */
  readonly closesBefore = new Set<number>()
  private readonly singles: (boolean | null)[]
  private open: Opened[] = []
  /** What a paragraph before has left open, until the next mark opens one. */
  private carried: Opened[] = []
  /** What a single mark closed last in this paragraph, and where. */
  private doubtful: Opened | null = null
  private closedAt = -1

  constructor(
    private readonly text: string,
    private readonly lost: readonly LostMark[],
    private readonly pack: LanguagePack,
  ) {
    this.singles = new Array(lost.length).fill(null)
  }

  /** Is each lost mark a single one? Null where nothing tells. */
  pair(marks: readonly Mark[]): readonly (boolean | null)[] {
    let next = 0
    for (const mark of marks) {
      while (next < this.lost.length && this.lost[next]!.start < mark.start) this.takeLost(next++)
      this.take(mark)
    }
    while (next < this.lost.length) this.takeLost(next++)
    return this.singles
  }

  private takeLost(at: number): void {
    const { char } = this.lost[at]!
    if (char === CLOSE) {
      if (this.open.length === 0) this.closesBefore.add(at)
      const single = this.opened().pop()?.single ?? null
      if (single !== null) this.singles[at] = single
    } else {
      const goesOn = char === OPEN && this.open.length === 0 ? this.carried[0] : undefined
      this.push(null, goesOn ? [...goesOn.of.slice(-DEEPEST), at] : [at])
    }
  }

  private take({ kind, start }: Mark): void {
    const single = "'’‘‚‹›".includes(this.text[start]!)
    if (kind === 'break') this.endParagraph()
    else if (kind.endsWith('close')) this.close(single, start)
    else if (!(single && this.pack.clippedWords.before.includes(lettersAfter(this.text, start + 1).toLowerCase())))
      this.push(single, [])
  }

  private push(single: boolean | null, of: readonly number[]): void {
    this.carried = []
    this.open.push({ single, of })
  }

  /** What a mark may close. */
  private opened(): Opened[] {
    return this.open.length > 0 ? this.open : this.carried
  }

  private close(single: boolean, start: number): void {
    const opened = this.opened()
    const from = Math.max(0, opened.length - DEEPEST)
    for (let at = opened.length - 1; at >= from; at--) {
      const one = opened[at]!
      if (one.single !== null && one.single !== single) continue
      opened.length = at
      this.settle(one, single, start)
      return
    }
    if (!single && start !== this.closedAt + 1 && this.doubtful) this.settle(this.doubtful, single, start)
  }

  private settle(opened: Opened, single: boolean, start: number): void {
    for (const at of opened.of) this.singles[at] = single
    this.closedAt = start
    this.doubtful = single && opened.of.length > 0 ? opened : null
  }

  private endParagraph(): void {
    if (this.open.length > 0) this.carried = this.open.slice(-DEEPEST)
    this.open = []
    this.doubtful = null
  }
}
