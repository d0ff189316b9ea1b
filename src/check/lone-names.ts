/**
 * Slips in names that a release has nowhere else, so that it cannot tell whether a language keeps them: `Rowan Ashmore`
 * in one text, `Rowan Ashnore` or `Rowan Kestrup` in the other. Reported are a change of letters that no language makes to spell a
 * name its own way, and a name that both texts know from elsewhere in the place of a rare one, beside a name that both have.
 * Words that a dictionary knows are no names (`Papier` and `paper`), so both languages must have one; a rare noun that they
 * spell otherwise can be taken for a name.
 */

import { oncePer } from '../structures/cache.js'
import { fold } from '../tokens/words.js'
import { broadTable } from '../words/lexicon.js'
import { termAt, termsOf } from '../words/terms.js'
import { rankIn } from '../words/word-model.js'
import { distance, isForm, isOneSound, type NameView, type NameWord, wordsOf } from './name-words.js'

/** How often the texts of a release write a word, whatever its case, by its key. */
export type WordCounts = ReadonlyMap<string, number>

/** Counts the words of all units; linear. */
export function wordCounts(sides: Iterable<NameView>): WordCounts {
  const counts = new Map<string, number>()
  for (const { view } of sides)
    for (const block of view.blocks)
      for (const { text } of wordsOf(block)) {
        const key = fold(text)
        counts.set(key, (counts.get(key) ?? 0) + 1)
      }
  return counts
}

const LEAST_LETTERS = 5
/** A word that the texts of a release have more often than this stands beside all sorts of words (`Nordlys Kontor`). */
const RARE = 6

/** What the release tells; `isShared`: both texts have a word as a name elsewhere. */
interface Release {
  counts(): WordCounts
  isShared(key: string): boolean
}

/** What `side` has instead of a name of `foreign`; undefined where nothing shows it. */
export function loneDispute(name: NameWord, side: NameView, foreign: NameView, release: Release) {
  if (side.hebrew || ![side, foreign].every(({ view }) => view.pack.wordList !== '')) return undefined
  return loneSlip(name, side, foreign, release) ?? loneSwap(name, side, foreign, release)
}

/** The word of `side` that may be the name of `foreign` with a slip of the pen. */
function loneSlip(name: NameWord, side: NameView, foreign: NameView, { counts }: Release) {
  if (name.key.length < LEAST_LETTERS || isTerm(name, foreign)) return undefined
  return [...side.names.values()].find(
    other =>
      other.key.length >= LEAST_LETTERS &&
      isSlip(other, name) &&
      counts().get(other.key) === 1 &&
      !(isListed(name, foreign) && isListed(other, side)) &&
      !isTerm(other, side),
  )
}

/**
 * The rare word of `side` that may stand where `foreign` has the name: beside the same rare word, which `foreign` never
 * has it beside, although it has it as well. `Torhüter Keller`: where nouns have capitals one may stand before a name.
 */
function loneSwap(name: NameWord, side: NameView, foreign: NameView, { counts, isShared }: Release) {
  if (!isName(name, foreign) || side.holds(name.key)) return undefined
  const [theirs, ours] = [besides(foreign), besides(side)]
  const mayBeNoun = [side, foreign].some(({ view }) => view.pack.capitalEndings.length > 0)
  const places = theirs
    .of(name.key)
    .filter(place => counts().get(place.slice(1))! <= RARE && !(mayBeNoun && place[0] === BEFORE))
  return [...side.names.values()].find(
    other =>
      (foreign.names.has(other.key) || isShared(other.key)) &&
      !isForm(other.key, name.key) &&
      counts().get(other.key)! <= RARE &&
      places.some(place => ours.has(other.key, place) && !theirs.has(other.key, place)) &&
      isName(other, side),
  )
}

const isName = (word: NameWord, side: NameView) =>
  !isEveryday(word, side) && !isTerm(word, side) && !isFirst(word, side)

