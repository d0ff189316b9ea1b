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
import { oncePer } from '../../structures/cache.js'
import { functionWords } from '../../words/vote.js'
import type { Vocabulary } from '../words.js'
import { APOSTROPHE, bodies, LIKELY, plain } from './bodies.js'
import { endings, GENUINE_LEADING, openings } from './marks.js'
import { ANY_LOST, filled, isLost, type Option } from './option.js'
import type { Surroundings } from './places.js'

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
export function optionsOf(piece: string, around: Surroundings, doubt: number): Option[] {
  const { words } = around
  const beside = () => around.beside()
  let lead = 0
  while (isLost(piece[lead])) lead++
  let end = piece.length
  while (end > lead && isLost(piece[end - 1])) end--
  if (lead === 0 && end === piece.length) {
    const inner = bodies(piece, beside, words).flatMap(b => inCases(b, piece, false, around))
    if (doubt === 0 && inner.length > 0 && inner[0]!.score > LIKELY) return inner
    return [...inner, asItStands(piece, lead, end, around, doubt)]
  }
  const stays = asItStands(piece, lead, end, around, doubt)
  const core = piece.slice(lead, end)
  const options: Option[] = [stays, ...clipped(core, lead, piece.length - end, words)]
  const functionWord = words.isFunctionWord(core)
  const mostFirst = /^\p{Ll}|^\p{Lu}[\p{Lu}?\ufffd]/u.test(core) ? Math.min(lead, 2) : 0
  const mostLast = /\p{L}$/u.test(core) ? Math.min(piece.length - end, MOST_LAST) : 0
  for (let first = 0; first <= mostFirst; first++) {
    const begins = openings(lead - first, core, around)
    for (let last = 0; last <= mostLast; last++) {
      const word = piece.slice(lead - first, end + last)
      const ends = endings(piece.slice(end + last), core, around, last === 0 && functionWord)
      const doubtful = last > 0 && words.broadRank(core.toLowerCase()) !== undefined
      for (const body of bodies(word, beside, words))
        for (const cased of inCases(body, word, lead > first, around))
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
function asItStands(piece: string, lead: number, end: number, around: Surroundings, doubt: number): Option {
  let score = lead * GENUINE_LEADING
  for (let at = lead; at < end; at++)
    if (isLost(piece[at]))
      score += doubt + (/\p{Lu}/u.test(piece[at + 1] ?? '') ? GENUINE_BEFORE_CAPITAL : GENUINE_INSIDE)
  for (const part of piece.slice(lead, end).split(ANY_LOST)) score += plain(part, around.words)
  const [last] = endings(piece.slice(end), '', around, false).filter(e => e.chars.every(c => c === null))
  return { chars: [...piece].filter(isLost).map(() => null), score: score + (last?.score ?? 0), evidence: 'channel' }
}

/** `po’` and `’s`: what a language writes with an apostrophe at its end or beginning. */
function clipped(core: string, lead: number, trail: number, words: Vocabulary): Option[] {
  const { clippedWords } = words.pack
  const lower = core.toLowerCase()
  const behind = lead === 0 && trail === 1 && clippedWords.behind.includes(lower)
  const before = lead === 1 && trail === 0 && clippedWords.before.includes(lower)
  if (!behind && !before) return []
  return [{ chars: ['’'], score: APOSTROPHE + Math.max(plain(core, words), -3), evidence: 'grammar' }]
}

const CAPITALS = /^\P{Ll}*\p{Lu}\P{Ll}*\p{Lu}\P{Ll}*$/u

/** A restored letter in the case of its word: the case of a first letter is lost with it. */
function inCases(body: Option, word: string, opened: boolean, around: Surroundings): Option[] {
  if (body.chars.length === 0) return [body]
  if (CAPITALS.test(word) || (/^\p{Lu}.$/u.test(word) && /^\P{Ll}*\p{Lu}{2}/u.test(around.after))) {
    const chars = body.chars.map(c => (c === null || c === 'ß' ? c : c.toUpperCase()))
    return [{ ...body, chars, score: body.score + (isLost(word.at(-1)) && body.score < LIKELY ? ABBREVIATION : 0) }]
  }
  const first = body.chars[0]
  if (!isLost(word[0]) || first === null || !/\p{Ll}/u.test(first!)) return [body]
  const odds = capitalOdds(filled(word, body.chars), opened, around)
  return [
    { ...body, score: body.score + Math.log10(1 - odds) },
    { ...body, chars: [first!.toUpperCase(), ...body.chars.slice(1)], score: body.score + Math.log10(odds) },
  ]
}

// --- capitals --------------------------------------------------------------------------------------------------------------
// Does a word whose first letter is lost begin with a capital? A sentence does, and names. Where nouns do (German), the
// ending tells many of them, and so does the place: a noun follows an article and precedes a small letter, an adjective
// precedes a noun, which has a capital of its own.

const SENTENCE_START = 0.97
const QUOTATION_START = 0.6
const NAME = 0.93
const OTHER = 0.02

// Log odds for a noun, chosen on development texts.
const BASE = -0.5
const NOUN_ENDING = 4
const SMALL_ENDING = -4
const FUNCTION_WORD = -6
const CAPITAL_NEXT = -2.5
const BEHIND_ARTICLE = 2.5

const knownOf = oncePer((pack: LanguagePack) => ({
  names: new Set(pack.placeNames.filter(n => /^\p{Lu}/u.test(n)).map(n => n.toLowerCase())),
  articles: new Set(pack.beforeNouns),
}))

/** The share of cases, in (0, 1), in which a word (lower case, restored) has a capital in this place. */
function capitalOdds(word: string, opened: boolean, around: Surroundings): number {
  const { pack } = around.words
  if (around.sentenceStart()) return SENTENCE_START
  const { names, articles } = knownOf(pack)
  if (names.has(word)) return NAME
  if (opened) return QUOTATION_START
  if (pack.capitalEndings.length === 0) return names.has(word.replace(/s$/, '')) ? NAME : OTHER
  let odds = BASE
  if (functionWords(pack).has(word)) odds += FUNCTION_WORD
  if (pack.capitalEndings.some(ending => word.endsWith(ending))) odds += NOUN_ENDING
  else if (pack.smallEndings.some(ending => word.endsWith(ending))) odds += SMALL_ENDING
  if (around.capitalNext()) odds += CAPITAL_NEXT
  else if (articles.has(around.beside().before)) odds += BEHIND_ARTICLE
  return Math.min(Math.max(1 / (1 + Math.exp(-odds)), OTHER), 1 - OTHER)
}
