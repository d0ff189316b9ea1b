/**
 * How often each string of one to four letters was seen in each of many languages. Most strings are those of a few
 * languages, so a row holds a bit for each language that has its string, and the counts of those alone lie one after
 * another: a twelfth of a plain table. Keys are 32-bit hashes. What is looked up together lies together, for a look-up
 * waits for memory more than it computes.
 */
import { ones } from '../structures/bits.js'
import { mix } from './hashed-ranks.js'

/** Columns that there is room for; 43 are in use where all of them are loaded. */
export const COLUMNS = 48
const LONGEST_STRING = 4
// 28 lists of 10,000 words have 170,000 different strings of one to four letters.
const SLOTS = 1 << 19
// A list of 10,000 words has some 20,000.
const SCRATCH_SLOTS = 1 << 16
// A row of the hash table: the hash of its string, the columns that have it, a bit for each, and where their counts begin.
const ROW = 4
const LOW = 1
const HIGH = 2
const START = 3
// Counts are kept in halves, so that the weights of the first words survive rounding.
const UNITS = 2
// Frequent words count more, but far less than their share, or a few dozen words would be the whole chain.
const HEAD_WEIGHT = 10
// Strength of the shorter string when the longer one is rare, in pseudo-counts; 1 to 4 do equally well.
const BACKOFF = 4 * UNITS
// For letters never seen.
const UNSEEN = 0.5 * UNITS
const ALPHABET = 100
const SPACE = 32
// What a count holds.
const MOST = 0xffff

/** Words, and how much each of them counts; more than 1 for short lists. */
export interface Weighted {
  readonly words: readonly string[]
  readonly weight: number
}

/** The strings of one vocabulary, counted apart: a small table is counted in much faster than the large one. */
class Scratch {
  private readonly keys = new Int32Array(SCRATCH_SLOTS)
  private readonly counts = new Int32Array(SCRATCH_SLOTS)
  private used = 0

  learn(word: string, times: number): void {
    if (this.used > SCRATCH_SLOTS / 2) return
    for (let i = 0; i <= word.length; i++) {
      let hash = 0
      for (let k = 0; k < LONGEST_STRING && i - k >= -1; k++) {
        hash = mix(hash, codeAt(word, i - k) + (k << 16))
        this.count(hash || 1, times)
      }
    }
  }

  private count(key: number, times: number): void {
    const { keys, counts } = this
    let at = (key ^ (key >>> 13)) & (SCRATCH_SLOTS - 1)
    while (keys[at] !== 0 && keys[at] !== key) at = (at + 1) & (SCRATCH_SLOTS - 1)
    if (keys[at] === 0) {
      keys[at] = key
      this.used++
    }
    counts[at]! += times
  }

  get size(): number {
    return this.used
  }

  /** Visits all, and forgets them. */
  empty(visit: (key: number, count: number) => void): void {
    for (let at = 0; at < SCRATCH_SLOTS; at++) if (this.keys[at] !== 0) visit(this.keys[at]!, this.counts[at]!)
    this.keys.fill(0)
    this.counts.fill(0)
    this.used = 0
  }
}

/** Arrays that hold the counts of some columns. */
export interface PackedCounts {
  /** A hash table of rows; the first is that of strings never seen. */
  readonly table: Int32Array
  /** Of each row, in the order of the columns. */
  readonly counts: Uint16Array
  /** Sums by column. */
  readonly totals: Float64Array
}

const nothing = (): PackedCounts => ({
  table: new Int32Array(ROW * SLOTS),
  counts: new Uint16Array(0),
  totals: new Float64Array(COLUMNS),
})

/** How often each string of one to four letters was seen in each column. */
export class LetterCounts {
  private table: Int32Array
  private counts: Uint16Array
  private totals: Float64Array
  private used = 0
  /** Null until something is learned. */
  private scratch: Scratch | null = null
  /** Columns that were learned, and are not among the others yet. */
  private readonly pending: { column: number; rows: Int32Array; counts: Uint16Array }[] = []
  private readonly p = new Float64Array(COLUMNS)
  /** How often the strings that end with a letter were seen, by their length and column, and those that end with the one before. */
  private seen = new Int32Array(LONGEST_STRING * COLUMNS)
  private seenBefore = new Int32Array(LONGEST_STRING * COLUMNS)

  /** What was packed may be shared with other threads: it is read, and copied before anything is learned. */
  constructor({ table, counts, totals } = nothing()) {
    this.table = table
    this.counts = counts
    this.totals = totals
  }

  /** All of it. */
  packed(): PackedCounts {
    if (this.pending.length > 0) this.insert()
    const { table, counts, totals } = this
    return { table, counts, totals }
  }