/** Where a sentence begins, a capital tells nothing. */
function isFirst({ statement: { block, start } }: NameWord, { view }: NameView): boolean {
  const { text } = view.blocks.find(({ id }) => id === block)!
  return start === 0 || /[.!?:][^\p{L}\p{N}]*$/u.test(text.slice(Math.max(0, start - NEAR), start))
}

const NEAR = 5

const [BEFORE, BEHIND] = ['<', '>']

/** Which capitalised words stand right before and behind others: Rowan is `<ashmore` in `Rowan Ashmore`, Ashmore `>rowan`. */
interface Besides {
  of(key: string): readonly string[]
  has(key: string, place: string): boolean
}

const besides = oncePer((side: NameView): Besides => {
  const places = new Map<string, Set<string>>()
  const add = (key: string, place: string) => places.set(key, (places.get(key) ?? new Set()).add(place))
  for (const block of side.view.blocks) {
    const words = wordsOf(block)
    for (const [i, word] of words.entries()) {
      const next = words[i + 1]
      if (!next || next.start !== word.end + 1 || !/[ \u00a0-]/.test(block.text[word.end]!)) continue
      const [left, right] = [fold(word.text), fold(next.text)]
      if (!side.names.has(left) || !side.names.has(right)) continue
      add(left, `${BEFORE}${right}`)
      add(right, `${BEHIND}${left}`)
    }
  }
  return {
    of: key => [...(places.get(key) ?? [])],
    has: (key, place) => places.get(key)?.has(place) ?? false,
  }
})

/** Are both everyday words of their languages (`London` and `Londen`)? */
export const areEveryday = (a: NameWord, b: NameWord, sideA: NameView, sideB: NameView) =>
  isEveryday(a, sideA) && isEveryday(b, sideB)

/** One letter is another, left out or added, or two have changed their places, as no spelling of a language has it. */
function isSlip(a: NameWord, b: NameWord): boolean {
  if (isForm(a.key, b.key) || a.key === b.key) return false
  if (isTurned(a.key, b.key)) return true
  if (distance(a.key, b.key, 1) > 1) return false
  if (a.key.length !== b.key.length) return isBeside(a, b) && !isDoubled(a.key, b.key)
  const at = [...a.key].findIndex((letter, i) => letter !== b.key[i])
  if (at === a.key.length - 1 || isOneSound(a.key[at]!, b.key[at]!)) return false
  return isBeside(a, b) || (at > 0 && !(isVowel(a.key[at]!) && isVowel(b.key[at]!)))
}

const isBeside = (a: NameWord, b: NameWord) => [...a.beside()].some(key => b.beside().has(key))

/** `Dalgraad` for Dalgaard: two neighbours that changed places; not at the end, where it is another ending (`Theatre`). */
function isTurned(a: string, b: string): boolean {
  const at = [...a].findIndex((letter, i) => letter !== b[i])
  return (
    a.length === b.length &&
    at < a.length - 2 &&
    a[at] === b[at + 1] &&
    a[at + 1] === b[at] &&
    a.slice(at + 2) === b.slice(at + 2)
  )
}

/** `Rusland` and `Russland`. */
function isDoubled(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  const at = [...long].findIndex((letter, i) => letter !== short[i])
  return long[at] === long[at - 1]
}

const isVowel = (letter: string) => 'aeiouy'.includes(letter)

/** `Francia` for France: does the language have a name of its own for it? */
export const isTerm = ({ key }: NameWord, { view }: NameView) => termAt(termsOf(view.pack), [key], 0) !== null

const isListed = ({ statement: { text } }: NameWord, { view: { pack } }: NameView) =>
  pack.wordList !== '' && broadTable(pack).table.rank(text.toLowerCase()) > 0

/** A word of films, not of an encyclopedia, which is full of names. */
const isEveryday = ({ statement: { text } }: NameWord, { view: { pack } }: NameView) =>
  pack.wordList !== '' && rankIn(pack.wordList)(text.toLowerCase()) > 0
