/**
 * What a hyphen at the end of a line is. Soft ones go, real ones stay, suspended ones keep their blank. Signs settle most:
 * a soft hyphen, a conjunction behind it, digits and capitals, the same word elsewhere in the text. The rest is weighed:
 * how likely the whole is as a word against its parts as words, and how the text has the habit, for a text either cuts
 * words at line ends or does not. The habit is learned from the text's own hyphens by expectation and maximization.
 */
import type { LanguagePack } from '../languages/pack.js'
import type { RepairEvidence, RepairKind } from '../model.js'
import { wordProbability } from '../words/word-model.js'

export interface Join {
  /** What stands between the two contents. */
  readonly glue: '' | ' '
  /** The hyphen at the end of the first line goes too. */
  readonly drop: boolean
  readonly kind: RepairKind
  readonly evidence: RepairEvidence
  readonly confidence: number
}

/** A hyphen between two lines, and the letters on either side. */
export interface Cut {
  readonly sign: string
  readonly left: string
  readonly right: string
  /** The word behind the line end goes on with a hyphen. */
  readonly more: boolean
}

type Lines = readonly { readonly text: string }[]

/** What a text tells of its hyphens; read when it is first asked for, and once. */
interface Text {
  /** Does the word stand in it, away from line ends? In lower case. */
  has(word: string): boolean
  /** Does it put blanks behind the hyphens of Hebrew prefixes? */
  spacesPrefixes(): boolean
}

/** No single word says more than this, as a power of ten. */
const MOST = 4
/** A part that stands as a word elsewhere in the text is at least so likely. */
const SEEN = 1e-4
/** Before its hyphens are read: a text that cuts words ends one line in ten with a hyphen, another one in fifty. */
const MANY = 0.04
const FEWEST_LINES = 20
const HABITS = { many: 0.75, few: 0.25, unknown: 0.5 }
/** It weighs as much as this many hyphens. */
const HABIT_WEIGHT = 2
const TURNS = 3
const SUREST = 0.95

