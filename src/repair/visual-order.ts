/**
 * Hebrew stored in visual order, as old systems did: every line from left to right as it stood on the screen. Five
 * letters have a form that only ends words: a text in which words begin with it, and in which its words are known when
 * they are turned round, is in visual order. Text in reading order has no such word at all, which is seen in one scan;
 * abbreviations and headings are no counter-case. A text is judged as a whole, but a line that speaks for itself goes
 * its own way. How a line is turned: `tokens/visual-line.ts`. A paragraph that was wrapped keeps the order of its lines.
 */

import type { LanguagePack } from '../languages/pack.js'
import type { Repair } from '../model.js'
import { isHebrew } from '../tokens/characters.js'
import { logicalOrder } from '../tokens/visual-line.js'
import { type Rank, rankIn } from '../words/word-model.js'
import { type Ground, NOTHING, type Pass, replaced } from './pass.js'

/** So many words must speak, and so many times more of them for the visual order. */
const WORDS_NEEDED = 4
const TIMES_MORE = 3
/** So many words with a final form at their beginning, and so many times more than at the end, speak for themselves. */
const PLAINLY = 8
/** Words are looked up so far into a text; all lines behind follow. */
const SAMPLE = 50_000

const ground: Ground = { kind: 'visual-order', evidence: 'words', lossy: false, confidence: 0.99 }
/** ך ם ן ף ץ */
const isFinal = (code: number) => code === 0x5da || code === 0x5dd || code === 0x5df || code === 0x5e3 || code === 0x5e5

/** Turn the lines of a text in visual order. */
export function repairVisualOrder(text: string, packs: readonly LanguagePack[]): Pass {
  if (!beginsWithFinal(text)) return NOTHING
  const pack = packs.find(p => p.script === 'Hebr')
  if (!pack) return NOTHING
  const rank = rankIn(pack.wordList)
  const visual = isVisual(text.slice(0, SAMPLE), rank)
  const repairs: Repair[] = []
  for (const match of text.matchAll(/[^\r\n\f]+/g)) {
    const line = match[0]
    if (!/[\u05d0-\u05ea]/.test(line)) continue
    const sample = line.length > SAMPLE ? line.slice(0, SAMPLE) : line
    if (visual ? !follows(sample, rank) : !isVisual(sample, rank)) continue
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

/** In visual order by itself? Where the final forms speak plainly, no word is looked up. */
function isVisual(text: string, rank: Rank): boolean {
  const { first, last } = finals(text)
  if (first === 0) return false
  if (first >= PLAINLY && first > last * PLAINLY) return true
  const { pro, con } = votes(text, rank)
  return first + pro >= WORDS_NEEDED && first + pro > (last + con) * TIMES_MORE
}

/** Does a line of a text in visual order stand so too? */
function follows(line: string, rank: Rank): boolean {
  const { first, last } = finals(line)
  if (first > 0 && last === 0) return true
  const { pro, con } = votes(line, rank)
  return last + con <= first + pro
}

/** How many words of two letters or more begin with a final form, and how many end with one. */
function finals(text: string): { first: number; last: number } {
  let first = 0
  let last = 0
  let length = 0
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? text.charCodeAt(i) : 0
    if (isHebrew(code)) {
      length++
      continue
    }
    if (length > 1) {
      if (isFinal(text.charCodeAt(i - length))) first++
      if (isFinal(text.charCodeAt(i - 1))) last++
    }
    length = 0
  }
  return { first, last }
}

/** How many words are in the list when they are turned round, and how many as they stand. */
function votes(text: string, rank: Rank): { pro: number; con: number } {
  let pro = 0
  let con = 0
  for (const [word] of text.matchAll(/[\u05d0-\u05ea]{2,}/g)) {
    let turned = ''
    for (let i = word.length - 1; i >= 0; i--) turned += word[i]!
    if (rank(turned) > 0) pro++
    if (rank(word) > 0) con++
  }
  return { pro, con }
}
