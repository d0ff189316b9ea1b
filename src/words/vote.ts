/**
 * A quick vote on the language of a text by its function words: enough to choose the pack a lossy repair works with.
 * Damage touches few function words, so the vote holds on damaged text. Naming the language of a document is `detect`.
 */
import type { LanguagePack } from '../languages/pack.js'
import { isAsciiSmall } from '../tokens/characters.js'
import { RankTable } from './rank-table.js'

/** Characters looked at, from the beginning: some 600 words, of which a third are function words. */
const SAMPLE = 4000
/** A language is voted in where so large a share of the words are its function words. */
const SHARE = 0.12
/** After every so many words the vote may be plain: none other has a third of the votes of the first. */
const PLAIN_AFTER = 100
const PLAIN = 3

const sets = new WeakMap<LanguagePack, ReadonlySet<string>>()
const ballots = new WeakMap<readonly LanguagePack[], Ballot>()

/** The pack with the most function words in the text; null where none has enough. */
export function likeliestPack(text: string, packs: readonly LanguagePack[]): LanguagePack | null {
  const ballot = ballotOf(packs)
  const hits = packs.map(() => 0)
  const sample = text.slice(0, SAMPLE).toLowerCase()
  let words = 0
  for (let at = 0; at < sample.length; ) {
    while (at < sample.length && !isPackLetter(sample.charCodeAt(at))) at++
    const start = at
    while (at < sample.length && isPackLetter(sample.charCodeAt(at))) at++
    if (at === start) break
    vote(ballot, sample, start, at, hits)
    if (++words % PLAIN_AFTER === 0 && isPlain(hits, words)) break
  }
  const most = Math.max(...hits)
  return most > words * SHARE ? packs[hits.indexOf(most)]! : null
}

function isPlain(hits: readonly number[], words: number): boolean {
  const most = Math.max(...hits)
  return most > 2 * words * SHARE && hits.filter(h => h * PLAIN > most).length === 1
}

/** Words as the packs write them: Latin letters in lower case and Hebrew, points and all. */
function isPackLetter(code: number): boolean {
  if (code < 0x80) return isAsciiSmall(code)
  if (code < 0x250) return code >= 0xdf && code !== 0xf7
  return (code >= 0x300 && code <= 0x36f) || (code >= 0x5b0 && code <= 0x5ea)
}

/** The function words of all packs: the place of a word in the table, from 1, is that of the packs that have it. */
interface Ballot {
  readonly words: RankTable
  readonly packs: readonly (readonly number[])[]
  /** The numbers of the packs that have prefix letters, and those. */
  readonly prefixed: readonly (readonly [pack: number, letters: string])[]
}

/** A word votes for the packs of which it is a function word, as a whole or behind a prefix letter. */
function vote({ words, packs, prefixed }: Ballot, text: string, start: number, end: number, hits: number[]): void {
  const whole = words.rankPart(text, start, end)
  const voted = whole > 0 ? packs[whole - 1]! : NONE
  for (const pack of voted) hits[pack]!++
  if (text.charCodeAt(start) < 0x80) return
  for (const [pack, letters] of prefixed) {
    if (!letters.includes(text[start]!) || voted.includes(pack)) continue
    const behind = words.rankPart(text, start + 1, end)
    if (behind > 0 && packs[behind - 1]!.includes(pack)) hits[pack]!++
  }
}

const NONE: readonly number[] = []

function ballotOf(packs: readonly LanguagePack[]): Ballot {
  const known = ballots.get(packs)
  if (known) return known
  const voters = new Map<string, number[]>()
  for (const [i, pack] of packs.entries()) {
    for (const word of functionWords(pack)) voters.set(word, [...(voters.get(word) ?? []), i])
  }
  const words = RankTable.forWords(voters.size)
  let place = 0
  for (const word of voters.keys()) words.put(word, 0, word.length, ++place)
  const prefixed = packs.flatMap(({ prefixLetters }, i) => (prefixLetters ? [[i, prefixLetters] as const] : []))
  const ballot = { words, packs: [...voters.values()], prefixed }
  ballots.set(packs, ballot)
  return ballot
}

/** The function words of a pack as a set. */
export function functionWords(pack: LanguagePack): ReadonlySet<string> {
  let set = sets.get(pack)
  if (!set) {
    set = new Set(pack.functionWords)
    sets.set(pack, set)
  }
  return set
}
