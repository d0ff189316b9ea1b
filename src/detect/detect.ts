/**
 * Which of the supported languages a text is in, or none. Script decides first: where a quarter of the letters are
 * Hebrew, the Latin rest is brands. Then every word is scored by word models of our languages, of their neighbours and
 * of others in the script, each of which may also quote foreign words, English above all, and names. A text that fits
 * none of the models is in no language that they know; franc names it then, and is asked too where a language of ours
 * knows few of the words.
 */
import type { LanguagePack } from '../languages/pack.js'
import type { Detected, Tag } from '../model.js'
import { listColumn, sharedTable } from '../words/word-model.js'
import { anyLanguage } from './any-language.js'
import { type Contender, contenders, fieldOf } from './candidates.js'
import { type Script, sample, type Token, tokensOf, type WordKind } from './tokens.js'

// Share of foreign words that any text may hold: of plain words, of those with the sentence's capital, and of those
// with a capital of their own, which are likely names. Without it one English brand outvotes a Danish heading. Chosen on
// headings of the trade; from .02 to .1, .1 to .6 and .5 to .8 little changes.
const FOREIGN: Readonly<Record<WordKind, number>> = { plain: 0.05, first: 0.4, name: 0.7 }
// More than half of the foreign words of any language are English.
const FOREIGN_ENGLISH = 0.6
// A word that no list has is spelled by chance like this language or that: a row of product names must not decide.
const FOREIGN_UNKNOWN = 0.2
// Every listed word is likelier.
const LISTED = 5e-6
// Nats that make the margin .63.
const MARGIN_SCALE = 5
// Where frequent words alone left one language, the margin is 1.
const NO_RIVAL = 10 * MARGIN_SCALE
/**
 * Answers with at least this margin are right 995 times in a thousand. Of texts in our languages and others seven in ten have
 * it: of phrases of two to five words 51 %, of headings 66 %, of sentences 80 %, of paragraphs 94 %; a text in no language of
 * ours has the margin of its guess. `npm run eval -- DIR language` prints it for both halves of a set.
 */
export const SURE = 0.6
// Where one language is left by its frequent words, and they are this share of enough words, nothing else is looked at.
// They are 30 to 50 % of clean text, 5 to 20 % of text in another language.
const FREQUENT = 0.25
const ENOUGH = 12
// Mean log probability of a letter below which the best language does not fit: a long text needs a better fit.
const FIT_LONG = -2.9
const FIT_SHORT = -1.6
// As many letters of other scripts are a text in them, not signs of a formula.
const STRANGE = 4
// So many words that are no names let a block be doubted that does not fit its document's language.
const FEW = 3
// A script of its own speaks for a language before any word does.
const FIT_SCRIPT = 0.7
// Share of the words, names apart, that a language has in its list: of whole texts in German and Italian .54 and more in 99 of
// 100, in Romansh weighed as Italian .34 to .55. Below it another opinion is asked for, of so many words at least.
const KNOWN = 0.55
const MANY = 40
// A stranger that knows fewer is a relative of the language of the text: Galician knows .63 of Portuguese, its own language .77 to .91.
const KNOWN_STRANGER = 0.7
// What a block pays, in nats, for another language than its document's; English is what is embedded most.
const PRICE_ENGLISH = 1.8
const PRICE_OTHER = 12

interface Scored {
  readonly tag: Tag
  readonly pack: LanguagePack | undefined
  readonly isLesser: boolean
  readonly column: number
  readonly score: number
}

/** The likeliest language, the next, and the likeliest of those that have a pack. */
interface Ranking {
  readonly best: Scored
  readonly second: Scored | null
  readonly ours: Scored
}

/**
 * The language of a text: one of the packs, or `und`. `guess` is the best guess among all languages (BCP 47), `und` where
 * there is none. `margin` is the distance to the runner-up, neighbours included, 0 to 1; it grows with the length of the
 * text. Time is bounded for texts of any size.
 */
export function detect(text: string, packs: readonly LanguagePack[]): Detected {
  const read = tokensOf(sample(text))
  const found = decide(read, packs, null)
  const own = packs.find(pack => pack.tag === found.tag)
  if (found.evidence === 'none' || (own && isKnownTo(own, read.tokens))) return found
  const other = own || found.guess === 'und' ? anyLanguage(text) : null
  if (other === null || other.tag === own?.tag) return found
  const evidence = own ? 'trigrams' : found.evidence
  // A few words have trigrams of any language.
  const margin = read.tokens.length === 0 ? other.margin : other.margin * Math.min(1, read.tokens.length / MANY)
  return { tag: 'und', evidence, margin: Math.round(margin * 1e4) / 1e4, guess: other.tag }
}

/** The same for a block of a document, to which the document's language is a soft prior; no letters: the document's. */
export function detectBlock(text: string, packs: readonly LanguagePack[], documentTag: Tag): Detected {
  const trusted = packs.find(pack => pack.tag === documentTag) ?? null
  const found = decide(tokensOf(sample(text)), packs, trusted)
  return trusted && found.evidence === 'none' ? { ...found, tag: documentTag, guess: documentTag } : found
}

/** Does a language know as many of the words as it does of any text in it? A short text is not asked. */
function isKnownTo({ script, wordList }: LanguagePack, tokens: readonly Token[]): boolean {
  const plain = tokens.filter(isPlain)
  return script !== 'Latn' || plain.length < MANY || knownShare(plain, listColumn(wordList)) >= KNOWN
}

