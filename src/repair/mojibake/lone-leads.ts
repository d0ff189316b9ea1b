/**
 * UTF-8 that was read as latin-1 and whose C1 controls went: of the marks of print, E2 80 and a third byte, nothing is left
 * but `â`, or `â` and a sign where the third byte is none of the controls.
 *
 *     // > | Americaâs ports â all of them â wait â¦
 *     //            ’          –           –      …
 *
 * `â` is a letter of many languages. So the text is read so only where every `â` in it stands where a mark would, and one at
 * least between what the language parts by an apostrophe, between two words of its list or around some, or the text had
 * mojibake that was proved. Limit: a dash between words and quotation marks are told by their place alone.
 */
import type { LanguagePack } from '../../languages/pack.js'
import type { Repair } from '../../model.js'
import { isLetterOrMark, isSpace } from '../../tokens/characters.js'
import { functionWords } from '../../words/vote.js'
import { rankIn } from '../../words/word-model.js'
import { isListed } from '../mixup/listed.js'
import { wordsBelow80 } from '../mixup/stretches.js'
import { type Ground, NOTHING, type Pass, replaced } from '../pass.js'
import { lettersAfter, lettersBefore } from '../words.js'

const LEAD = 'â'
/** Signs that are left of a third byte, and what the three bytes were. */
const SIGNS = '¦…¢•¬€¨ °‰¹‹º›¯\u202f'
/** One character fits; one of two or three, and the place speaks for it. */
const ONE: Ground = { kind: 'mojibake', evidence: 'channel', lossy: true, confidence: 0.95 }
const PLACE: Ground = { ...ONE, confidence: 0.85 }
const BY_GRAMMAR: Ground = { ...ONE, evidence: 'grammar' }
/** Words of so many letters on either side of a dash are met by no chance. */
const SHORTEST_WORD = 3

/** A quotation mark was read that is not closed yet, before a word of the list or before anything. */
type Open = 'word' | 'any' | null

interface Reading {
  readonly repair: Repair
  /** Is it beyond doubt that a mark was here? */
  readonly sure: boolean
}

/** Read `â` where it is what is left of a mark. */
export function repairLoneLeads(text: string, pack: LanguagePack, vouched: boolean): Pass {
  if (pack.script !== 'Latn' || !isListed(wordsBelow80(text), [1], [pack])) return NOTHING
  const found: Reading[] = []
  let open: Open = null
  for (let at = text.indexOf(LEAD); at >= 0; at = text.indexOf(LEAD, at + 1)) {
    const reading = readLead(text, at, open, pack)
    if (!reading) return NOTHING
    const { after } = reading.repair
    if (after === '“') open = reading.sure ? 'word' : 'any'
    else if (after === '”') open = null
    found.push(reading)
  }
  return vouched || found.some(({ sure, repair }) => sure && repair.after !== '“')
    ? { repairs: found.map(({ repair }) => repair) }
    : NOTHING
}

function readLead(text: string, at: number, open: Open, pack: LanguagePack): Reading | null {
  const read = (after: string, ground: Ground, sure: boolean, length = 1): Reading => ({
    repair: replaced(text, at, length, after, ground),
    sure,
  })
  const sign = SIGNS.indexOf(text[at + 1] ?? LEAD)
  if (sign >= 0 && sign % 2 === 0) {
    const meant = SIGNS[sign + 1]!
    const blank = meant === ' ' && (isSpace(text.charCodeAt(at - 1)) || isSpace(text.charCodeAt(at + 2)))
    return read(blank ? '' : meant, ONE, true, 2)
  }
  const before = lettersBefore(text, at)
  const behind = lettersAfter(text, at + 1)
  if (before !== '' && behind !== '') {
    if (isApostrophe(before, behind, pack)) return read('’', BY_GRAMMAR, true)
    return isWord(before, pack) && isWord(behind, pack) ? read('—', PLACE, true) : null
  }
  const apart = !(text.charCodeAt(at - 1) > 32) && !(text.charCodeAt(at + 1) > 32)
  if (apart) return at > 0 && at + 1 < text.length ? read('–', PLACE, false) : null
  if (behind !== '' && !isLetterOrMark(text.charCodeAt(at - 1))) return read('“', PLACE, isWord(behind, pack))
  const ended = '.,!?'.includes(text[at - 1] ?? ' ') || isWord(before, pack)
  return open ? read('”', PLACE, open === 'word' && ended) : read('’', PLACE, false)
}

/** Does the language cut words there: before a suffix of its own behind a word (but `s` behind one of grammar alone: `Fryslân`), or behind an article before one? */
function isApostrophe(before: string, behind: string, pack: LanguagePack): boolean {
  if (pack.elisions.includes(before.toLowerCase())) return isWord(behind, pack) || /^\p{Lu}/u.test(behind)
  if (!pack.apostropheSuffixes.includes(behind)) return false
  if (behind === 's') return isWord(before, pack) || isGrammar(before, pack) || /^\p{Lu}\p{L}{2}/u.test(before)
  return behind === 't' ? /n$/i.test(before) && isWord(before, pack) : isGrammar(before, pack)
}

const isGrammar = (word: string, pack: LanguagePack) => functionWords(pack).has(word.toLowerCase())

const isWord = (word: string, pack: LanguagePack) =>
  word.length >= SHORTEST_WORD && rankIn(pack.wordList)(word.toLowerCase()) > 0
