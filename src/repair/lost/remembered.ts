/**
 * Readings that hang on nothing in the document are kept for the next place and the next document. While readings are
 * found, what they ask of the document is written down: words that it has at most once, masks under which it spells
 * nothing. Where a later document answers the same, they are taken again; where the document did have a say, or the
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
  readonly counts: string[]
  readonly masks: string[]
  /** Did the document have a say? */
  told: boolean
}

interface Kept {
  readonly value: unknown
  readonly counts: readonly string[]
  readonly masks: readonly string[]
}

/** The words of a document, beginning with nothing asked. */
export function askedWords(words: Vocabulary): AskedWords {
  const answers: AskedWords = {
    ...words,
    asked: { counts: [], masks: [], told: false },
    count: word => {
      const count = words.count(word)
      if (count > 1) answers.asked.told = true
      else answers.asked.counts.push(word)
      return count
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
  if (known?.counts.every(word => words.count(word) < 2) && known.masks.every(mask => words.spelled(mask).size === 0))
    return known.value as T
  const asked: Asked = { counts: [], masks: [], told: false }
  words.asked = asked
  const value = make()
  words.asked = outer
  if (asked.told) outer.told = true
  else {
    if (memory.size >= REMEMBERED) memory.clear()
    memory.set(key, { value, counts: asked.counts, masks: asked.masks })
    outer.counts.push(...asked.counts)
    outer.masks.push(...asked.masks)
  }
  return value
}
