/**
 * Ranks of words in a table of numbers: a large word list is read into it without making a string of each word, and
 * any part of a word is looked up without cutting it out. A word is known by two polynomial hashes of its UTF-16
 * units, 64 bits in all: among 100,000 words and as many questions a false answer is not to be expected (1 in 10^9).
 */

const MULTIPLIER = 0x01000193
const OTHER_MULTIPLIER = 0x5bd1e995
/** Two hashes and the rank. */
const STRIDE = 3
/** Cells for each word: mostly a word is in the first cell that is looked at. */
const ROOM = 2
/** Longer words are not cut; those of the lists are shorter. */
export const LONGEST_CUT = 40

export class RankTable {
  private readonly shift: number
  private readonly mask: number

  /** Cells of another table, which are read where they are. */
  constructor(readonly cells: Int32Array) {
    const bits = Math.log2(cells.length / STRIDE)
    this.shift = 32 - bits
    this.mask = (1 << bits) - 1
  }

  /** An empty table for at most so many words. */
  static forWords(words: number): RankTable {
    return new RankTable(new Int32Array(STRIDE << Math.ceil(Math.log2(Math.max(words, 2) * ROOM))))
  }

  /** Visits the first hash of each word, which is its sum in `repair/hash.ts`, and its rank. */
  forEach(visit: (hash: number, rank: number) => void): void {
    const { cells } = this
    for (let at = 0; at < cells.length; at += STRIDE) if (cells[at + 2] !== 0) visit(cells[at]!, cells[at + 2]!)
  }

  /** The rank of a word that has these hashes; 0 where it has none. */
  find(hash: number, other: number): number {
    return this.cells[this.cell(hash, other) + 2]!
  }

  /** The rank of a word, from 1; 0 where it has none. */
  rank(word: string): number {
    return this.rankPart(word, 0, word.length)
  }

  /** The same for the word in [start, end) of a text. */
  rankPart(text: string, start: number, end: number): number {
    let hash = 0
    let other = 0
    for (let i = start; i < end; i++) {
      const code = text.charCodeAt(i)
      hash = (Math.imul(hash, MULTIPLIER) + code) | 0
      other = (Math.imul(other, OTHER_MULTIPLIER) + code) | 0
    }
    return this.cells[this.cell(hash, other) + 2]!
  }

  /** Give the word in [start, end) of a text a rank, unless it has a better one; 0 if it had one before, 1 if not, 2 if
   * not and it has a letter beyond ASCII. */
  put(text: string, start: number, end: number, rank: number): 0 | 1 | 2 {
    let hash = 0
    let other = 0
    let bits = 0
    for (let i = start; i < end; i++) {
      const code = text.charCodeAt(i)
      bits |= code
      hash = (Math.imul(hash, MULTIPLIER) + code) | 0
      other = (Math.imul(other, OTHER_MULTIPLIER) + code) | 0
    }
    const { cells } = this
    const at = this.cell(hash, other)
    const known = cells[at + 2]!
    if (known > 0 && known <= rank) return 0
    cells[at] = hash
    cells[at + 1] = other
    cells[at + 2] = rank
    return known > 0 ? 0 : bits < 0x80 ? 1 : 2
  }

  /** Where a word is, or would be. */
  private cell(hash: number, other: number): number {
    const { cells, mask } = this
    let at = Math.imul(hash ^ (other >>> 15), 0x9e3779b1) >>> this.shift
    for (;;) {
      const from = at * STRIDE
      if (cells[from + 2] === 0 || (cells[from] === hash && cells[from + 1] === other)) return from
      at = (at + 1) & mask
    }
  }
}

const powers = new Int32Array(LONGEST_CUT + 1)
const otherPowers = new Int32Array(LONGEST_CUT + 1)
powers[0] = 1
otherPowers[0] = 1
for (let i = 1; i <= LONGEST_CUT; i++) {
  powers[i] = Math.imul(powers[i - 1]!, MULTIPLIER)
  otherPowers[i] = Math.imul(otherPowers[i - 1]!, OTHER_MULTIPLIER)
}

/** The parts of one word of at most `LONGEST_CUT` units, looked up in a table. */
export class Parts {
  private readonly hashes = new Int32Array(LONGEST_CUT + 1)
  private readonly others = new Int32Array(LONGEST_CUT + 1)

  /** Take a word; what was taken before is forgotten. */
  take(word: string): void {
    const { hashes, others } = this
    for (let i = 0; i < word.length; i++) {
      const code = word.charCodeAt(i)
      hashes[i + 1] = (Math.imul(hashes[i]!, MULTIPLIER) + code) | 0
      others[i + 1] = (Math.imul(others[i]!, OTHER_MULTIPLIER) + code) | 0
    }
  }

  /** The rank of the part in [start, end); 0 where it is no word. */
  rank(table: RankTable, start: number, end: number): number {
    const { hashes, others } = this
    return table.find(
      (hashes[end]! - Math.imul(hashes[start]!, powers[end - start]!)) | 0,
      (others[end]! - Math.imul(others[start]!, otherPowers[end - start]!)) | 0,
    )
  }
}