/** The share of the words that stand in the list of a language. */
const knownShare = (tokens: readonly Token[], column: number): number =>
  tokens.filter(({ word }) => sharedTable().rank(word, column) > 0).length / tokens.length

type Read = ReturnType<typeof tokensOf>

/**
 * `trusted` is the language that need not prove itself: a heading of names fits no list, and is the document's. The guess is
 * one of the languages that words are known of.
 */
function decide(
  { script, tokens, strange }: Read,
  packs: readonly LanguagePack[],
  trusted: LanguagePack | null,
): Detected {
  if (script === 'other') return strange >= STRANGE ? { ...NONE, evidence: 'script', margin: 1 } : NONE
  if (tokens.length === 0 || !packs.some(pack => pack.script === script)) return NONE
  const home = trusted?.script === script ? trusted : null
  const field = fieldOf(packs, script)
  const { left, frequent } = contenders(field, tokens, home)
  const plain = left.length === 1 && frequent >= FREQUENT && tokens.length >= ENOUGH
  if (plain) return found(left[0]!.tag, script, NO_RIVAL)
  const first = rank(tokens, left, home)
  const doubted =
    home !== null && first.best.pack === home && tokens.filter(isPlain).length >= FEW && !fits(tokens, first.best)
  const { best, second, ours } = doubted ? rank(tokens, contenders(field, tokens, null).left, home) : first
  const rival = best.column === ours.column ? second : ours
  const gap = rival ? best.score - rival.score : NO_RIVAL
  const isFit = best.pack === home || fits(tokens, best)
  if (best.pack && isFit) return found(best.tag, script, gap)
  const guess =
    isFit && (best.isLesser || knownShare(tokens.filter(isPlain), best.column) >= KNOWN_STRANGER) ? best.tag : 'und'
  return { tag: 'und', evidence: best.pack ? 'trigrams' : 'words', margin: marginOf(gap), guess }
}

const found = (tag: Tag, script: Script, gap: number): Detected => ({
  tag,
  evidence: script === 'Hebr' ? 'script' : 'words',
  margin: marginOf(gap),
  guess: tag,
})

const marginOf = (gap: number) => Math.round((1 - Math.exp(-gap / MARGIN_SCALE)) * 1e4) / 1e4

const NONE: Detected = { tag: 'und', evidence: 'none', margin: 0, guess: 'und' }

/** What a language pays for not being the document's. */
function price(pack: LanguagePack | undefined, home: LanguagePack | null): number {
  if (!home || pack === home) return 0
  return pack?.tag === 'en' ? PRICE_ENGLISH : PRICE_OTHER
}

/** Every contender weighed in nats. */
function rank(tokens: readonly Token[], field: readonly Contender[], home: LanguagePack | null): Ranking {
  const table = sharedTable()
  const columns = field.map(contender => contender.column())
  const scores = new Float64Array(field.length)
  for (let k = 0; k < field.length; k++) scores[k] = field[k]!.prior - price(field[k]!.pack, home)
  const english = columns[field.findIndex(({ pack }) => pack?.tag === 'en')]
  for (const { word, kind } of tokens) {
    const found = table.probabilities(word, columns)
    let any = 0
    let most = 0
    for (const column of columns) {
      any += found[column]!
      most = Math.max(most, found[column]!)
    }
    any /= columns.length
    const share = most < LISTED ? Math.max(FOREIGN[kind], FOREIGN_UNKNOWN) : FOREIGN[kind]
    const foreign = english === undefined ? any : FOREIGN_ENGLISH * found[english]! + (1 - FOREIGN_ENGLISH) * any
    for (let k = 0; k < columns.length; k++)
      scores[k]! += Math.log((1 - share) * found[columns[k]!]! + share * foreign + Number.MIN_VALUE)
  }
  const scored = (k: number): Scored => ({ ...field[k]!, column: columns[k]!, score: scores[k]! })
  const best = highest(scores, () => true)
  const second = highest(scores, k => k !== best)
  return {
    best: scored(best),
    second: second < 0 ? null : scored(second),
    ours: scored(highest(scores, k => field[k]!.pack !== undefined)),
  }
}

/** The number of the highest of some values, the first of several; -1 of none. */
function highest(values: Float64Array, isMeant: (k: number) => boolean): number {
  let best = -1
  for (let k = 0; k < values.length; k++) if (isMeant(k) && (best < 0 || values[k]! > values[best]!)) best = k
  return best
}

/** Whether the letters of a text are those of a language at all. */
function fits(tokens: readonly Token[], { pack, column }: Scored): boolean {
  const needed = FIT_LONG + FIT_SHORT / Math.sqrt(tokens.length) - (pack?.script === 'Latn' ? 0 : FIT_SCRIPT)
  return fit(tokens, column) >= needed
}

// The word table looks no further.
const LONGEST_WORD = 30

const isPlain = ({ kind }: Token) => kind !== 'name'

/** Mean log probability of a letter, names apart where there are other words. */
function fit(tokens: readonly Token[], column: number): number {
  const plain = tokens.filter(isPlain)
  const used = plain.length > 0 ? plain : tokens
  let score = 0
  let letters = 0
  for (const { word } of used) {
    score += Math.log(sharedTable().probabilities(word, [column])[column]!)
    letters += Math.min(word.length, LONGEST_WORD) + 1
  }
  return score / letters
}
