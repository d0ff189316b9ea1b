/**
 * Slips in names that a release has nowhere else, so that it cannot tell whether a language keeps them: `Colin Watson`
 * in one text, `Colin Watoon` or `Colin Hess` in the other. Told are a change of letters that no language makes to spell a
 * name its own way, and a name that both texts know from elsewhere in the place of a rare one, beside a name that both have.
 * Words that a dictionary knows are no names (`Papier` and `paper`); rare nouns that two languages share can be taken for such.
 */
import type { LanguagePack } from '../languages/pack.js'
import { broadTable, wordRanks } from '../text/lexicon.js'
import { termAt, termsOf } from '../text/terms.js'
import { fold } from '../text/words.js'
import { distance, isForm, type NameView, type NameWord, wordsOf } from './name-words.js'

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

/** The word of `side` that may be the name of `foreign` with a slip of the pen. */
export function loneSlip(name: NameWord, side: NameView, foreign: NameView, counts: () => WordCounts) {
  if (name.key.length < LEAST_LETTERS || isKnown(name, foreign)) return undefined
  return [...side.names.values()].find(
    other =>
      other.key.length >= LEAST_LETTERS &&
      isSlip(other, name) &&
      counts().get(other.key) === 1 &&
      !(isListed(name, foreign) && isListed(other, side)) &&
      !isKnown(other, side),
  )
}

/** A word that the texts of a release have more often than this stands beside all sorts of words (`Debian Archive`). */
const RARE = 6

/**
 * The word of `side` that may stand where `foreign` has the name: beside the same rare word, which `foreign` never has it
 * beside. `isShared` tells whether both texts have a word as a name elsewhere.
 */
export function loneSwap(
  name: NameWord,
  side: NameView,
  foreign: NameView,
  { counts, isShared }: { counts(): WordCounts; isShared(key: string): boolean },
) {
  if (!isName(name, foreign) || side.holds(name.key)) return undefined
  const [theirs, ours] = [besides(foreign), besides(side)]
  const places = theirs.of(name.key).filter(place => counts().get(place.slice(1))! <= RARE)
  return [...side.names.values()].find(
    other =>
      (foreign.names.has(other.key) || isShared(other.key)) &&
      !isForm(other.key, name.key) &&
      counts().get(other.key)! <= RARE &&
      places.some(
        place =>
          ours.has(other.key, place) &&
          !theirs.has(other.key, place) &&
          !(place[0] === BEFORE && (hasCapitalNouns(side) || hasCapitalNouns(foreign))),
      ) &&
      isName(other, side),
  )
}

const isName = (word: NameWord, side: NameView) =>
  !isEveryday(word, side) && !isKnown(word, side) && !isFirst(word, side)

/** Where a sentence begins, a capital tells nothing. */
function isFirst({ statement: { block, start } }: NameWord, { view }: NameView): boolean {
  const { text } = view.blocks.find(({ id }) => id === block)!
  return start === 0 || /[.!?:][^\p{L}\p{N}]*$/u.test(text.slice(Math.max(0, start - NEAR), start))
}

const NEAR = 5

/** `Torhüter Keller`: a noun before a name. */
const hasCapitalNouns = ({ view: { pack } }: NameView) => pack.capitalEndings.length > 0

/** Which capitalised words stand right before and behind others: `<watson` for Colin in `Colin Watson`, and `>colin`. */
const [BEFORE, BEHIND] = ['<', '>']
interface Besides {
  of(key: string): readonly string[]
  has(key: string, place: string): boolean
}

const known = new WeakMap<NameView, Besides>()

function besides(side: NameView): Besides {
  const before = known.get(side)
  if (before) return before
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
  const found = {
    of: (key: string) => [...(places.get(key) ?? [])],
    has: (key: string, place: string) => places.get(key)?.has(place) ?? false,
  }
  known.set(side, found)
  return found
}

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

/** `Dalgraad` for Dalgaard: two neighbours that changed places. */
function isTurned(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  const at = [...a].findIndex((letter, i) => letter !== b[i])
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2)
}

/** `Rusland` and `Russland`. */
function isDoubled(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  const at = [...long].findIndex((letter, i) => letter !== short[i])
  return long[at] === long[at - 1]
}

/** Letters that languages write for one sound. */
const SOUNDS = ['vwfb', 'ckqz', 'sz', 'ijy', 'ou', 'jg']
const isOneSound = (x: string, y: string) => SOUNDS.some(sound => sound.includes(x) && sound.includes(y))
const isVowel = (letter: string) => 'aeiouy'.includes(letter)

/** Does the language have a name of its own for it? */
const isKnown = ({ key }: NameWord, { view }: NameView) => termAt(termsOf(view.pack), [key], 0) !== null

const isListed = ({ statement: { text } }: NameWord, { view }: NameView) => hasWord(view.pack, text)
const hasWord = (pack: LanguagePack, word: string) =>
  pack.wordList !== '' && broadTable(pack).table.rank(word.toLowerCase()) > 0

/** A word of films, not of an encyclopedia, which is full of names. */
const isEveryday = ({ statement: { text } }: NameWord, { view: { pack } }: NameView) =>
  pack.wordList !== '' && wordRanks(pack.wordList).has(text.toLowerCase())
