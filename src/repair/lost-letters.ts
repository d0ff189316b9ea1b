/**
 * The letters of a word that became `?`. A listed word, or one that the document has whole, is weighed by how frequent
 * it is; of a word that nobody knows each letter is read from its place. The case of a first letter is lost with it:
 * a sentence begins with a capital, names and German nouns by their endings have one, other words do not.
 */
import type { LanguagePack } from '../languages/pack.js'
import { letterPlaces, masked } from './letter-places.js'
import type { Vocabulary } from './words.js'

/** A word with its letters restored. */
export interface Filled {
  readonly word: string
  /** How much of the evidence speaks for this reading, in (0, 1). */
  readonly share: number
  readonly evidence: 'words' | 'document' | 'grammar'
  /** Rank of the word in the list; undefined where it is not listed. */
  readonly rank: number | undefined
}

/** Longer runs of letters are no words. */
const LONGEST = 40
/** A word that is lost in more places is guessed, not read. */
const MOST_LOST = 5
/** Zipf's law with the usual offset; a word seen in the document weighs as much as one of this rank. */
const ZIPF_OFFSET = 2.7
const RANK_OF_SEEN = 1000
/** All unlisted words together weigh as much as one of this rank. */
const RANK_OF_UNLISTED = 50_000
/** A word so frequent is not overruled by the ending. */
const FREQUENT = 600

/** Fill the `?` of a word (letters and `?` only); null where nothing speaks for any reading. */
export function fillLetters(
  word: string,
  sentenceStart: boolean,
  pack: LanguagePack,
  words: Vocabulary,
): Filled | null {
  if (word.length > LONGEST) return null
  const lower = word.toLowerCase().replaceAll('\ufffd', '?')
  const lost = lower.split('?').length - 1
  if (lost === 0 || lost > MOST_LOST) return null
  const filled = byEnding(lower, pack) ?? byWord(lower, pack, words) ?? byPlaces(lower, pack)
  return filled && { ...filled, word: inCase(filled.word, word, sentenceStart, pack) }
}

function byEnding(lower: string, pack: LanguagePack): Filled | null {
  if (lower.indexOf('?') !== lower.length - 1) return null
  const stem = lower.slice(0, -1)
  const listed = letterPlaces(pack).words(masked(lower))
  const past = pack.tag === 'it' && pastOf(stem, pack)
  const habit = past || pack.finalLetters.find(e => lower.endsWith(e.ending) && stem.length > 2)
  if (!habit) return null
  const meant = stem + habit.letter
  const rank = listed.find(l => l.word === meant)?.rank
  const other = listed.find(l => l.word !== meant && l.rank < FREQUENT)
  if (other && rank === undefined) return null
  if (past && listed.length > 0) return null
  return { word: meant, share: habit.share, evidence: 'grammar', rank }
}

/** `parl?` beside a listed `parlare`: the past of a verb in -are ends in ò. */
function pastOf(stem: string, pack: LanguagePack): { letter: string; share: number } | null {
  if (stem.length < 3 || stem.endsWith('er') || stem.endsWith('ir')) return null
  const known = letterPlaces(pack).isListed
  return known(`${stem}are`) || known(`${stem}ato`) ? { letter: 'ò', share: 0.85 } : null
}

function byWord(lower: string, pack: LanguagePack, words: Vocabulary): Filled | null {
  const weights = new Map<string, { weight: number; rank?: number; seen: boolean }>()
  const fits = (word: string) => [...lower].every((c, i) => c === '?' || c === word[i])
  for (const { word, rank } of letterPlaces(pack).words(masked(lower)))
    if (fits(word)) weights.set(word, { weight: 1 / (rank + ZIPF_OFFSET), rank, seen: false })
  for (const [word, count] of words.spelled(masked(lower))) {
    if (!fits(word)) continue
    const old = weights.get(word)
    weights.set(word, { ...old, weight: (old?.weight ?? 0) + count / RANK_OF_SEEN, seen: true })
  }
  if (weights.size === 0) return null
  const ranked = [...weights].sort((a, b) => b[1].weight - a[1].weight)
  const sum = ranked.reduce((s, r) => s + r[1].weight, 1 / RANK_OF_UNLISTED)
  const [word, best] = ranked[0]!
  return { word, share: best.weight / sum, evidence: best.seen ? 'document' : 'words', rank: best.rank }
}

function byPlaces(lower: string, pack: LanguagePack): Filled | null {
  const places = letterPlaces(pack)
  const mask = masked(lower)
  if ((lower.split('?').length - 1) * 2 > lower.length) return null
  let share = 1
  let word = ''
  for (let at = 0; at < lower.length; at++) {
    if (lower[at] !== '?') {
      word += lower[at]
      continue
    }
    const best = places.letters(mask, at)[0]
    if (!best) return null
    share *= best.share
    word += best.letter
  }
  return { word, share, evidence: 'words', rank: undefined }
}

/** The letters that were there as they were; the restored ones in the case of the word. */
function inCase(filled: string, word: string, sentenceStart: boolean, pack: LanguagePack): string {
  const capitals = /^\P{Ll}*\p{Lu}\P{Ll}*\p{Lu}\P{Ll}*$/u.test(word)
  const noun = sentenceStart || isName(filled, pack) || pack.capitalEndings.some(ending => filled.endsWith(ending))
  return [...word]
    .map((c, i) => {
      if (c !== '?' && c !== '\ufffd') return c
      const letter = filled[i]!
      return capitals || (i === 0 && noun && /\p{Ll}/u.test(word[1] ?? '')) ? letter.toUpperCase() : letter
    })
    .join('')
}

const names = new Map<string, ReadonlySet<string>>()

function isName(word: string, pack: LanguagePack): boolean {
  let known = names.get(pack.tag)
  if (!known) {
    known = new Set(pack.placeNames.filter(n => /^\p{Lu}/u.test(n)).map(n => n.toLowerCase()))
    names.set(pack.tag, known)
  }
  return known.has(word)
}
