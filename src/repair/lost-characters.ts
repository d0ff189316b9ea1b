/**
 * Characters that a charset could not hold and that became `?` (or U+FFFD). Three readings, the surest first:
 * an opening quotation mark where a closing one answers it in the same stretch; a subscript or superscript where the
 * rest is a chemical formula or a unit; a letter where just one letter of the language makes a word of what is left.
 * A genuine question mark ends a word and has a space, a mark or nothing behind it: it is never looked at.
 */
import type { LanguagePack } from '../languages/pack.js'
import type { Repair, Unrepaired } from '../model.js'
import { formula, formulaAt } from './formulas.js'
import { lostEverything, repairEverything } from './lost-everything.js'
import { oneLetterWord } from './lost-pieces.js'
import { answeredQuotes, quote, unanswered } from './lost-quotes.js'
import { type Ground, left, type Pass, replaced } from './pass.js'
import { inAddress, isLetter, isWordChar, lettersAfter, lettersBefore, type Vocabulary, vocabulary } from './words.js'

/** A letter is restored only where the second-best word is so many times rarer. */
const RARER = 8
/** ... and where the word is as frequent as this. */
const RANK_ENOUGH = 10_000

const inAmount: Ground = { kind: 'lost-character', evidence: 'formula', lossy: true, confidence: 0.9 }
const inWord: Ground = { kind: 'lost-character', evidence: 'words', lossy: true, confidence: 0.9 }

const lost = /[?\ufffd]/g

/** Restore quotation marks, subscripts and letters that became `?` or U+FFFD. */
export function repairLostCharacters(text: string, pack: LanguagePack): Pass {
  if (!/[?\ufffd]/.test(text)) return { repairs: [] }
  const words = vocabulary(text, pack)
  if (lostEverything(text, pack, words)) return repairEverything(text, pack, words)
  const sites = [...text.matchAll(lost)].map(m => m.index).filter(at => isSite(text, at))
  if (sites.length === 0) return { repairs: [] }
  const answered = answeredQuotes(text, sites)
  const single = 2 * [...answered.values()].filter(at => /['’]/.test(text[at]!)).length > answered.size
  const repairs: Repair[] = []
  const unrepaired: Unrepaired[] = []
  for (const at of sites) {
    const closing = answered.get(at)
    const repair =
      closing !== undefined
        ? quote(text, at, closing, pack)
        : (formula(text, at) ??
          euro(text, at, pack) ??
          letter(text, at, pack, words) ??
          unanswered(text, at, single, pack))
    if (repair) repairs.push(repair)
    else if (text[at] === '\ufffd' || /^\p{L}.\p{Ll}/u.test(text.slice(at - 1, at + 2)))
      unrepaired.push(left(text, at, 1, 'lost-character', 'no-candidate'))
  }
  return { repairs, unrepaired }
}

/** A `?` with a word right behind it, outside addresses; U+FFFD anywhere. */
function isSite(text: string, at: number): boolean {
  if (text[at] === '\ufffd') return true
  const next = text[at + 1]
  if (!isWordChar(next))
    return (
      (formulaAt(text, at) !== null && next !== undefined && !/[\s?!]/.test(next)) ||
      /\d[ \u00a0]$/.test(text.slice(Math.max(0, at - 2), at))
    )
  return !inAddress(text, at)
}

/** `100 ?` and `?100 Mio.`: the euro is the one currency sign that Latin-1 lacks. */
function euro(text: string, at: number, pack: LanguagePack): Repair | null {
  if (oneLetterWord(pack) && /^ \p{Ll}/u.test(text.slice(at + 1, at + 3))) return null
  const behind = /\d[ \u00a0]$/.test(text.slice(Math.max(0, at - 2), at)) && !isWordChar(text[at + 1])
  const before =
    (at === 0 || /[\s(]/.test(text[at - 1]!)) && /^\d[\d.,]*(?:\s?\p{L}+)?/u.test(text.slice(at + 1, at + 30))
  return behind || before ? replaced(text, at, 1, '€', inAmount) : null
}

/** The letter that makes a word of the language, where no other letter makes one nearly as frequent. */
function letter(text: string, at: number, pack: LanguagePack, words: Vocabulary): Repair | null {
  const before = lettersBefore(text, at)
  const after = lettersAfter(text, at + 1)
  if (!isLetter(before.at(-1)) && !isLetter(after[0])) return null
  if (/^\p{Lu}{2,}$/u.test(before + after)) return null
  const readings = [...pack.letters]
    .map(char => ({
      char,
      rank: words.rank(before + char + after) ?? (words.count(before + char + after) > 0 ? RANK_ENOUGH : Infinity),
    }))
    .filter(r => r.rank <= RANK_ENOUGH)
    .sort((a, b) => a.rank - b.rank)
  const [best, second] = readings
  if (!best || (second && second.rank < best.rank * RARER)) return null
  return replaced(text, at, 1, best.char, inWord)
}
