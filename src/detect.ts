/**
 * Which of the supported languages a text is in, or none. Script decides first: where a quarter of the letters are
 * Hebrew, the Latin rest is brands. Then every word is scored by word models of our languages and of their neighbours,
 * each of which may also quote foreign words and names. What has no word list (Icelandic, Luxembourgish, Yiddish) is
 * told by its own frequent words and letters, by franc, and by fitting none of the lists. Only a sample of a long text
 * is read, from windows spread over it.
 */
import { francAll } from 'franc'
import type { LanguagePack } from './languages/pack.js'
import type { Detected, LanguageEvidence, Tag } from './model.js'
import { type WordModel, wordModel } from './text/word-model.js'

// Neighbours and other languages in the same script that are in the package of word lists. Vietnamese is left out: its
// one-syllable words fit whatever is damaged.
// biome-ignore format: a list of names
const OTHERS = [
  'afrikaans', 'norwegian', 'swedish', 'spanish', 'french', 'catalan', 'portuguese', 'romanian', 'occitan', 'finnish', 'estonian',
  'polish', 'czech', 'slovak', 'slovenian', 'hungarian', 'turkish', 'indonesian', 'lithuanian', 'latvian', 'esperanto', 'albanian',
]
const HEBREW_SHARE = 0.25
const LATIN_SHARE = 0.5
// Ten windows of 350 characters: on whole news texts more did not change an answer.
const WINDOWS = 10
const WINDOW = 350
// The word model looks no further.
const LONGEST_WORD = 30
// Share of foreign words and names that any text may hold; without it one English brand outvotes a Danish heading.
const FOREIGN = 0.1
// A capital inside a sentence is likely a name. German nouns lose little by it.
const NAME_WEIGHT = 0.5
// Candidates this many nats behind are no longer scored.
const HOPELESS = 60
const PRUNE_EVERY = 40
// Nats that make the margin .63.
const MARGIN_SCALE = 5
// Mean log probability of a letter below which the best language does not fit: a long text needs a better fit.
const FIT_LONG = -2.55
const FIT_SHORT = -1.6
// A script of its own speaks for a language before any word does.
const FIT_SCRIPT = 0.7
// franc is asked where the fit is this close to the bound, and for texts that it can judge.
const FRANC_SAY = 0.3
const FRANC_LENGTH = 25
// franc knows no Swiss German and says German, so that its assent weighs little.
const FRANC_AGREES = 0.1
// Evidence for a neighbour without a list: its own word, its own letter, a frequent word of ours.
const NEIGHBOUR_WORD = 3
const NEIGHBOUR_LETTER = 2
const OWN_WORD = -0.7
const NEIGHBOUR_WINS = 3
// What a block pays, in nats, for another language than its document's; English is what is embedded most.
const PRIOR_ENGLISH = 5
const PRIOR_OTHER = 12

interface Token {
  readonly word: string
  readonly weight: number
}

type Neighbour = LanguagePack['neighbours'][number]

interface Scored {
  readonly model: WordModel
  readonly pack: LanguagePack | undefined
  readonly score: number
}

/**
 * The language of a text: one of the packs, or `und` with the best guess beside it. `margin` is the distance to the
 * runner-up, neighbours included, 0 to 1; it grows with the length of the text. Time is bounded for texts of any size.
 */
export function detect(text: string, packs: readonly LanguagePack[]): Detected {
  return decide(text, packs, () => 0, null)
}

/** The same for a block of a document, to which the document's language is a soft prior; no letters: the document's. */
export function detectBlock(text: string, packs: readonly LanguagePack[], documentTag: Tag): Detected {
  if (!packs.some(pack => pack.tag === documentTag)) return detect(text, packs)
  const price = (tag: Tag | undefined) => (tag === documentTag ? 0 : tag === 'en' ? -PRIOR_ENGLISH : -PRIOR_OTHER)
  const found = decide(text, packs, price, documentTag)
  return found.evidence === 'none' ? { tag: documentTag, evidence: 'none', margin: 0, guess: documentTag } : found
}

/** `trusted` is the language that need not prove itself: a heading of names fits no list, and is the document's. */
function decide(
  text: string,
  packs: readonly LanguagePack[],
  price: (tag: Tag | undefined) => number,
  trusted: Tag | null,
): Detected {
  const sampled = sample(text)
  const script = scriptOf(sampled)
  const candidates = packs.filter(pack => pack.script === script)
  const tokens = tokensOf(sampled, script)
  if (candidates.length === 0 || tokens.length === 0) return none(packs)
  const scored = rank(tokens, candidates, script === 'Latn' ? OTHERS : [], price)
  const best = scored[0]!
  const ours = scored.find(s => s.pack)!
  const guess = ours.pack!.tag
  const gap = scored.length > 1 ? best.score - scored[1]!.score : 2 * MARGIN_SCALE
  const margin = Math.round((1 - Math.exp(-gap / MARGIN_SCALE)) * 1e4) / 1e4
  const verdict = !best.pack ? 'words' : guess === trusted ? null : rejection(tokens, best)
  if (verdict) return { tag: 'und', evidence: verdict, margin, guess }
  return { tag: guess, evidence: script === 'Hebr' ? 'script' : 'words', margin, guess }
}

const none = (packs: readonly LanguagePack[]): Detected => ({
  tag: 'und',
  evidence: 'none',
  margin: 0,
  guess: packs.find(pack => pack.tag === 'en')?.tag ?? packs[0]?.tag ?? 'und',
})

