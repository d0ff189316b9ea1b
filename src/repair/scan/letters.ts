/**
 * Letters of mojibake that a scanner has read. `è` was printed as `Ã¨` and is now `A"`: a lead, which may be any capital
 * A, and what the scanner made of the second character. A word may hold several such places, so all readings of a word
 * are built side by side and the cheapest wins: what each reading costs by its shape, and what the whole word costs.
 * The word as it stands is a reading too; an A inside a small word is hardly ever meant, one before a sign often is.
 */
import { isDigit } from '../../tokens/characters.js'
import { type Candidate, type Channel, channelsOf, fits, isLead, LEADS, type WordKind } from './channel.js'
import { intactCost, isTelling, leftover, mayBeDamage, SIGN_INSIDE_COST, sharedEnds, startsSentence } from './intact.js'
import {
  hasCapitalInside,
  isCapitalCode,
  isLetterCode,
  isSmallCode,
  type ScanWords,
  wordFrom,
  wordStart,
} from './words.js'

/** A listed word is telling where everything else costs so much more. */
const TELLING_MARGIN = 6
/** A sign behind a word tells nothing: `bufA)` is a name. */
export const LETTER_BEYOND_ASCII = /[^\P{L}\p{ASCII}]/u
/** A word of the document. */
const DOCUMENT_BONUS = 2
/** No unlisted word is cheaper. */
const UNLISTED_FLOOR = 13
const CAPITAL_COST = 10
/** A word of one letter, small where a sentence begins, or a capital inside one. */
const SMALL_COST = 3
const CAPITAL_WORD_COST = 6
/** A sign that is no part of a word; one behind a word that is in no list. */
const SIGN_ALONE_COST = 4
const UNKNOWN_STEM_COST = 6
const UNKNOWN_INITIALS_COST = 20
/** A reading that costs so much more than the best is not followed. */
const BEAM = 12

/** One way of reading the damaged word that begins at `start`. */
export interface WordReading {
  /** What stands for `text.slice(start, end)`. */
  readonly after: string
  readonly end: number
  readonly cost: number
  /** Is the word that comes out in a list? */
  readonly known: boolean
  /** Nothing of the damaged letter is left beside the word. */
  readonly whole: boolean
}

export interface LetterSite {
  readonly start: number
  readonly end: number
  readonly after: string
  /** Cost of the next best reading, the text as it stands included, less that of the best. */
  readonly margin: number
  readonly known: boolean
  /** No text that is whole looks like this. */
  readonly telling: boolean
}

/**
 * The damaged word around the lead at `at`, read; null where it is better left. `from` is where the last one ended.
 */
export function readLetters(text: string, at: number, from: number, words: ScanWords): LetterSite | null {
  const start = Math.max(from, wordStart(text, at))
  if (!mayBeDamage(text, start, at, words)) return null
  const [own, all] = channelsOf(words.pack)
  let search = searchWith(text, start, at, own, words)
  if (!search.first || !(search.first.known || search.first.whole)) search = searchWith(text, start, at, all, words)
  const first = search.first
  // A word that begins with an A and a letter is a name unless the reading makes it a listed one.
  const named = start === at && isLetterCode(text.charCodeAt(at + 1))
  if (first && named && !(first.known && first.after.length < first.end - start)) return null
  return first && choose(search, first, at)
}

function searchWith(text: string, start: number, at: number, channel: Channel, words: ScanWords): Search {
  const search: Search = { text, start, channel, words, readings: [], first: null, best: Infinity, steps: 0 }
  expand(search, at, text.slice(start, at), 0, 0, 0)
  return search
}

/** No word has more damaged letters, or more ways to be read that are worth following. */
const MOST_SITES = 5
const MOST_STEPS = 500
const LONGEST = 60

interface Search {
  readonly text: string
  readonly start: number
  readonly channel: Channel
  readonly words: ScanWords
  readonly readings: WordReading[]
  /** The best reading so far, and its cost. */
  first: WordReading | null
  best: number
  /** Places opened so far. */
  steps: number
}

function expand(search: Search, at: number, begun: string, cost: number, rarity: number, sites: number): void {
  const { text, channel } = search
  let pos = at
  while (begun.length + pos - at < LONGEST && isLetterCode(text.charCodeAt(pos)) && !leads(text, pos)) pos++
  const word = begun + text.slice(at, pos)
  if (pos >= text.length || sites >= MOST_SITES || ++search.steps > MOST_STEPS || !leads(text, pos)) {
    if (sites > 0) finish(search, pos, word, cost, rarity)
    return
  }
  // An A that begins a word, before a letter, may be meant.
  if (word === '' && isSmallCode(text.charCodeAt(pos + 1))) expand(search, pos + 1, text[pos]!, cost, rarity, sites)
  const kind = word === '' ? 'none' : word.length > 1 && word === word.toUpperCase() ? 'capitals' : 'word'
  const built = { word, kind, rarity, sites } as const
  for (const [lead, leadCost] of LEADS) {
    if (!text.startsWith(lead, pos)) continue
    const behind = pos + lead.length
    const first = text[behind] === '\n' ? 32 : text.charCodeAt(behind)
    const base = cost + leadCost
    for (const c of channel.byFirst.get(first) ?? []) {
      if (base + c.cost > search.best + BEAM) break
      if (first === 32 || c.seen.length === 1 || text.startsWith(c.seen, behind)) follow(search, built, behind, c, base)
    }
    for (const c of channel.traceless) {
      if (base + c.cost > search.best + BEAM) break
      follow(search, built, behind, c, base)
    }
  }
}

