/**
 * Hebrew stored in visual order, as old systems did: every line from left to right as it stood on the screen. A Hebrew
 * word ends in a final letter and never begins with one, and its list knows it one way round only. Lines are turned
 * by the rules of the Unicode bidirectional algorithm (UAX 9) read backwards for a right-to-left line: all is
 * reversed, runs of Latin words and of numbers are turned back, brackets are mirrored.
 */
import type { LanguagePack } from '../languages/pack.js'
import type { Repair } from '../model.js'
import { wordRanks } from '../text/lexicon.js'
import { type Ground, type Pass, replaced } from './pass.js'

/** So many words must speak, and so many times more of them for the visual order. */
const WORDS_NEEDED = 4
const TIMES_MORE = 3

const ground: Ground = { kind: 'visual-order', evidence: 'words', lossy: false, confidence: 0.99 }
const FINAL = /[ךםןףץ]/
const MIRRORED: Readonly<Record<string, string>> = {
  '(': ')',
  ')': '(',
  '[': ']',
  ']': '[',
  '{': '}',
  '}': '{',
  '<': '>',
  '>': '<',
  '«': '»',
  '»': '«',
}

/** Turn the lines of a text in visual order. */
export function repairVisualOrder(text: string, packs: readonly LanguagePack[]): Pass {
  if (!/[\u05d0-\u05ea]{2}/.test(text)) return { repairs: [] }
  const pack = packs.find(p => p.script === 'Hebr')
  if (!pack || !isVisual(text, wordRanks(pack.wordList))) return { repairs: [] }
  const repairs: Repair[] = []
  for (const match of text.matchAll(/[^\r\n\f]+/g)) {
    if (!/[\u05d0-\u05ea]/.test(match[0])) continue
    const logical = logicalOrder(match[0])
    if (logical !== match[0]) repairs.push(replaced(text, match.index, match[0].length, logical, ground))
  }
  return { repairs }
}

function isVisual(text: string, ranks: ReadonlyMap<string, number>): boolean {
  let visual = 0
  let logical = 0
  for (const [word] of text.slice(0, 50_000).matchAll(/[\u05d0-\u05ea]{2,}/g)) {
    const turned = [...word].reverse().join('')
    visual += Number(FINAL.test(word[0]!)) + Number(ranks.has(turned))
    logical += Number(FINAL.test(word.at(-1)!)) + Number(ranks.has(word))
  }
  return visual >= WORDS_NEEDED && visual > logical * TIMES_MORE
}

/** Latin words with what stands between them, and numbers with their separators and signs: these keep their order. */
const LEFT_TO_RIGHT =
  /(?:[\p{Script=Latin}\p{Nd}](?:[^\s\u0590-\u05ff]*[\p{Script=Latin}\p{Nd}])?)(?: (?=\p{Script=Latin})\p{Script=Latin}(?:[^\s\u0590-\u05ff]*[\p{Script=Latin}\p{Nd}])?)*[%‰°]?|[\p{Extended_Pictographic}\u200d\ufe0f]+|\P{M}\p{M}+/gu

/** One line in logical order. */
function logicalOrder(line: string): string {
  const out: string[] = []
  let at = 0
  const turn = (part: string) => {
    for (const char of part) out.push(MIRRORED[char] ?? char)
  }
  for (const match of line.matchAll(LEFT_TO_RIGHT)) {
    turn(line.slice(at, match.index))
    out.push(match[0])
    at = match.index + match[0].length
  }
  turn(line.slice(at))
  return out.reverse().join('')
}
