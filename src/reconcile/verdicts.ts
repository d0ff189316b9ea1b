/**
 * What the siblings say of one damaged word or number. Translations keep names, codes and formulas to the letter, so a word
 * that the damage could have come from, and that siblings write as a name, is what stood there; where they have it as it was
 * read, the reading is confirmed; where they have it as it was seen, it was no damage. They are asked about nothing
 * else: the words of a language are its own.
 *
 * A number in which a scanner read letters for digits is mended where an aligned paragraph has the same digits; a lost sign
 * beside a number is the one that the siblings set beside the same value; and where a closing mark was cut out of a number
 * (`2.04?.` read as `2.0”`), siblings that have what is left confirm it. The marks that part thousands and decimals are a
 * language's own and stay.
 */

import type { LanguagePack } from '../languages/pack.js'
import type { Span } from '../model.js'
import { append } from '../structures/lists.js'
import { rankIn } from '../words/word-model.js'
import { digitsOf, restored, type SiblingWords, scannedFrom } from './sibling-words.js'
import type { Site } from './sites.js'

/** What stands there in truth; `to` is null where the reading stands. */
export interface Verdict {
  readonly to: string | null
  /** The block of a sibling that says so, and how many documents do. */
  readonly witness: string
  readonly documents: number
  /** Was the reading wrong and what was seen right? */
  readonly veto?: boolean
  /** What becomes `to`, where that is not the site. */
  readonly span?: Span
}

