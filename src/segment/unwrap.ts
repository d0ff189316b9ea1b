/**
 * How two lines of one paragraph are joined: with a blank, with nothing where an address was cut, and at a hyphen
 * according to what the hyphen is. Real ones stay, soft ones go, suspended ones keep their blank. The same word elsewhere
 * in the text decides first, then capitals and digits, then the words of the language; what nothing decides stays real,
 * which loses no character.
 */
import type { LanguagePack } from '../languages/pack.js'
import type { RepairEvidence, RepairKind } from '../model.js'
import { wordRanks } from '../text/lexicon.js'

export interface Join {
  /** What stands between the two contents. */
  readonly glue: '' | ' '
  /** The hyphen at the end of the first line goes too. */
  readonly drop: boolean
  readonly kind: RepairKind
  readonly evidence: RepairEvidence
  readonly confidence: number
}

const EDGE = 200
const SPACE: Join = { glue: ' ', drop: false, kind: 'unwrap', evidence: 'layout', confidence: 1 }
const NOTHING: Join = { glue: '', drop: false, kind: 'unwrap', evidence: 'pattern', confidence: 0.95 }
const URL_END = /(?:https?:\/\/|www\.)[^\s<>"]*$/iu
const URL_GOES_ON = /^[\w\-./?=&%#~+:;,@!$*()[\]]+$/u
const LEFT = /([\p{L}\p{M}\p{N}]+)[-‐\u00ad]$/u
const RIGHT = /^["„“»«‘'(]*([\p{L}\p{M}\p{N}]+)(-?)/u

/** Does an address at the end of `a` go on at the start of `b`? */
export function splitsAddress(a: string, b: string): boolean {
  const tail = a.slice(-EDGE * 5)
  const head = b.slice(0, EDGE * 5)
  if (/[\w.]@$/.test(tail.slice(-3)) && /^[\w-]+\.\w/.test(head)) return true
  const url = URL_END.exec(tail)?.[0]
  if (!url || head.length !== b.length || !URL_GOES_ON.test(head) || /^(?:https?:|www\.)/i.test(head)) return false
  return /[-/_=&?%.]$/.test(url) || /[/=&%]|\.html?$|\.php$|\d-|-\d/.test(head)
}

/** The way to join the ends of two lines; `known` tells how often a word stands in the text, in lower case. */
export function joinOf(a: string, b: string, pack: LanguagePack, known: (word: string) => boolean): Join {
  if (splitsAddress(a, b)) return NOTHING
  const left = LEFT.exec(a.slice(-EDGE))
  const right = RIGHT.exec(b.slice(0, EDGE))
  if (!left || !right) return SPACE
  return hyphen(a.slice(-1), left[1]!, right[1]!, right[2] === '-', pack, known)
}

function hyphen(
  sign: string,
  left: string,
  right: string,
  more: boolean,
  pack: LanguagePack,
  known: (word: string) => boolean,
): Join {
  const joined = (drop: boolean, evidence: RepairEvidence, confidence: number): Join => ({
    glue: '',
    drop,
    kind: 'hyphen',
    evidence,
    confidence,
  })
  if (sign === '\u00ad') return joined(true, 'pattern', 1)
  if (pack.conjunctions.includes(right.toLowerCase()) && !more) return { ...SPACE, confidence: 0.9 }
  // Hebrew cuts no words: its hyphens are real.
  if (pack.script === 'Hebr') return joined(false, 'pattern', 1)
  const [l, r] = [left.toLowerCase(), right.toLowerCase()]
  const [whole, apart] = [known(l + r), known(`${l}-${r}`)]
  if (whole !== apart) return joined(whole, 'document', 0.95)
  if (/[\p{N}]$|^\p{Lu}{2,}$/u.test(left) || /^[\p{Lu}\p{N}]/u.test(right) || more) return joined(false, 'layout', 0.95)
  const ranks = pack.wordList ? wordRanks(pack.wordList) : new Map<string, number>()
  if (ranks.has(l + r)) return joined(true, 'words', 0.9)
  const bothWords = l.length > 2 && r.length > 2 && ranks.has(l) && ranks.has(r)
  const aWord = ranks.has(r) && r.length > 3
  return joined(!bothWords && !aWord && ranks.size > 0, 'words', 0.7)
}
