/**
 * UTF-8 that was read in a single-byte charset. Every character above 7F is turned back into its byte; where the
 * bytes are a well-formed UTF-8 sequence, the sequence is what was meant. The round trip proves it (ftfy's idea);
 * what it does not prove is that the author did not write those very characters, so a sequence must also be one that
 * nobody writes: its lead is one that accented letters, Hebrew and typographic marks have, or the text holds others
 * that are. Counter-case: Danish `SÅ”` in capitals is C5 94, which would be `Ŕ`.
 *
 *     // > | perchÃ© lâ€™energia
 *     //         ^^  ^^^            C3 A9 -> é, E2 80 99 -> ’
 */
import type { LanguagePack } from '../languages/pack.js'
import { charsetTable } from '../text/charset.js'
import { readingScore } from '../text/reading.js'
import { type Ground, left, type Pass, replaced } from './pass.js'

/** Charsets that UTF-8 is read in, the usual one first; at equal counts the earlier wins. */
const READ_AS = ['windows-1252', 'windows-1250', 'macroman', 'cp437', 'cp850', 'windows-1255', 'iso-8859-2'] as const
/** So many sequences with a telling lead vouch for the doubtful ones in the same text. */
const VOUCHERS = 2
/** windows-1250 and iso-8859-2 explain the same places by other letters: so many words are read to tell them apart. */
const WORDS_COMPARED = 200
/** Hebrew letters come in words: so many sequences in a row, or they are doubtful. */
const HEBREW_RUN = 2

const proved: Ground = { kind: 'mojibake', evidence: 'round-trip', lossy: false, confidence: 1 }
/** The no-break space after C3 was made a plain space: what stood there can only have been à. */
const spaceLost: Ground = { kind: 'mojibake', evidence: 'channel', lossy: true, confidence: 0.9 }

interface Explanation {
  readonly name: string
  readonly sequences: readonly Sequence[]
}

interface Sequence {
  readonly start: number
  readonly length: number
  readonly char: string
  readonly telling: boolean
}

/** One level of mojibake, in the charset that explains most; text read wrongly twice takes two passes. */
export function repairMojibake(text: string, packs: readonly LanguagePack[]): Pass {
  if (!/[^\0-\x7f]{2}|[ÃĂ] /.test(text)) return { repairs: [] }
  const best = bestReading(text, packs)
  if (!best) return { repairs: [] }
  const repairs = runsOf(best.sequences).map(run => {
    const start = run[0]!.start
    const length = run.at(-1)!.start + run.at(-1)!.length - start
    return replaced(text, start, length, run.map(s => s.char).join(''), proved)
  })
  const plain = best.sequences.length >= VOUCHERS ? lostSpaces(text, best.name) : []
  return { repairs: [...repairs, ...plain].sort((a, b) => a.start - b.start), unrepaired: strayLeads(text, best) }
}

/** The charset that explains most; of those that explain the same places, the one whose words read best. */
function bestReading(text: string, packs: readonly LanguagePack[]): Explanation | null {
  const places = pairsIn(text)
  const all = READ_AS.map(name => ({ name, sequences: accepted(sequencesIn(text, name, places)) }))
  const most = Math.max(...all.map(e => e.sequences.length))
  if (most === 0) return null
  const equal = all.filter(e => e.sequences.length === most)
  if (equal.length === 1 || new Set(equal.map(e => e.sequences.map(s => s.char).join(''))).size === 1) return equal[0]!
  const scores = equal.map(e => {
    const words = e.sequences.slice(0, WORDS_COMPARED).map(s => wordAround(text, s))
    return Math.max(...packs.map(pack => readingScore(words.join(' '), pack)))
  })
  return equal[scores.indexOf(Math.max(...scores))]!
}

/** The word that a sequence stands in, with the sequence read. */
function wordAround(text: string, { start, length, char }: Sequence): string {
  const before = text.slice(Math.max(0, start - 20), start).match(/[\p{L}\p{M}]*$/u)![0]
  const after = text.slice(start + length, start + length + 20).match(/^[\p{L}\p{M}]*/u)![0]
  return before + char + after
}

/** Places where two characters above 7F stand side by side: no sequence begins elsewhere. */
function pairsIn(text: string): number[] {
  const places: number[] = []
  for (const match of text.matchAll(/[^\0-\x7f]{2,}/g)) {
    for (let i = match.index; i < match.index + match[0].length - 1; i++) places.push(i)
  }
  return places
}