/** Windows spread evenly over a long text; a short one as it is. */
function sample(text: string): string {
  if (text.length <= WINDOWS * WINDOW) return text
  const step = Math.floor((text.length - WINDOW) / (WINDOWS - 1))
  return Array.from({ length: WINDOWS }, (_, i) => text.slice(i * step, i * step + WINDOW)).join(' ')
}

function scriptOf(text: string): 'Hebr' | 'Latn' | 'other' {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
  const letters = count(/\p{L}/gu)
  if (letters === 0) return 'other'
  if (count(/\p{Script=Hebrew}/gu) >= HEBREW_SHARE * letters) return 'Hebr'
  return count(/\p{Script=Latin}/gu) >= LATIN_SHARE * letters ? 'Latn' : 'other'
}

/** The words of one script in lower case, without those of addresses. */
function tokensOf(text: string, script: 'Hebr' | 'Latn' | 'other'): Token[] {
  const inScript = script === 'Hebr' ? /\p{Script=Hebrew}/u : /\p{Script=Latin}/u
  const shouting = text === text.toUpperCase()
  let start = true
  const tokens: Token[] = []
  for (const piece of text.split(/\s+/)) {
    if (piece.includes('://') || piece.includes('@') || piece.startsWith('www.')) continue
    for (const match of piece.matchAll(/[\p{L}\p{M}]+(?:['’"״׳][\p{L}\p{M}]+)*/gu)) {
      if (!inScript.test(match[0])) continue
      const name = !start && !shouting && match[0][0] !== match[0][0]!.toLowerCase()
      tokens.push({ word: match[0].toLowerCase(), weight: name ? NAME_WEIGHT : 1 })
      start = false
    }
    if (/[.!?:]$/.test(piece)) start = true
  }
  return tokens
}

/** Every language with its score in nats, best first; those that fell far behind are left out. */
function rank(
  tokens: readonly Token[],
  packs: readonly LanguagePack[],
  others: readonly string[],
  price: (tag: Tag | undefined) => number,
): Scored[] {
  const row = (pack: LanguagePack | undefined, list: string) => ({
    model: wordModel(list),
    pack,
    score: price(pack?.tag),
    now: 0,
  })
  const rows = [...packs.map(pack => row(pack, pack.wordList)), ...others.map(list => row(undefined, list))]
  const size = rows.length
  let live = rows
  tokens.forEach(({ word, weight }, i) => {
    let any = 0
    for (const r of live) any += r.now = r.model.probability(word)
    const foreign = (FOREIGN * any) / size
    for (const r of live) r.score += weight * Math.log((1 - FOREIGN) * r.now + foreign + Number.MIN_VALUE)
    if (i % PRUNE_EVERY === PRUNE_EVERY - 1) {
      const top = Math.max(...live.map(r => r.score))
      live = live.filter(r => r.pack || r.score > top - HOPELESS)
    }
  })
  return live.sort((a, b) => b.score - a.score || (a.model.name < b.model.name ? -1 : 1))
}

/** Why the best language is not believed: a neighbour without a list, or no list fits. Null where it is believed. */
function rejection(tokens: readonly Token[], best: Scored): LanguageEvidence | null {
  const pack = best.pack!
  if (pack.neighbours.some(n => neighbourScore(tokens, pack, n) >= NEIGHBOUR_WINS)) return 'words'
  const shortfall =
    FIT_LONG +
    FIT_SHORT / Math.sqrt(tokens.length) -
    fit(tokens, best.model) -
    (pack.script === 'Latn' ? 0 : FIT_SCRIPT)
  if (Math.abs(shortfall) > FRANC_SAY) return shortfall > 0 ? 'trigrams' : null
  return shortfall - francAgrees(tokens.map(token => token.word).join(' '), pack) > 0 ? 'trigrams' : null
}

/** What franc says in a doubtful case: for the language, against it, or nothing, as an amount of fit. */
function francAgrees(text: string, pack: LanguagePack): number {
  const top = francAll(text, { minLength: FRANC_LENGTH })[0]![0]
  return top === 'und' ? 0 : top === pack.iso639_3 ? FRANC_AGREES : -FRANC_SAY
}

/** Mean log probability of a letter, names apart where there are other words. */
function fit(tokens: readonly Token[], model: WordModel): number {
  const plain = tokens.filter(t => t.weight === 1)
  const used = plain.length > 0 ? plain : tokens
  let score = 0
  let letters = 0
  for (const { word } of used) {
    score += Math.log(model.probability(word))
    letters += Math.min(word.length, LONGEST_WORD) + 1
  }
  return score / letters
}

interface Signs {
  readonly words: ReadonlySet<string>
  readonly ours: ReadonlySet<string>
  readonly letters: readonly string[]
}

const cache = new WeakMap<Neighbour, Signs>()

/** Words and letters that the neighbour has and the language has not, against the language's own frequent words. */
function neighbourScore(tokens: readonly Token[], pack: LanguagePack, neighbour: Neighbour): number {
  const signs = cache.get(neighbour) ?? signsOf(pack, neighbour)
  let score = 0
  for (const { word } of tokens) {
    if (signs.words.has(word)) score += NEIGHBOUR_WORD
    else if (signs.ours.has(word)) score += OWN_WORD
    else if (signs.letters.some(letter => word.includes(letter))) score += NEIGHBOUR_LETTER
  }
  return score
}

function signsOf(pack: LanguagePack, neighbour: Neighbour): Signs {
  const letters = [...(neighbour.letters ?? '')].filter(letter => !pack.letters.includes(letter))
  const signs = { words: new Set(neighbour.words), ours: new Set(pack.functionWords), letters }
  cache.set(neighbour, signs)
  return signs
}