/** A damaged word, and whom it is asked of. */
export interface Question {
  readonly site: Site
  /** The text of its block. */
  readonly text: string
  /** Its document, and the copies of that. */
  readonly own: ReadonlySet<string>
  /** Blocks of the other documents in its unit, in order. */
  readonly aligned: readonly string[]
  readonly words: SiblingWords
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

/** Null where the siblings do not say. */
export const verdictOn = (question: Question, pack: LanguagePack | undefined): Verdict | null =>
  mendedDigits(question) ?? signBeside(question) ?? wordVerdict(question, pack) ?? cutVerdict(question)

function wordVerdict(question: Question, pack: LanguagePack | undefined): Verdict | null {
  const { site } = question
  if (mayBeKept(site.read)) {
    const confirming = supportOf(site.read, question)
    if (confirming.aligned) return site.confidence > 0 ? { to: null, ...witnessOf(confirming) } : null
    if (confirming.documents.length > 0 && site.confidence >= SURE) return null
  }
  const before =
    site.repairs.length > 0 && mayBeKept(site.was) && mayBeKept(site.read) ? supportOf(site.was, question) : null
  if (before?.aligned) return { to: site.was, ...witnessOf(before), veto: true }
  const proposals = [...candidates(question)]
    .map(to => ({ to, ...supportOf(to.candidate, question) }))
    .filter(({ documents }) => documents.length > 0) // its own words are no witnesses
  const [best, second] = proposals.sort((a, b) => b.documents.length - a.documents.length)
  if (!best || best.documents.length === second?.documents.length || !isSound(site, best, pack)) return null
  return { to: best.to.word, ...witnessOf(best) }
}

/** The documents that have a word. */
interface Support {
  readonly documents: readonly string[]
  /** A block that is aligned with the site's and has the word. */
  readonly aligned: string | undefined
  readonly anywhere: string | undefined
}

function supportOf(word: string, { own, aligned, words }: Question): Support {
  const where = [...words.where(word)].filter(([document]) => !own.has(document))
  return {
    documents: where.map(([document]) => document),
    aligned: aligned.find(block => words.inBlock(block, word)),
    anywhere: where[0]?.[1],
  }
}

const witnessOf = ({ documents, aligned, anywhere }: Support) => ({
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

function* candidates(question: Question): Generator<Candidate> {
  const { own, aligned, words } = question
  const { seen, read } = question.site
  const isName = (word: string) =>
    [...words.where(word)].some(([d]) => !own.has(d) && words.isName(d, word)) || /[\u2080-\u2099²³½¼¾]/.test(word)
  if (seen.includes('?')) {
    const short = seen.replaceAll('?', '').length < LETTERS_LEFT && !/\p{N}|^\p{Lu}+\?$/u.test(seen)
    // A question mark may be one: not where a sibling has the word without it.
    if (read.endsWith('?') && supportOf(seen.slice(0, -1), question).documents.length > 0) return
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
function isSound(site: Site, best: { to: Candidate } & Support, pack: LanguagePack | undefined): boolean {
  if (!pack) return true
  const listed = rankIn(pack.wordList)(site.read.toLowerCase()) > 0
  const foreign = [...best.to.word.toLowerCase()].some(
    c => /[^\0-\x7f]/.test(c) && /\p{L}/u.test(c) && !pack.letters.includes(c),
  )
  if (foreign) return !listed && (site.confidence < SURE || best.documents.length > 1)
  return !listed || best.aligned !== undefined
}

const DIGIT_FOR: Readonly<Record<string, string>> = { O: '0', o: '0', l: '1', I: '1', '|': '1', S: '5', B: '8', Z: '2' }
const NUMERIC = /[\dOolI|SBZ.,:/–-]/
/** Signs beyond ASCII that stand before or behind a number. */
const SIGN = /[€£¥₪°]/
const REACH = 30

/** Digits for letters, where an aligned block has the number. */
function mendedDigits({ site, text, aligned, words }: Question): Verdict | null {
  if (site.seen.includes('?') || !/\d/.test(site.seen)) return null
  let { start, end } = site
  while (start > 0 && site.start - start < REACH && NUMERIC.test(text[start - 1]!)) start--
  while (end < text.length && end - site.end < REACH && NUMERIC.test(text[end]!)) end++
  while (end > site.end && /[.,:/–-]/.test(text[end - 1]!)) end--
  while (start < site.start && /[.,:/–-]/.test(text[start]!)) start++
  const read = text.slice(start, end)
  if (![...read].every(char => NUMERIC.test(char))) return null
  const to = read.replace(/[^\d.,:/–-]/g, char => DIGIT_FOR[char]!)
  const digits = digitsOf(to)
  const having = aligned.filter(block => words.hasNumber(block, digits))
  const asSeen = aligned.some(block => words.inBlock(block, site.read))
  if (to === read || having.length === 0 || asSeen) return null
  return { to, span: { start, end }, witness: having[0]!, documents: having.length }
}

/** The number on either side of a place, and how far it reaches. */
function numberBeside(text: string, { start, end }: Span): string | null {
  const behind = /(\d[\d.,]*)[ \u00a0]?$/.exec(text.slice(Math.max(0, start - REACH), start))
  const before = /^[ \u00a0]?(\d[\d.,]*\d|\d)/.exec(text.slice(end, end + REACH))
  return before?.[1] ?? behind?.[1] ?? null
}

/** The sign that most aligned blocks set beside the number. */
function signBeside({ site, text, aligned, words }: Question): Verdict | null {
  const sign = site.read
  if (site.seen !== '?' || !(SIGN.test(sign) || sign === '?' || sign === '\ufffd')) return null
  const number = numberBeside(text, site)
  const digits = number && digitsOf(number)
  if (!digits) return null
  const said = new Map<string, string[]>()
  for (const block of aligned) {
    const found = words.signsBeside(block, digits)
    if (found !== null) append(said, found, block)
  }
  const [best, second] = [...said].sort((a, b) => b[1].length - a[1].length)
  if (!best || best[1].length === second?.[1].length || !(SIGN.test(best[0]) || best[0] === '–')) return null
  const to = best[0] === sign ? null : best[0]
  return { to, span: site, witness: best[1][0]!, documents: best[1].length }
}

/** `2.0` before a mark that was cut out of `2.04?.`: siblings that have what is left confirm the cut. */
function cutVerdict({ site, text, aligned, words }: Question): Verdict | null {
  for (const { at, before } of site.repairs) {
    const number = /(\d[\d.,]*\d|\d)$/.exec(text.slice(Math.max(0, at!.start - REACH), at!.start))?.[1]
    const eaten = /^[\dOolI|SBZ]/.exec(before)?.[0]
    if (number === undefined || eaten === undefined) continue
    const digits = digitsOf(number)
    const having = aligned.filter(block => words.hasNumber(block, digits))
    const whole = digits + (DIGIT_FOR[eaten] ?? eaten)
    if (having.length > 0 && !aligned.some(block => words.hasNumber(block, whole)))
      return { to: null, witness: having[0]!, documents: having.length }
  }
  return null
}
