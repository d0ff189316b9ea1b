/**
 * The reading of a whole text that lost characters. Every run has several readings; which is taken depends on whether
 * a quotation is open, so all are weighed together, forwards and backwards over the text (the states are: none open,
 * one open, one inside it). What the document kept says what it cannot have lost: a text full of `ä` lost no `ä`. The
 * readings say what was lost, so both are settled in turns. The share of all readings that agree on a character is its
 * confidence.
 */
import type { LanguagePack } from '../../languages/pack.js'
import type { Repair, RepairEvidence, Unrepaired } from '../../model.js'
import { confidenceOfLoss, type KindOfLoss } from '../confidence.js'
import { type Ground, left, type Pass, replaced } from '../pass.js'
import { isLetter } from '../words.js'
import { glyphs, type LostMark } from './glyphs.js'
import { CLOSE, isLost, isLostCode, LOST, OPEN, type Option, SWALLOWED, THREE_BYTES, TWO_BYTES } from './option.js'
import type { Mark } from './places.js'
import { effectOf, inOrder, type Read, type Shares, sharesOf, stepThrough } from './quotation-states.js'

/** Of the readings of one run so many are weighed, and none that is so many powers of ten behind the best. */
const MOST_OPTIONS = 12
const FAR_BEHIND = 7
/** How often the readings and what was lost are settled in turns. */
const TURNS = 2
/** Characters of a kind that may have been lost although the text kept others and no reading says so. */
const ANYWAY = 0.1
/** A charset that holds one letter holds others: so much of what is known of all letters holds for each. */
const AKIN = 0.3
/** The key under which all letters are counted. */
export const LETTERS = ''
/** The key of opening marks that stand behind a space, which they have not swallowed. */
const SPACED = ` ${LETTERS}`
/** Where marks have swallowed the spaces before them the next one has too: so much likelier, as a power of ten. */
const MOST_SWALLOWED = 1.5
/** A character that is certainly lost, and left. */
const LEFT = -16
/** Below this share a reading is not made. */
const TAKEN = 0.5
/** A text in which marks swallow spaces is told by what one more place costs: so many powers of ten less than nothing. */
const SWALLOWS = 0.9
/** Elsewhere one in which a mark swallowed a space is not made below this share: hardly one in ten was right. */
const TAKEN_SWALLOWED = 0.95

/** Settle every run of a text; `kept` counts the characters that the text still has, and its marks. */
export function settle(
  text: string,
  reads: readonly Read[],
  marks: readonly Mark[],
  kept: ReadonlyMap<string, number>,
  pack: LanguagePack,
): Pass {
  const items = inOrder(reads, marks)
  const free = kept.size === 0
  let costs = channelCosts(new Map(), kept)
  let shares = sharesOf(items, reads, costs.of, free)
  for (let turn = 1; turn < TURNS; turn++) {
    if (free && !reads.some(read => read.choices.swallows)) break
    const next = channelCosts(countLost(text, reads, shares), kept)
    if (!costs.differ(next)) break
    costs = next
    shares = sharesOf(items, reads, costs.of, free)
  }
  return write(text, reads, shares, marks, costs.of(SWALLOWED) >= SWALLOWS, pack)
}

/** What the text kept of a kind it has hardly lost costs a reading that says it lost one. */
function channelCosts(lost: ReadonlyMap<string, number>, kept: ReadonlyMap<string, number>): Costs {
  const known = new Map<string, number>()
  const lettersGone = AKIN * (lost.get(LETTERS) ?? 0)
  const lettersHere = AKIN * (kept.get(LETTERS) ?? 0)
  const of = (char: string): number => {
    let cost = known.get(char)
    if (cost !== undefined) return cost
    const akin = isAkin(char)
    const gone = (lost.get(char) ?? 0) + (akin ? lettersGone : 0)
    const swallowed = char.startsWith(' ')
    const here = swallowed ? (lost.get(SPACED) ?? 0) : (kept.get(char) ?? 0) + (akin ? lettersHere : 0)
    if (swallowed && here < gone) cost = Math.min(MOST_SWALLOWED, 2 * Math.log10((1 + gone) / (1 + here)))
    else cost = here > 0 ? Math.log10((gone + ANYWAY) / (gone + here + ANYWAY)) : 0
    known.set(char, cost)
    return cost
  }
  const differ = (others: Costs) => {
    for (const [char, cost] of known) if (others.of(char) !== cost) return true
    return false
  }
  return { of, differ }
}

/** Letters, and the signs that every charset with accented letters has too: a no-break space, `£`, `°`, `½`. */
const isAkin = (char: string) => isLetter(char) || /^[\u00a0-\u00bf]$/.test(char)

interface Costs {
  /** What it costs, as a power of ten, to say that the character was lost here. */
  readonly of: (char: string) => number
  /** Is any cost that was asked for another one there? */
  readonly differ: (others: Costs) => boolean
}

