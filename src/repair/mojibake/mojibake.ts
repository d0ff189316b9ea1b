/**
 * UTF-8 that was read in a single-byte charset. Every character above 7F is turned back into its byte; where the
 * bytes are a well-formed UTF-8 sequence, the sequence is what was meant. The round trip proves it (ftfy's idea);
 * what it does not prove is that the author did not write those very characters. So a sequence must be odd as it
 * stands and likely as it would read, or others that are must vouch for it: anywhere, where the line it stands in has
 * no other characters above 7F; otherwise in its own line. Counter-case: Danish `SÅ”` in capitals is C5 94, which
 * would be `Ŕ`.
 *
 *     // > | perchÃ© lâ€™energia
 *     //         ^^  ^^^            C3 A9 -> é, E2 80 99 -> ’
 */
import type { Repair, Unrepaired } from '../../model.js'
import { type Ground, left, NOTHING, type Pass, replaced } from '../pass.js'
import { byWeight, type Judged, judge, REFUSED, ranked, SURE, withoutLinesOfOthers } from './charset-choice.js'
import { type Reading, readingsOf, type Sequence } from './sequences.js'

/** In a mixed line, or in a line of a mixed text without a sure sequence: odd, and likely as it would read. */
const VOUCHED_IN_MIXED = 1

const proved: Ground = { kind: 'mojibake', evidence: 'round-trip', lossy: false, confidence: 1 }

/** One level of mojibake, of every charset in turn; text read wrongly twice takes two passes. */
export function repairMojibake(text: string): Pass {
  const readings = readingsOf(text)
  if (readings.length === 0) return NOTHING
  let open = ranked(text, readings)
  open[0] = judge(text, open[0]!)
  let repairs: Repair[] = []
  let unrepaired: Pass['unrepaired']
  while (open.length > 0) {
    const [first, ...rest] = open as [Judged, ...Judged[]]
    const best = withoutLinesOfOthers(text, first, rest)
    const taken = accepted(text, best)
    if (taken.length > 0) {
      repairs = [...repairs, ...repairsOf(text, taken)].sort((a, b) => a.start - b.start)
      unrepaired ??= strayLeads(text, best, taken)
    }
    open = rest.map(r => judge(text, without(r, taken))).filter(r => r.sure > 0)
    open.sort(byWeight)
  }
  return { repairs, unrepaired: unrepaired ?? [] }
}

/** The sequences that nobody wrote as they stand. */
function accepted(text: string, reading: Judged): readonly Sequence[] {
  const { sequences, oddity, total, sure } = reading
  if (sure === 0) return []
  if (sure === sequences.length) return sequences
  const lines = linesOf(text, reading)
  const pure = lines.every(line => !line.mixed)
  const take = new Uint8Array(sequences.length)
  for (const { from, to, mixed } of lines) {
    let own = false
    for (let i = from; i < to; i++) own ||= total[i]! >= SURE
    for (let i = from; i < to; i++) {
      const vouched = !mixed && (own || pure) ? total[i]! > REFUSED : oddity[i]! > 0 && total[i]! >= VOUCHED_IN_MIXED
      if (total[i]! >= SURE || vouched) take[i] = 1
    }
  }
  takeNeighbours(reading, take)
  return sequences.filter((_, i) => take[i] === 1)
}

/** What stands next to a sequence that was taken is of the same word, and came the same way. */
function takeNeighbours({ sequences, total }: Judged, take: Uint8Array): void {
  const touch = (a: number, b: number) => sequences[a]!.start + sequences[a]!.length === sequences[b]!.start
  const fits = (i: number) => total[i]! >= VOUCHED_IN_MIXED
  for (let i = 1; i < take.length; i++) if (take[i - 1] && !take[i] && fits(i) && touch(i - 1, i)) take[i] = 1
  for (let i = take.length - 2; i >= 0; i--) if (take[i + 1] && !take[i] && fits(i) && touch(i, i + 1)) take[i] = 1
}

/** Sequences `from` to `to` stand in one line; is there any other character above 7F in it that is no stray lead? */
interface Line {
  readonly from: number
  readonly to: number
  readonly mixed: boolean
}

/** The lines that have sequences, and those that have other characters above 7F. */
function linesOf(text: string, { sequences, table }: Reading): Line[] {
  const leads = table.chars[0xc2]! + table.chars[0xc3]! + table.chars[0xd7]! + table.chars[0xe2]! + table.chars[0x80]!
  const lines: Line[] = []
  let from = 0
  let next = 0
  let mixed = false
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? text.charCodeAt(i) : 0x0a
    if (code === 0x0a) {
      if (next > from || mixed) lines.push({ from, to: next, mixed })
      from = next
      mixed = false
    } else if (code > 0x7f) {
      const sequence = sequences[next]
      if (sequence?.start === i) {
        next++
        i += sequence.length - 1
      } else mixed ||= !leads.includes(text[i]!)
    }
  }
  return lines
}

/** The reading without the sequences that touch those taken; both by place. */
function without(reading: Reading, taken: readonly Sequence[]): Reading {
  let k = 0
  const sequences = reading.sequences.filter(s => {
    while (k < taken.length && taken[k]!.start + taken[k]!.length <= s.start) k++
    return k === taken.length || taken[k]!.start >= s.start + s.length
  })
  return { ...reading, sequences }
}

/** One repair for sequences that stand next to each other. */
function repairsOf(text: string, sequences: readonly Sequence[]): Repair[] {
  const repairs: Repair[] = []
  for (let i = 0; i < sequences.length; ) {
    const { start } = sequences[i]!
    let end = start
    let meant = ''
    for (; i < sequences.length && sequences[i]!.start === end; i++) {
      meant += String.fromCodePoint(sequences[i]!.code)
      end += sequences[i]!.length
    }
    repairs.push(replaced(text, start, end - start, meant, proved))
  }
  return repairs
}

/** Leads of â€ whose rest is gone. */
function strayLeads(text: string, { table }: Reading, taken: readonly Sequence[]): Unrepaired[] {
  const pair = table.chars[0xe2]! + table.chars[0x80]!
  const found: Unrepaired[] = []
  let k = 0
  for (let i = text.indexOf(pair); i >= 0; i = text.indexOf(pair, i + 1)) {
    while (k < taken.length && taken[k]!.start < i) k++
    if (taken[k]?.start !== i) found.push(left(text, i, pair.length, 'mojibake', 'no-candidate'))
  }
  return found
}
