/**
 * A run of letters, digits and lost characters, read in every way that it allows: letters, apostrophes, quotation
 * marks, dashes and no-break spaces are all lost alike, and a `?` may be genuine.
 *
 *     // > | ?L?unit? di crisi? ? gi? attiva, perch??
 *     //     “L’unità di crisi” è già attiva, perché?
 *
 * Each reading has a score, a power of ten: how likely its words are, and what its marks cost in their places. Which
 * reading is taken is settled over the whole text.
 */
import type { LanguagePack } from '../../languages/pack.js'
import type { Vocabulary } from '../words.js'
import { APOSTROPHE, bodies, LIKELY, plain } from './bodies.js'
import { capitalOdds } from './capitals.js'
import { endings, genuineLeading, isLost, openings, type Surroundings } from './marks.js'
import type { Option } from './option.js'

/** Longer runs are no words. */
export const LONGEST_PIECE = 60
/** So many letters at the end of a word may be lost. */
const MOST_LAST = 3

const GENUINE_BEFORE_CAPITAL = -4
const GENUINE_INSIDE = -5
/** A word that needs no letter more, and would be of no list with one. */
const WHOLE_WITHOUT = -2
/** Capitals that no list has are an abbreviation. */
const ABBREVIATION = -3

/**
 * Every reading of a piece worth weighing; the one that leaves everything as it stands is among them, and likelier by
 * `doubt` (a power of ten) for each place inside a word where the text hardly shows that it lost anything.
 */
export function optionsOf(
  piece: string,
  around: Surroundings,
  doubt: number,
  pack: LanguagePack,
  words: Vocabulary,
): Option[] {
  const beside = () => around.beside()
  let lead = 0
  while (isLost(piece[lead])) lead++
  let end = piece.length
  while (end > lead && isLost(piece[end - 1])) end--
  if (lead === 0 && end === piece.length) {
    const inner = bodies(piece, beside, pack, words).flatMap(b => inCases(b, piece, false, around, pack))
    if (doubt === 0 && inner.length > 0 && inner[0]!.score > LIKELY) return inner
    return [...inner, asItStands(piece, lead, end, around, doubt, pack, words)]
  }
  const stays = asItStands(piece, lead, end, around, doubt, pack, words)
  const core = piece.slice(lead, end)
  const options: Option[] = [stays, ...clipped(core, lead, piece.length - end, pack, words)]
  const functionWord = words.isFunctionWord(core)
  const mostFirst = /^\p{Ll}|^\p{Lu}[\p{Lu}?\ufffd]/u.test(core) ? Math.min(lead, 2) : 0
  const mostLast = /\p{L}$/u.test(core) ? Math.min(piece.length - end, MOST_LAST) : 0
  for (let first = 0; first <= mostFirst; first++) {
    const begins = openings(lead - first, core, around, pack)
    for (let last = 0; last <= mostLast; last++) {
      const word = piece.slice(lead - first, end + last)
      const ends = endings(piece.slice(end + last), core, around, last === 0 && functionWord, pack)
      const doubtful = last > 0 && words.broadRank(core.toLowerCase()) !== undefined
      for (const body of bodies(word, beside, pack, words))
        for (const cased of inCases(body, word, lead > first, around, pack))
          for (const b of begins)
            for (const e of ends)
              options.push({
                chars: [...b.chars, ...cased.chars, ...e.chars],
                score: b.score + cased.score + e.score + (doubtful && cased.score < LIKELY ? WHOLE_WITHOUT : 0),
                evidence: cased.evidence,
              })
    }
  }
  return options
}

/** Every lost character a genuine question mark. */
function asItStands(
  piece: string,
  lead: number,
  end: number,
  around: Surroundings,
  doubt: number,
  pack: LanguagePack,
  words: Vocabulary,
): Option {
  let score = lead * genuineLeading
  for (let at = lead; at < end; at++)
    if (isLost(piece[at]))
      score += doubt + (/\p{Lu}/u.test(piece[at + 1] ?? '') ? GENUINE_BEFORE_CAPITAL : GENUINE_INSIDE)
  for (const part of piece.slice(lead, end).split(/[?\ufffd\ue002\ue003]+/)) score += plain(part, pack, words)
  const [last] = endings(piece.slice(end), '', around, false, pack).filter(e => e.chars.every(c => c === null))
  return { chars: [...piece].filter(isLost).map(() => null), score: score + (last?.score ?? 0), evidence: 'channel' }
}

/** `po’` and `’s`: what a language writes with an apostrophe at its end or beginning. */
function clipped(core: string, lead: number, trail: number, pack: LanguagePack, words: Vocabulary): Option[] {
  const lower = core.toLowerCase()
  const behind = lead === 0 && trail === 1 && pack.clippedWords.behind.includes(lower)
  const before = lead === 1 && trail === 0 && pack.clippedWords.before.includes(lower)
  if (!behind && !before) return []
  return [{ chars: ['’'], score: APOSTROPHE + Math.max(plain(core, pack, words), -3), evidence: 'grammar' }]
}

const CAPITALS = /^\P{Ll}*\p{Lu}\P{Ll}*\p{Lu}\P{Ll}*$/u

/** A restored letter in the case of its word: the case of a first letter is lost with it. */
function inCases(body: Option, word: string, opened: boolean, around: Surroundings, pack: LanguagePack): Option[] {
  if (body.chars.length === 0) return [body]
  if (CAPITALS.test(word) || (/^\p{Lu}.$/u.test(word) && /^\P{Ll}*\p{Lu}{2}/u.test(around.after))) {
    const chars = body.chars.map(c => (c === null || c === 'ß' ? c : c.toUpperCase()))
    return [{ ...body, chars, score: body.score + (isLost(word.at(-1)) && body.score < LIKELY ? ABBREVIATION : 0) }]
  }
  const first = body.chars[0]
  if (!isLost(word[0]) || first === null || !/\p{Ll}/u.test(first!)) return [body]
  let next = 0
  const filled = [...word].map(c => (isLost(c) ? (body.chars[next++] ?? c) : c)).join('')
  const odds = capitalOdds(filled, opened, around, pack)
  return [
    { ...body, score: body.score + Math.log10(1 - odds) },
    { ...body, chars: [first!.toUpperCase(), ...body.chars.slice(1)], score: body.score + Math.log10(odds) },
  ]
}
