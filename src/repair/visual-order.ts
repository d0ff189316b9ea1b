/**
 * Hebrew stored in visual order, as old systems did: every line from left to right as it stood on the screen. Five
 * letters have a form that only ends words: a text in which words begin with it, and in which its words are known when
 * they are turned round, is in visual order. Text in reading order has no such word at all, which is seen in one scan;
 * abbreviations and headings are no counter-case. A text is judged as a whole, but a line that speaks for itself goes
 * its own way. How a line is turned: `bidi.ts`. A paragraph that was wrapped keeps the order of its lines.
 */
import type { LanguagePack } from '../languages/pack.js'
import type { Repair } from '../model.js'
import { wordRanks } from '../text/lexicon.js'
import { logicalOrder } from './bidi.js'
import { type Ground, type Pass, replaced } from './pass.js'

/** So many words must speak, and so many times more of them for the visual order. */
const WORDS_NEEDED = 4
const TIMES_MORE = 3
/** Words are looked up so far into a text; all lines behind follow. */
const SAMPLE = 50_000

const ground: Ground = { kind: 'visual-order', evidence: 'words', lossy: false, confidence: 0.99 }
const isHebrew = (code: number) => code >= 0x5d0 && code <= 0x5ea
/** ך ם ן ף ץ */
const isFinal = (code: number) => code === 0x5da || code === 0x5dd || code === 0x5df || code === 0x5e3 || code === 0x5e5

/** Turn the lines of a text in visual order. */
export function repairVisualOrder(text: string, packs: readonly LanguagePack[]): Pass {
  if (!beginsWithFinal(text)) return { repairs: [] }
  const pack = packs.find(p => p.script === 'Hebr')
  if (!pack) return { repairs: [] }
  const ranks = wordRanks(pack.wordList)
  const whole = votes(text.slice(0, SAMPLE), ranks)
  const repairs: Repair[] = []
  for (const match of text.matchAll(/[^\r\n\f]+/g)) {
    const line = match[0]
    if (!/[\u05d0-\u05ea]/.test(line)) continue
    const own = votes(line.slice(0, SAMPLE), ranks)
    const turn = whole.visual ? own.against <= own.for : own.visual
    if (!turn) continue
    const logical = logicalOrder(line)
    if (logical !== line) repairs.push(replaced(text, match.index, line.length, logical, ground))
  }
  return { repairs }
}

/** Does any word of two letters or more begin with a final form? */
function beginsWithFinal(text: string): boolean {
  if (!/[\u05da\u05dd\u05df\u05e3\u05e5]/.test(text)) return false
  let inside = false
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 0x5d0) {
      inside = code === 0x22 || code === 0x27 ? inside : false
      continue
    }
    const letter = isHebrew(code)
    if (letter && !inside && isFinal(code) && isHebrew(text.charCodeAt(i + 1))) return true
    inside = letter
  }
  return false
}

interface Votes {
  readonly for: number
  readonly against: number
  readonly visual: boolean
}

function votes(text: string, ranks: ReadonlyMap<string, number>): Votes {
  let pro = 0
  let con = 0
  let finals = 0
  for (const [word] of text.matchAll(/[\u05d0-\u05ea]{2,}/g)) {
    if (isFinal(word.charCodeAt(0))) finals++
    if (isFinal(word.charCodeAt(word.length - 1))) con++
    if (ranks.has(word.split('').reverse().join(''))) pro++
    if (ranks.has(word)) con++
  }
  pro += finals
  return { for: pro, against: con, visual: pro >= WORDS_NEEDED && pro > con * TIMES_MORE && finals > 0 }
}