/** How often each character was lost, by the shares of the readings that say so; and letters of all kinds. */
function countLost(text: string, reads: readonly Read[], shares: readonly Shares[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (let i = 0; i < reads.length; i++) {
    const { options } = reads[i]!.choices
    const { of } = shares[i]!
    const spaced = text[reads[i]!.start - 1] === ' '
    for (let k = 0; k < options.length; k++) {
      if (of[k]! < 0.01) continue
      for (const char of options[k]!.chars)
        if (char !== null && (of[k]! >= TAKEN || !char.startsWith(' ')))
          counts.set(char, (counts.get(char) ?? 0) + of[k]!)
      if (spaced && options[k]!.chars[0] === OPEN) counts.set(SPACED, (counts.get(SPACED) ?? 0) + of[k]!)
    }
  }
  let letters = 0
  for (const [char, count] of counts) if (isLetter(char)) letters += count
  return counts.set(LETTERS, letters)
}

// --- the result --------------------------------------------------------------------------------------------------------

function write(
  text: string,
  reads: readonly Read[],
  shares: readonly Shares[],
  marks: readonly Mark[],
  swallows: boolean,
  pack: LanguagePack,
): Pass {
  const unrepaired: Unrepaired[] = []
  const found: Found[] = []
  for (let i = 0; i < reads.length; i++) {
    const { piece, start, choices } = reads[i]!
    const { of, states } = shares[i]!
    let best = 0
    for (let k = 1; k < of.length; k++) if (of[k]! > of[best]!) best = k
    const { chars, evidence } = choices.options[best]!
    let state = states ? states[best]! : 0
    let nth = 0
    for (let k = 0; k < piece.length; k++) {
      if (!isLostCode(piece.charCodeAt(k))) continue
      const char = chars[nth]!
      const at = start + k
      const sure = agreeing(choices.options, of, nth++, char)
      const mark = char === SWALLOWED || char === OPEN || char === CLOSE
      const odd = char === SWALLOWED && !swallows
      if (char !== null && sure >= (odd ? TAKEN_SWALLOWED : TAKEN)) {
        const inner = state === (char === CLOSE ? 2 : 1)
        const kind = mark ? (odd ? 'swallowed' : 'quote') : isLetter(char) ? 'letter' : 'sign'
        found.push({ start: at, char, inner, kind, evidence, share: sure })
      } else if (char !== null || isDamage(text, at))
        unrepaired.push(left(text, at, 1, 'lost-character', 'low-confidence'))
      if (mark) state = stepThrough(effectOf([char]), state).next
    }
  }
  return { repairs: repairsOf(text, found, marks, pack), unrepaired }
}

/** A lost character as it was read, and the share of the readings that agree on it. */
interface Found extends LostMark {
  readonly kind: KindOfLoss
  readonly evidence: RepairEvidence
  readonly share: number
}

function repairsOf(text: string, found: readonly Found[], marks: readonly Mark[], pack: LanguagePack): Repair[] {
  const isQuote = (f: Found) => f.kind === 'quote' || f.kind === 'swallowed'
  const written = glyphs(text, found.filter(isQuote), marks, pack)
  let next = 0
  return found.map(f => {
    if (!isQuote(f)) return replaced(text, f.start, 1, f.char, readAs(f.kind, f.evidence, f.share))
    const glyph = written[next++]!
    const kind = f.kind === 'quote' && glyph.guessed ? 'inner' : f.kind
    return replaced(text, f.start, 1, glyph.written, readAs(kind, 'quote-balance', f.share))
  })
}

const readAs = (kind: KindOfLoss, evidence: RepairEvidence, share: number): Ground => ({
  kind: kind === 'letter' || kind === 'sign' ? 'lost-character' : 'lost-quote',
  evidence,
  lossy: true,
  confidence: confidenceOfLoss(share, kind),
})

/** No genuine question mark stands inside a word. */
const isDamage = (text: string, at: number) =>
  text[at] !== '?' || /^\p{Ll}\?\p{Ll}/u.test(text.slice(Math.max(0, at - 1), at + 2))

function agreeing(options: readonly Option[], shares: Float64Array, nth: number, char: string | null): number {
  let sum = 0
  for (let k = 0; k < options.length; k++) if (options[k]!.chars[nth] === char) sum += shares[k]!
  return sum
}

/** The readings that what is known of the lost characters allows, the likely first. */
export function admissible(piece: string, options: readonly Option[]): Option[] {
  const certain = CERTAIN.test(piece)
  const lost = certain ? [...piece].filter(isLost) : []
  const fit = certain ? options.filter(o => o.chars.every((char, i) => admits(lost[i]!, char))) : options.slice()
  fit.sort((a, b) => b.score - a.score)
  const few: Option[] = []
  for (let i = 0; i < fit.length && few.length < MOST_OPTIONS; i++) {
    const option = fit[i]!
    if (option.score <= fit[0]!.score - FAR_BEHIND) break
    if (!few.some(o => agree(o.chars, option.chars))) few.push(option)
  }
  if (certain) few.push({ chars: lost.map(() => null), score: LEFT, evidence: 'channel' })
  return few
}

const CERTAIN = /[\ufffd\ue002\ue003]/

function agree(a: readonly (string | null)[], b: readonly (string | null)[]): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
}

function admits(lost: string, char: string | null): boolean {
  if (lost === '?') return true
  if (char === null) return false
  if (lost === LOST) return true
  const three = char !== '’' ? char >= '\u0800' : true
  return lost === THREE_BYTES ? three : lost === TWO_BYTES ? !three : true
}