  /**
   * Counts the letters of each word and the space behind it, with up to three letters before each. Columns are learned
   * once, in their order: the counts of a new one stand behind those of the others.
   */
  learn(column: number, lists: readonly Weighted[]): void {
    this.scratch ??= this.begun()
    const { scratch } = this
    for (const { words, weight } of lists) {
      for (let i = 0; i < words.length; i++) {
        const times = Math.max(1, Math.round(UNITS * weight * (1 + HEAD_WEIGHT / Math.sqrt(i + 1))))
        scratch.learn(words[i]!, times)
        this.totals[column]! += (words[i]!.length + 1) * times
      }
    }
    const rows = new Int32Array(scratch.size)
    const counts = new Uint16Array(scratch.size)
    let at = 0
    scratch.empty((key, count) => {
      rows[at] = this.row(key, true)
      counts[at++] = Math.min(MOST, count)
    })
    this.pending.push({ column, rows, counts })
  }

  private begun(): Scratch {
    this.table = this.table.slice()
    this.totals = this.totals.slice()
    for (let row = ROW; row < this.table.length; row += ROW) if (this.table[row] !== 0) this.used++
    return new Scratch()
  }

  /** Makes room for the columns that were learned since: mostly many at once. */
  private insert(): void {
    const { table, counts, pending } = this
    const more = new Uint8Array(SLOTS)
    let size = counts.length
    for (const { rows } of pending) {
      for (const row of rows) more[row / ROW]!++
      size += rows.length
    }
    const larger = new Uint16Array(size)
    const next = new Int32Array(SLOTS)
    for (let row = 0, to = 0; row < table.length; row += ROW) {
      const from = table[row + START]!
      const own = ones(table[row + LOW]!) + ones(table[row + HIGH]!)
      table[row + START] = to
      for (let k = 0; k < own; k++) larger[to + k] = counts[from + k]!
      next[row / ROW] = to + own
      to += own + more[row / ROW]!
    }
    for (const { column, rows, counts: seen } of pending) {
      for (let k = 0; k < rows.length; k++) {
        const row = rows[k]!
        table[row + LOW + (column >> 5)]! |= 1 << (column & 31)
        larger[next[row / ROW]!++] = seen[k]!
      }
    }
    this.counts = larger
    this.pending.length = 0
  }

  /** How often the string of a row was seen in a column. */
  private count(row: number, column: number): number {
    const { table } = this
    const own = table[row + LOW + (column >> 5)]!
    const bit = 1 << (column & 31)
    if ((own & bit) === 0) return 0
    const before = ones(own & (bit - 1)) + (column > 31 ? ones(table[row + LOW]!) : 0)
    return this.counts[table[row + START]! + before]!
  }

  /** The row of a string, 0 where there is none and none is to be made. */
  private row(key: number, make: boolean): number {
    const { table } = this
    for (let slot = (key ^ (key >>> 13)) & (SLOTS - 1); ; slot = (slot + 1) & (SLOTS - 1)) {
      if (slot === 0) continue
      const row = ROW * slot
      if (table[row] === key) return row
      if (table[row] !== 0) continue
      if (!make || this.used >= SLOTS / 2) return 0
      this.used++
      table[row] = key
      return row
    }
  }

  /** Writes the probability of a spelling in some columns: each letter, and the space, after the three before it. */
  spell(word: string, columns: readonly number[], product: Float64Array): void {
    if (this.pending.length > 0) this.insert()
    const { totals, p } = this
    for (const c of columns) product[c] = 1
    const before = [this.row(mix(0, SPACE) || 1, false), 0, 0]
    for (const c of columns) this.seenBefore[c] = this.count(before[0]!, c)
    for (let i = 0; i <= word.length; i++) {
      const { seen, seenBefore } = this
      let hash = mix(0, codeAt(word, i))
      let row = this.row(hash || 1, false)
      for (const c of columns) {
        seen[c] = this.count(row, c)
        p[c] = (seen[c]! + UNSEEN) / (totals[c]! + UNSEEN * ALPHABET)
      }
      for (let k = 1; k < LONGEST_STRING; k++) {
        const context = before[k - 1]!
        before[k - 1] = row
        if (i - k < -1 || context === 0) {
          for (let rest = k; rest < LONGEST_STRING - 1; rest++) before[rest] = 0
          break
        }
        hash = mix(hash, codeAt(word, i - k) + (k << 16))
        row = this.row(hash || 1, false)
        const at = k * COLUMNS
        for (const c of columns) {
          seen[at + c] = this.count(row, c)
          p[c] = (seen[at + c]! + BACKOFF * p[c]!) / (seenBefore[at - COLUMNS + c]! + BACKOFF)
        }
      }
      for (const c of columns) product[c]! *= p[c]!
      this.seen = seenBefore
      this.seenBefore = seen
    }
  }
}

const codeAt = (word: string, i: number) => (i >= 0 && i < word.length ? word.charCodeAt(i) : SPACE)
