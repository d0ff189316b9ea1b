/**
 * Readings that hang on nothing in the document are kept for the next place and the next document. While readings are
 * found, what they ask of the document is written down: which words it has more than once, masks under which it
 * spells nothing. Where a later document answers the same, they are taken again; where the document did have a say, or the
 * words beside the place, or a corpus, they are not kept.
 */
import type { LanguagePack } from '../../languages/pack.js'
import type { Vocabulary } from '../words.js'
import type { Beside } from './letters.js'

/** So many readings are kept for a language, then all are forgotten. */
const REMEMBERED = 20_000

/** The vocabulary of a document that writes down what it was asked. */
export interface AskedWords extends Vocabulary {
  /** The words beside a place. */
  asking(around: { beside(): Beside }): Beside
  asked: Asked
}

interface Asked {
  /** Words that the document has more than once, and those that it has not. */
  readonly often: string[]
  readonly seldom: string[]
  readonly masks: string[]
  /** Did the document have a say that is not written down? */
  told: boolean
}

const nothingAsked = (): Asked => ({ often: [], seldom: [], masks: [], told: false })

interface Kept extends Asked {
  readonly value: unknown
}

/** The words of a document, beginning with nothing asked. */
export function askedWords(words: Vocabulary): AskedWords {
  const answers: AskedWords = {
    rank: words.rank,
    broadRank: words.broadRank,
    isFunctionWord: words.isFunctionWord,
    learned: words.learned,
    asked: nothingAsked(),
    often: word => {
      const often = words.often(word)
      const { asked } = answers
      if (often) asked.often.push(word)
      else asked.seldom.push(word)
      return often
    },
    spelled: mask => {
      const spelled = words.spelled(mask)
      if (spelled.size > 0) answers.asked.told = true
      else answers.asked.masks.push(mask)
      return spelled
    },
    asking: around => {
      answers.asked.told = true
      return around.beside()
    },
  }
  return answers
}

const memories = new WeakMap<LanguagePack, Map<string, Kept>>()

/** What `make` makes, or made when it was last asked for the key and the document answered the same. */
export function remembered<T>(pack: LanguagePack, key: string, words: AskedWords, make: () => T): T {
  if (words.learned) return make()
  const memory = memories.get(pack) ?? new Map<string, Kept>()
  memories.set(pack, memory)
  const outer = words.asked
  const known = memory.get(key)
  if (known && saysTheSame(words, known)) return known.value as T
  const asked = nothingAsked()
  words.asked = asked
  const value = make()
  words.asked = outer
  if (asked.told) outer.told = true
  else {
    if (memory.size >= REMEMBERED) memory.clear()
    memory.set(key, { ...asked, value })
    outer.often.push(...asked.often)
    outer.seldom.push(...asked.seldom)
    outer.masks.push(...asked.masks)
  }
  return value
}

/** Loops, for most readings asked nothing. */
function saysTheSame(words: AskedWords, { often, seldom, masks }: Asked): boolean {
  for (let i = 0; i < masks.length; i++) if (words.spelled(masks[i]!).size > 0) return false
  for (let i = 0; i < seldom.length; i++) if (words.often(seldom[i]!)) return false
  for (let i = 0; i < often.length; i++) if (!words.often(often[i]!)) return false
  return true
}