const EDGE = 200
const LEFT = /([\p{L}\p{M}\p{N}]+)[-‐\u00ad]$/u
const RIGHT = /^["„“»«‘'(]*([\p{L}\p{M}\p{N}]+)(-?)/u
const WORDS = /[\p{L}\p{M}\p{N}]+(?:[-‐][\p{L}\p{M}\p{N}]+)*/gu

export const SPACE: Join = { glue: ' ', drop: false, kind: 'unwrap', evidence: 'layout', confidence: 1 }

const joined = (drop: boolean, evidence: RepairEvidence, confidence: number): Join => ({
  glue: '',
  drop,
  kind: 'hyphen',
  evidence,
  confidence,
})

/** The hyphen between the ends of two lines; null where there is none. */
export function cutOf(a: string, b: string): Cut | null {
  const left = LEFT.exec(a.slice(-EDGE))
  const right = left && RIGHT.exec(b.slice(0, EDGE))
  return right ? { sign: a.slice(-1), left: left[1]!, right: right[1]!, more: right[2] === '-' } : null
}

/** Joins the hyphens of one text by its lines in order, which are read when the first hyphen asks. */
export function hyphenJoins(lines: Lines, pack: LanguagePack) {
  let words: ReadonlySet<string> | undefined
  let spaced: boolean | undefined
  let habit: number | undefined
  const text: Text = {
    has: word => {
      words ??= wordsOf(lines)
      return words.has(word)
    },
    spacesPrefixes: () => {
      spaced ??= spacesPrefixes(lines)
      return spaced
    },
  }
  return (cut: Cut): Join => {
    const sure = settled(cut, pack, text)
    if (sure) return sure
    habit ??= habitOf(lines, pack, text)
    const soft = share(weigh(cut, pack, text), habit)
    return joined(soft > 0.5, 'words', Math.min(SUREST, Math.round(100 * Math.max(soft, 1 - soft)) / 100))
  }
}

/** The words of the lines in lower case, without the parts at line ends. */
function wordsOf(lines: Lines): ReadonlySet<string> {
  const words = new Set<string>()
  let first = 0
  lines.forEach(({ text }, i) => {
    const found = text.toLowerCase().match(WORDS) ?? []
    const cut = i + 1 < lines.length && cutOf(text, lines[i + 1]!.text) !== null
    for (let k = first; k < found.length - (cut ? 1 : 0); k++) words.add(found[k]!)
    first = cut ? 1 : 0
  })
  return words
}

/** What signs settle; null where the word must be weighed. */
function settled(cut: Cut, pack: LanguagePack, text: Text): Join | null {
  const { sign, left, right, more } = cut
  if (sign === '\u00ad') return joined(true, 'pattern', 1)
  if (pack.conjunctions.includes(right.toLowerCase()) && !more) return { ...SPACE, confidence: 0.9 }
  if (pack.script === 'Hebr') return prefixed(cut, pack, text)
  const [whole, apart] = [text.has(`${left}${right}`.toLowerCase()), text.has(`${left}-${right}`.toLowerCase())]
  if (whole !== apart) return joined(whole, 'document', SUREST)
  if (/[\p{N}]$|^\p{Lu}{2,}$/u.test(left) || /^[\p{Lu}\p{N}]/u.test(right) || more)
    return joined(false, 'layout', SUREST)
  return pack.wordList ? null : joined(false, 'layout', 0.7)
}

/** Hebrew cuts no words. Some writers put a blank behind the hyphen of a prefix (`ב- 20`), others do not (`ב-20`). */
function prefixed({ left, right }: Cut, pack: LanguagePack, text: Text): Join {
  const prefix = [...left].every(letter => pack.prefixLetters.includes(letter)) && !/^\p{Script=Hebrew}/u.test(right)
  if (!prefix) return joined(false, 'pattern', 1)
  return text.spacesPrefixes() ? { ...SPACE, evidence: 'document', confidence: 0.9 } : joined(false, 'pattern', 0.9)
}

function spacesPrefixes(lines: Lines): boolean {
  const count = (pattern: RegExp) => lines.reduce((sum, { text }) => sum + (text.match(pattern)?.length ?? 0), 0)
  return count(/\p{Script=Hebrew}- [\p{Script=Latin}\p{N}]/gu) > count(/\p{Script=Hebrew}-[\p{Script=Latin}\p{N}]/gu)
}

/** How much likelier the whole is than its parts, as a power of ten. */
function weigh({ left, right }: Cut, pack: LanguagePack, text: Text): number {
  const probability = wordProbability(pack)
  const part = (word: string) => Math.max(probability(word), text.has(word) ? SEEN : 0)
  const [l, r] = [left.toLowerCase(), right.toLowerCase()]
  const score = Math.log10(probability(l + r) / (part(l) * part(r)))
  return Math.max(-MOST, Math.min(MOST, score))
}

/** The share of soft ones among hyphens of this weight in a text of this habit. */
const share = (weight: number, habit: number) => {
  const soft = habit * 10 ** weight
  return soft / (soft + 1 - habit)
}

/** The share of soft hyphens among those that only weighing tells (Dempster, Laird and Rubin 1977). */
function habitOf(lines: Lines, pack: LanguagePack, text: Text): number {
  const weights: number[] = []
  let ends = 0
  lines.forEach((line, i) => {
    const cut = i + 1 < lines.length ? cutOf(line.text, lines[i + 1]!.text) : null
    if (!cut) return
    ends++
    const sure = settled(cut, pack, text)
    if (!sure) weights.push(weigh(cut, pack, text))
    else if (sure.evidence === 'document' && sure.kind === 'hyphen') weights.push(sure.drop ? MOST : -MOST)
  })
  const before = lines.length < FEWEST_LINES ? HABITS.unknown : ends >= MANY * lines.length ? HABITS.many : HABITS.few
  let habit = before
  for (let turn = 0; turn < TURNS; turn++) {
    const soft = weights.reduce((sum, weight) => sum + share(weight, habit), 0)
    habit = (soft + before * HABIT_WEIGHT) / (weights.length + HABIT_WEIGHT)
  }
  return habit
}