function sequencesIn(text: string, name: string, places: readonly number[]): Sequence[] {
  const { byteOf } = charsetTable(name)
  const found: Sequence[] = []
  let next = 0
  for (const i of places) {
    if (i < next) continue
    const lead = byteOf[text.charCodeAt(i)]!
    const length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0
    if (length === 0 || i + length > text.length) continue
    let code = lead & (0x7f >> length)
    let whole = true
    for (let k = 1; k < length; k++) {
      const byte = byteOf[text.charCodeAt(i + k)]!
      whole &&= (byte & 0xc0) === 0x80
      code = (code << 6) | (byte & 0x3f)
    }
    if (!whole || !isMeant(code, length)) continue
    found.push({
      start: i,
      length,
      char: String.fromCodePoint(code),
      telling: isTelling(lead, byteOf[text.charCodeAt(i + 1)]!),
    })
    next = i + length
  }
  return found
}

/** By code and length. */
const meant = new Map<number, boolean>()

/** A shortest form (Unicode, table 3-7), and a character that texts have; C1 controls may be mojibake once more. */
function isMeant(code: number, length: number): boolean {
  const key = code * 8 + length
  const known = meant.get(key)
  if (known !== undefined) return known
  const shortest = code >= [0, 0, 0x80, 0x800, 0x10000][length]! && code <= 0x10ffff && (code & 0xf800) !== 0xd800
  const good = shortest && /^[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}\p{Cf}\x80-\x9f]$/u.test(String.fromCodePoint(code))
  meant.set(key, good)
  return good
}

/** C2 and C3 (Latin-1), E2 80-84 (typographic marks), EF BB BF (the mark), F0 9F (emoji). */
function isTelling(lead: number, second: number): boolean {
  if (lead === 0xc2 || lead === 0xc3) return true
  if (lead === 0xe2) return second >= 0x80 && second <= 0x84
  return (lead === 0xef && second === 0xbb) || (lead === 0xf0 && second === 0x9f)
}

/** The sequences that nobody writes: telling ones, Hebrew in words, and all letters where enough others vouch. */
function accepted(sequences: readonly Sequence[]): Sequence[] {
  const isHebrew = (s: Sequence) => /[\u0591-\u05f4]/.test(s.char)
  const sure = new Set<Sequence>()
  for (const run of runsOf(sequences)) {
    const hebrew = run.filter(isHebrew).length >= HEBREW_RUN
    for (const s of run) if (s.telling || (hebrew && isHebrew(s))) sure.add(s)
  }
  if (sure.size < VOUCHERS) return [...sure]
  return sequences.filter(
    s => sure.has(s) || isHebrew(s) || /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{P}\p{S}]/u.test(s.char),
  )
}

/** Sequences that stand next to each other, as one run. */
function runsOf(sequences: readonly Sequence[]): Sequence[][] {
  const runs: Sequence[][] = []
  for (const s of sequences) {
    const last = runs.at(-1)?.at(-1)
    if (last && last.start + last.length === s.start) runs.at(-1)!.push(s)
    else runs.push([s])
  }
  return runs
}

/** `cittÃ .`: the lead of à before a space that was its second half. */
function lostSpaces(text: string, name: string) {
  const lead = charsetTable(name).chars[0xc3]!
  const found = []
  for (let i = text.indexOf(lead); i >= 0; i = text.indexOf(lead, i + 1)) {
    if (text[i + 1] !== ' ') continue
    const eaten = /[\s.,;:!?)\]]/.test(text[i + 2] ?? ' ') ? 2 : 1
    found.push(replaced(text, i, eaten, 'à', spaceLost))
  }
  return found
}

/** Leads of â€ whose rest is gone. */
function strayLeads(text: string, best: Explanation) {
  const { chars } = charsetTable(best.name)
  const pair = chars[0xe2]! + chars[0x80]!
  const used = new Set(best.sequences.map(s => s.start))
  const found = []
  for (let i = text.indexOf(pair); i >= 0; i = text.indexOf(pair, i + 1)) {
    if (!used.has(i)) found.push(left(text, i, pair.length, 'mojibake', 'no-candidate'))
  }
  return found
}
