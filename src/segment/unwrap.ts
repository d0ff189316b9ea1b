/**
 * How two lines of one paragraph are joined: with a blank, with nothing where an address was cut, and at a hyphen
 * according to what the hyphen is.
 */
import { type Cut, cutOf, type Join, SPACE } from './hyphens.js'
import { type Geometry, wouldFit } from './layout.js'
import type { Line } from './lines.js'

const EDGE = 200
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