/** A lead inside a word, or one that begins it; an accented capital only where a sign follows. */
function leads(text: string, pos: number): boolean {
  const code = text.charCodeAt(pos)
  if (!isLead(code)) return false
  return code === 0x41 || isLetterCode(text.charCodeAt(pos - 1)) || !isSmallCode(text.charCodeAt(pos + 1))
}

/** What was read of a word up to a lead: the kind of its letters, their rarity, and the damaged ones among them. */
interface Built {
  readonly word: string
  readonly kind: WordKind
  readonly rarity: number
  readonly sites: number
}

/** One candidate behind a lead; `base` is the cost up to there. */
function follow(search: Search, built: Built, behind: number, c: Candidate, base: number): void {
  const { word, kind, sites } = built
  const end = behind + c.seen.length
  if (!fits(search, word, kind, c, end)) return
  const cost = base + c.cost
  const rarity = built.rarity + c.rarity
  if (c.kind === 'sign') finishSign(search, end, word, c, cost)
  else if (c.seen !== ' ') expand(search, end, word + c.char, cost, rarity, sites + 1)
  else {
    // The no-break space of à is the space behind the word, unless a stop or another space follows.
    const eaten = /^(?:[\s.,;:!?)”"’'\]]|[aâ&@48]{1,2}[?€]|$)/.test(search.text.slice(end, end + 3))
    finish(search, eaten ? end : behind, word + c.char, cost, rarity)
  }
}

function finish(search: Search, end: number, word: string, cost: number, rarity: number): void {
  if (++search.steps > MOST_STEPS) return
  const lower = word.toLowerCase()
  const { words, text } = search
  const listed = words.known(lower)
  // `støYlsat`: a part of the letter was left.
  const capital = hasCapitalInside(word)
  let total = cost
  if (capital) total += CAPITAL_COST
  if (word.length === 1) total += caseCost(isCapitalCode(word.charCodeAt(0)), startsSentence(text, search.start))
  if (!listed && total + rarity + UNLISTED_FLOOR > search.best + BEAM) return
  const inDocument = !listed && words.count(lower) > 0
  const left = leftover(text, end, words)
  total +=
    left + Math.max(2, words.cost(lower) - (inDocument ? DOCUMENT_BONUS : 0)) + (listed || inDocument ? 0 : rarity)
  const whole = left < SIGN_INSIDE_COST && !capital
  offer(search, { after: word, end, cost: total, known: listed || inDocument, whole })
}

const caseCost = (capital: boolean, begins: boolean) =>
  capital === begins ? 0 : capital ? CAPITAL_WORD_COST : SMALL_COST

/** A sign behind a number or a word, or before a number or a word. */
function finishSign(search: Search, end: number, word: string, c: Candidate, cost: number): void {
  const { text, start, words } = search
  const lower = word.toLowerCase()
  if (word === '') {
    const number = isDigit(text.charCodeAt(start - 1)) || c.char === '£'
    const behind = c.char === '«' || (c.char === '\u00a0' && c.seen === '') ? words.cost(wordFrom(text, end)) : 0
    offer(search, { after: c.char, end, cost: cost + SIGN_ALONE_COST + behind, known: number, whole: true })
    return
  }
  const initials = word.length > 1 && word === word.toUpperCase()
  const known = words.count(lower) > 0 || (!initials && words.known(lower))
  // A line was broken at the no-break space: the line end stands for it.
  const broken = c.char === '\u00a0' && text[end - 1] === '\n'
  const after = broken ? word : word + c.char
  offer(search, {
    after,
    end: broken ? end - 1 : end,
    cost: cost + words.cost(lower) + (known ? 0 : initials ? UNKNOWN_INITIALS_COST : UNKNOWN_STEM_COST),
    known,
    whole: true,
  })
}

function offer(search: Search, reading: WordReading): void {
  search.readings.push(reading)
  if (reading.cost >= search.best) return
  search.best = reading.cost
  search.first = reading
}

function choose({ text, start, readings, words }: Search, best: WordReading, at: number): LetterSite | null {
  const asItStands = intactCost(text, start, at, best.end, words)
  if (best.cost >= asItStands) return null
  let second = asItStands
  for (const r of readings) if (r.after !== best.after && r.cost < second) second = r.cost
  const trim = sharedEnds(text, start, best.end, best.after)
  const margin = second - best.cost
  return {
    start: start + trim.start,
    end: best.end - trim.end,
    after: best.after.slice(trim.start, best.after.length - trim.end),
    margin,
    known: best.known,
    telling: isTelling(text, start, at, best.known && margin >= TELLING_MARGIN && LETTER_BEYOND_ASCII.test(best.after)),
  }
}
