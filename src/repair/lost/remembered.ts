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
const REMEMBERED = 10_000

/** The vocabulary of a document that writes down what it was asked. */
export interface AskedWords extends Vocabulary {
  /** The words beside a place. */
  asking(around: { beside(): Beside }): Beside
  /** What was asked since readings of a run are sought: parts of it ask last, so theirs is the end of each list. */
  readonly asked: Asked
  /** The same words, and nothing is written down. */
  readonly silent: Vocabulary
}

interface Asked {
  /** Words that the document has more than once, and those that it has not. */
  readonly often: string[]
  readonly seldom: string[]
  readonly masks: string[]
  /** How many times the document had a say that is not written down. */
  told: number
  /** Runs and parts of which readings are being sought. */
  depth: number
}

interface Kept {
  readonly value: unknown
  readonly often: readonly string[]
  readonly seldom: readonly string[]
  readonly masks: readonly string[]
}

/** The words of a document; nothing is written down yet. */
export function askedWords(words: Vocabulary): AskedWords {
  const asked: Asked = { often: [], seldom: [], masks: [], told: 0, depth: 0 }
  return {
    ...words,
    asked,
    silent: words,
    often: word => {
      const often = words.often(word)
      if (often) asked.often.push(word)
      else asked.seldom.push(word)
      return often
    },
    spelled: mask => {
      const spelled = words.spelled(mask)
      if (spelled.size > 0) asked.told++
      else asked.masks.push(mask)
      return spelled
    },
    asking: around => {
      asked.told++
      return around.beside()
    },
  }
}

const memories = new WeakMap<LanguagePack, Map<string, Kept>>()

/** What `make` makes, or made when it was last asked for the key and the document answered the same. */
export function remembered<T>(pack: LanguagePack, key: string, words: AskedWords, make: () => T): T {
  if (words.learned) return make()
  let memory = memories.get(pack)
  if (!memory) {
    memory = new Map<string, Kept>()
    memories.set(pack, memory)
  }
  const { asked } = words
  const known = memory.get(key)
  if (known && saysTheSame(words.silent, known)) {
    if (asked.depth > 0) note(asked, known)
    return known.value as T
  }
  if (asked.depth === 0) asked.often.length = asked.seldom.length = asked.masks.length = 0
  const { told } = asked
  const often = asked.often.length
  const seldom = asked.seldom.length
  const masks = asked.masks.length
  asked.depth++
  const value = make()
  asked.depth--
  if (asked.told > told) return value
  if (memory.size >= REMEMBERED) memory.clear()
  memory.set(key, {
    value,
    often: from(asked.often, often),
    seldom: from(asked.seldom, seldom),
    masks: from(asked.masks, masks),
  })
  return value
}

const NOTHING: readonly string[] = []
const from = (list: readonly string[], start: number) => (start === list.length ? NOTHING : list.slice(start))

/** What was asked for a part was asked for the whole. */
function note(asked: Asked, { often, seldom, masks }: Kept): void {
  for (let i = 0; i < often.length; i++) asked.often.push(often[i]!)
  for (let i = 0; i < seldom.length; i++) asked.seldom.push(seldom[i]!)
  for (let i = 0; i < masks.length; i++) asked.masks.push(masks[i]!)
}

/** Loops, for most readings asked little. */
function saysTheSame(words: Vocabulary, { often, seldom, masks }: Kept): boolean {
  if (words.spells) for (let i = 0; i < masks.length; i++) if (words.spelled(masks[i]!).size > 0) return false
  for (let i = 0; i < seldom.length; i++) if (words.often(seldom[i]!)) return false
  for (let i = 0; i < often.length; i++) if (!words.often(often[i]!)) return false
  return true
}
