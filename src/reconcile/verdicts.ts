/**
 * What the siblings say of one damaged word. Translations keep names, codes and formulas to the letter, so a word that
 * the damage could have come from, and that siblings write as a name, is what stood there; where they have it as it was
 * read, the reading is confirmed; where they have it as it was seen, it was no damage. They are asked about nothing
 * else: the words of a language are its own.
 */
import type { LanguagePack } from '../languages/pack.js'
import { rankIn } from '../words/word-model.js'
import { restored, scannedFrom } from './channel.js'
import type { SiblingWords } from './sibling-words.js'
import type { Site } from './sites.js'

/** What stands there in truth; `to` is null where the reading stands. */
export interface Verdict {
  readonly to: string | null
  /** The block of a sibling that says so, and how many documents do. */
  readonly witness: string
  readonly documents: number
  /** Was the reading wrong and what was seen right? */
  readonly veto?: boolean
}

/** Shorter words stand in other languages by chance, unless they are codes. */
const SHORTEST = 4
/** So many letters left are enough for a name that lost others. */
const LETTERS_LEFT = 3
/**
 * A reading this sure is overruled by two siblings, not by one, where the letters are foreign to the language. At .9 `S?ren` becomes
 * `Sören` in German beside a Danish Søren; on news with lost letters .9 and .95 are the same.
 */
const SURE = 0.95

/** `own`: the document of the site, and its copies; `aligned`: blocks of the other documents in the site's unit, in order. */
export function verdictOn(
  site: Site,
  own: ReadonlySet<string>,
  aligned: readonly string[],
  words: SiblingWords,
  pack: LanguagePack | undefined,
): Verdict | null {
  const heard = (word: string) => witnesses(word, own, aligned, words)
  if (mayBeKept(site.read)) {
    const confirming = heard(site.read)
    if (confirming.aligned) return site.confidence > 0 ? { to: null, ...told(confirming) } : null
    if (confirming.documents.length > 0 && site.confidence >= SURE) return null
  }
  const before = site.repairs.length > 0 && mayBeKept(site.was) && mayBeKept(site.read) ? heard(site.was) : null
  if (before?.aligned) return { to: site.was, ...told(before), veto: true }
  const proposals = [...candidates(site, own, aligned, words)]
    .map(to => ({ to, ...heard(to.candidate) }))
    .filter(({ documents }) => documents.length > 0) // its own words are no witnesses
  const [best, second] = proposals.sort((a, b) => b.documents.length - a.documents.length)
  if (!best || best.documents.length === second?.documents.length || !isSound(site, best, pack)) return null
  return { to: best.to.word, ...told(best) }
}

interface Heard {
  readonly documents: readonly string[]
  /** A block that is aligned with the site's and has the word. */
  readonly aligned: string | undefined
  readonly anywhere: string | undefined
}

function witnesses(word: string, own: ReadonlySet<string>, aligned: readonly string[], words: SiblingWords): Heard {
  const where = [...words.where(word)].filter(([document]) => !own.has(document))
  return {
    documents: where.map(([document]) => document),
    aligned: aligned.find(block => words.inBlock(block, word)),
    anywhere: where[0]?.[1],
  }
}

const told = ({ documents, aligned, anywhere }: Heard) => ({
  witness: (aligned ?? anywhere)!,
  documents: documents.length,
})

/** A name, a code, or a word with a digit: what translations keep. */
function mayBeKept(word: string): boolean {
  if (!/^[\p{Lu}\p{N}][\p{L}\p{M}\p{N}]*$/u.test(word)) return false
  return word.length >= SHORTEST || /\p{N}/u.test(word)
}

/** `l1` is eleven as well as `II`. */
const mayBeNumber = (seen: string, candidate: string) =>
  seen.length < SHORTEST && /\d/.test(seen) && /^[\dOolISBZ]+$/.test(seen) && !/\d/.test(candidate)

interface Candidate {
  /** As the sibling writes it, and as it fits in here. */
  readonly candidate: string
  readonly word: string
}

function* candidates(
  site: Site,
  own: ReadonlySet<string>,
  aligned: readonly string[],
  words: SiblingWords,
): Generator<Candidate> {
  const { seen, read } = site
  const isName = (word: string) =>
    [...words.where(word)].some(([d]) => !own.has(d) && words.isName(d, word)) || /[\u2080-\u2099²³½¼¾]/.test(word)
  if (seen.includes('?')) {
    const short = seen.replaceAll('?', '').length < LETTERS_LEFT && !/\p{N}|^\p{Lu}+\?$/u.test(seen)
    // A question mark may be one: not where a sibling has the word without it.
    if (read.endsWith('?') && witnesses(seen.slice(0, -1), own, aligned, words).documents.length > 0) return
    for (const candidate of words.lostTo(seen)) {
      if (short && !aligned.some(block => words.inBlock(block, candidate))) continue
      const word = isName(candidate) ? restored(seen, candidate) : null
      if (word !== null && word !== read) yield { candidate, word }
    }
    return
  }
  for (const candidate of words.scannedTo(seen))
    if (candidate !== read && !mayBeNumber(seen, candidate) && isName(candidate) && scannedFrom(seen, candidate))
      yield { candidate, word: candidate }
}

/** A word that the language lists is not overruled by one that it could not even spell. */
function isSound(site: Site, best: { to: Candidate } & Heard, pack: LanguagePack | undefined): boolean {
  if (!pack) return true
  const listed = rankIn(pack.wordList)(site.read.toLowerCase()) > 0
  const foreign = [...best.to.word.toLowerCase()].some(
    c => /[^\0-\x7f]/.test(c) && /\p{L}/u.test(c) && !pack.letters.includes(c),
  )
  if (foreign) return !listed && (site.confidence < SURE || best.documents.length > 1)
  return !listed || best.aligned !== undefined
}
