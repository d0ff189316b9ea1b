/**
 * Which mark stands for a lost quotation mark: double or single, as the other mark of the same quotation, where that one
 * is left. Marks are paired within their paragraph; a quotation that is not closed there goes on if the next paragraph
 * begins with a mark too. A single mark may be an apostrophe (`dogs'`, geresh): what it closed, a double mark behind it
 * closes after all if it finds nothing else to close. Where no other mark tells, the document does, then the language.
 */
import type { LanguagePack } from '../../languages/pack.js'
import { lettersAfter } from '../words.js'
import { CLOSE, OPEN, SWALLOWED } from './marks.js'
import type { Mark } from './places.js'

/** A mark of a reading, and whether it stands inside another quotation. */
export interface LostMark {
  readonly start: number
  readonly char: string
  readonly inner: boolean
}

/** A mark that opened a quotation; those of lost marks are filled in. */
interface Opened {
  single: boolean | null
  /** Lost marks that are of the same kind: its own, and those of the paragraphs before and behind. */
  readonly of: number[]
}

/** So many open quotations are looked through for the one that a mark closes. */
const DEEPEST = 3

const SINGLE = /[‘’‚‹]/

/** The mark to be written for each lost one, in the same order; a swallowed space stands before it. */
export function glyphs(text: string, lost: readonly LostMark[], marks: readonly Mark[], pack: LanguagePack): string[] {
  const singles = new Pairing(text, lost, pack).pair(marks)
  const lossable = pack.quotes.filter(([open]) => /[“”„«‘’‚‹]/.test(open))
  const pairs = [false, true].map(
    single => lossable.find(([open]) => SINGLE.test(open) === single) ?? (single ? ['‘', '’'] : ['“', '”']),
  )
  const standard = usual(lost, singles) ?? SINGLE.test(lossable[0]?.[0] ?? '“')
  return lost.map(({ char, inner }, i) => {
    const single = singles[i] ?? standard !== inner
    const [open, close] = pairs[single ? 1 : 0]!
    return char === CLOSE ? close! : char === OPEN ? open! : ` ${open}`
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
  private readonly singles: (boolean | null)[]
  private open: Opened[] = []
  /** What the last paragraph left open, until the next mark. */
  private carried: Opened | null = null
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
    if (char !== CLOSE) {
      const goesOn = char !== SWALLOWED && this.open.length === 0 ? this.carried : null
      this.carried = null
      this.open.push({ single: null, of: goesOn ? [...goesOn.of.slice(-DEEPEST), at] : [at] })
      return
    }
    const opened = this.open.pop() ?? this.carried
    this.carried = null
    if (opened?.single !== null && opened) this.singles[at] = opened.single
  }

  private take({ kind, start }: Mark): void {
    if (kind === 'break') return this.endParagraph()
    const single = "'’‘‚‹›".includes(this.text[start]!)
    if (kind.endsWith('close')) return this.close(single, start)
    if (single && this.pack.clippedWords.before.includes(lettersAfter(this.text, start + 1).toLowerCase())) return
    this.carried = null
    this.open.push({ single, of: [] })
  }

  private close(single: boolean, start: number): void {
    const from = Math.max(0, this.open.length - DEEPEST)
    for (let at = this.open.length - 1; at >= from; at--) {
      const opened = this.open[at]!
      if (opened.single !== null && opened.single !== single) continue
      this.open.length = at
      this.settle(opened, single, start)
      return
    }
    const takenOver = single || start === this.closedAt + 1 ? null : this.doubtful
    const opened = this.open.length === 0 && this.carried ? this.carried : takenOver
    if (opened) this.settle(opened, single, start)
    this.carried = null
  }

  private settle(opened: Opened, single: boolean, start: number): void {
    for (const at of opened.of) this.singles[at] = single
    this.closedAt = start
    this.doubtful = single && opened.of.length > 0 ? opened : null
  }

  private endParagraph(): void {
    const first = this.open[0]
    if (first) this.carried = first.single === null ? first : null
    this.open = []
    this.doubtful = null
  }
}
