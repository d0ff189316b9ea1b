/**
 * Lost characters that no letter or digit touches: a dash between spaces, a word of one letter, a currency sign beside
 * a number, a closing quotation mark behind a full stop. A question mark that someone set apart looks the same.
 */
import type { LanguagePack } from '../../languages/pack.js'
import { memo } from '../../structures/memo.js'
import { oneLetterWord } from './bodies.js'
import { closingBehindMark } from './marks.js'
import { CLOSE, OPEN, type Option } from './option.js'
import type { Surroundings } from './places.js'

const CURRENCY = -0.5
const LESS_LIKELY = -0.7
const DASH = -0.8
const DASH_UNSPACED = -3
const LETTER = -0.1
const LETTER_BEFORE_MARK = -2.5
const BEFORE_CAPITAL = -1.5
const SET_APART = -2.5
const SET_APART_BEFORE_LOWER = -3.5
const BEHIND_MARK = -6
const BEHIND_QUOTE = -0.7
const SPACE = -3
const ELLIPSIS = -3.5

/** Every reading of a run of lost characters without letters or digits. */
export function aloneOptions(piece: string, around: Surroundings, pack: LanguagePack): Option[] {
  const stays: Option = { chars: [...piece].map(() => null), score: staysCost(piece, around), evidence: 'channel' }
  if (piece.length > 3) return [stays]
  const spaced = around.before === '' || /\s/.test(around.before)
  if (!spaced && !/[([“„«‘"'’/-]/.test(around.before)) return [stays, ...behindMark(piece, around)]
  if (piece.length > 1) return [stays, ...several(piece, around)]
  return [stays, ...single(around, spaced, pack)]
}

function staysCost(piece: string, { before, after }: Surroundings): number {
  if (/["”“»’)!?]/.test(before)) return /^[.,;:]/.test(after) ? BEHIND_MARK : BEHIND_QUOTE
  if (/[.,…;:]/.test(before)) return BEHIND_MARK
  return /^[\s,]*\p{Ll}/u.test(after) && piece.length < 3 ? SET_APART_BEFORE_LOWER : SET_APART
}

/** `.?` and `!??`: a closing mark, two, or one and a dash. */
function behindMark(piece: string, around: Surroundings): Option[] {
  const closing = closingBehindMark(around) - (/[.,!?…]/.test(around.before) ? 0 : 1)
  if (piece.length === 1)
    return [
      { chars: [CLOSE], score: closing, evidence: 'quote-balance' },
      { chars: ['\u00a0'], score: SPACE - 1, evidence: 'channel' },
    ]
  const found: Option[] = [
    { chars: [...piece].map(() => CLOSE), score: closing - piece.length + 1, evidence: 'quote-balance' },
  ]
  if (piece.length === 2) {
    found.push({ chars: [null, CLOSE], score: closing - 0.5, evidence: 'quote-balance' })
    found.push({ chars: ['\u00a0', '–'], score: DASH - 1, evidence: 'channel' })
  } else found.push({ chars: [CLOSE, '\u00a0', '–'], score: closing + DASH - 1, evidence: 'channel' })
  return found
}

function several(piece: string, around: Surroundings): Option[] {
  const found: Option[] = [{ chars: [...piece].map(() => OPEN), score: -3, evidence: 'quote-balance' }]
  if (piece.length === 2 && /^\s/.test(around.before) && /^\s/.test(around.after))
    found.push({ chars: ['–', '\u00a0'], score: DASH - 1.5, evidence: 'channel' })
  return found
}

/** `3 Mio. ?`, `3 Millionen ?`: behind a word that counts in thousands or more. */
function behindScale(around: Surroundings, pack: LanguagePack): boolean {
  if (around.before !== ' ') return false
  const { before } = around.beside()
  return before !== '' && scalesOf(pack).has(before)
}

/** The words of a pack that count in thousands or more, in lower case. */
export const scalesOf = memo(
  (pack: LanguagePack): ReadonlySet<string> => new Set(pack.scales.map(({ word }) => word.toLowerCase())),
)

function single(around: Surroundings, spaced: boolean, pack: LanguagePack): Option[] {
  const { after, earlier } = around
  const found: Option[] = []
  const behindNumber = /\d\s$/.test(earlier) || behindScale(around, pack)
  const beforeNumber = /^\s\d/.test(after)
  if (spaced && behindNumber !== beforeNumber) {
    const less = behindNumber && /^ ?\p{L}/u.test(after) ? (/^ ?\p{Lu}/u.test(after) ? -2 : -0.6) : 0
    for (const [i, sign] of pack.currencies.entries())
      found.push({ chars: [sign], score: CURRENCY + less + i * LESS_LIKELY, evidence: 'formula' })
  }
  const open = /^\s/.test(after)
  if (spaced) found.push({ chars: ['–'], score: open ? DASH : DASH_UNSPACED, evidence: 'channel' })
  if (spaced && open) found.push({ chars: ['…'], score: ELLIPSIS, evidence: 'channel' })
  if (!open && after !== '') found.push({ chars: [OPEN], score: -2, evidence: 'quote-balance' })
  const letter = oneLetterWord(pack)
  if (!letter || !/^[\s,.;]/.test(after)) return found
  const score = (open ? LETTER : LETTER_BEFORE_MARK) + (/^ \p{Lu}/u.test(after) ? BEFORE_CAPITAL : 0)
  const capital = around.sentenceStart() ? -0.1 : -2.5
  const small = around.sentenceStart() ? -1.2 : 0
  found.push({ chars: [letter.toUpperCase()], score: score + capital, evidence: 'words' })
  found.push({ chars: [letter], score: score + small, evidence: 'words' })
  return found
}
