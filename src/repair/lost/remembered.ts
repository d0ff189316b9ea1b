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
  /** What was asked since readings are sought; null where none are. */
  asked: Asked | null
  /** The same words, and nothing is written down. */
  readonly silent: Vocabulary
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

/** The words of a document; nothing is written down before readings are sought. */
export function askedWords(words: Vocabulary): AskedWords {
  const answers: AskedWords = {
    ...words,
    asked: null,
    silent: words,
    often: word => {
      const often = words.often(word)
      if (answers.asked) (often ? answers.asked.often : answers.asked.seldom).push(word)
      return often
    },
    spelled: mask => {
      const spelled = words.spelled(mask)
      if (answers.asked && spelled.size > 0) answers.asked.told = true
      else answers.asked?.masks.push(mask)
      return spelled
    },
    asking: around => {
      if (answers.asked) answers.asked.told = true
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
  if (known && saysTheSame(words.silent, known)) {
    if (outer) note(outer, known)
    return known.value as T
  }
  const asked = nothingAsked()
  words.asked = asked
  const value = make()
  words.asked = outer
  if (outer) note(outer, asked)
  if (!asked.told) {
    if (memory.size >= REMEMBERED) memory.clear()
    memory.set(key, { ...asked, value })
  }
  return value
}

/** What was asked for a part was asked for the whole. */
function note(outer: Asked, { often, seldom, masks, told }: Asked): void {
  outer.often.push(...often)
  outer.seldom.push(...seldom)
  outer.masks.push(...masks)
  outer.told ||= told
}

/** Loops, for most readings asked little. */
function saysTheSame(words: Vocabulary, { often, seldom, masks }: Asked): boolean {
  if (words.spells) for (let i = 0; i < masks.length; i++) if (words.spelled(masks[i]!).size > 0) return false
  for (let i = 0; i < seldom.length; i++) if (words.often(seldom[i]!)) return false
  for (let i = 0; i < often.length; i++) if (!words.often(often[i]!)) return false
  return true
}
