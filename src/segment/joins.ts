/**
 * How two lines of one paragraph are joined: with a blank, with nothing where an address was cut, and at a hyphen
 * according to what the hyphen is. Soft ones go, real ones stay, suspended ones keep their blank. Signs settle most:
 * a soft hyphen, a conjunction behind it, digits and capitals, the same word elsewhere in the text. The rest is weighed:
 * how likely the whole is as a word against its parts as words, and how the text has the habit, for a text either cuts
 * words at line ends or does not. The habit is learned from the text's own hyphens by expectation and maximization.
 */

import type { LanguagePack } from '../languages/pack.js'
import type { RepairEvidence, RepairKind } from '../model.js'
import { once } from '../structures/cache.js'
import { wordProbability } from '../words/word-model.js'
import { type Geometry, wouldFit } from './layout.js'
import type { Line } from './lines.js'

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
  const words = once(() => wordsOf(lines))
  const text: Text = { has: word => words().has(word), spacesPrefixes: once(() => spacesPrefixes(lines)) }
  const habit = once(() => habitOf(lines, pack, text))
  return (cut: Cut): Join => {
    const sure = settled(cut, pack, text)
    if (sure) return sure
    const soft = share(weigh(cut, pack, text), habit())
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

// Words that lead to an address fill so much of their line, or they are a line of a list.
const NARROW = 0.4
const NOTHING: Join = { glue: '', drop: false, kind: 'unwrap', evidence: 'pattern', confidence: 0.95 }
const URL_END = /(?:https?:\/\/|www\.)[^\s<>"]*$/iu
const URL_GOES_ON = /^[\w\-./?=&%#~+:;,@!$*()[\]]+$/u

/** Does an address at the end of `a` go on at the start of `b`? */
export function splitsAddress(a: string, b: string): boolean {
  const tail = a.slice(-EDGE * 5)
  const head = b.slice(0, EDGE * 5)
  if (/[\w.]@$/.test(tail.slice(-3)) && /^[\w-]+\.\w/.test(head)) return true
  const url = URL_END.exec(tail)?.[0]
  if (!url || head.length !== b.length || !URL_GOES_ON.test(head) || /^(?:https?:|www\.)/i.test(head)) return false
  // > | https://elbwerk.example/en/
  // > | Contacts                          a heading
  if (/^\p{Lu}\p{Ll}+:?$/u.test(head)) return false
  return /[-/_=&?%.]$/.test(url) || /[/=&%]|\.html?$|\.php$|\d-|-\d/.test(head)
}

/**
 * An address in running text stands on a line of its own where it did not fit behind the words that lead to it; `so far`
 * the paragraph has that many lines.
 */
export function addressGoesOn(a: Line, b: Line, lines: number, { fits }: Geometry): boolean {
  if (a.ends || (b.indent !== a.indent && lines > 1)) return false
  if (a.address) return lines > 1 && b.low
  return a.width >= NARROW * fits && !wouldFit(a, b, fits)
}

/** The way to join the ends of two lines; `hyphen` judges a hyphen between them. */
export function joinOf(a: string, b: string, hyphen: (cut: Cut) => Join): Join {
  if (splitsAddress(a, b)) return NOTHING
  const cut = cutOf(a, b)
  return cut ? hyphen(cut) : SPACE
}
