/**
 * The words of a text as language detection wants them: in lower case, one script, marked where a capital makes them
 * likely names, without those of addresses. A text is read in one pass. Only a sample of a long text is read, from windows spread over it.
 */

import { HEBREW, isAsciiSmall, isDigit, isLatin, isSpace, LATIN, LETTER, MARK, traitsOf } from '../tokens/characters.js'

export type Script = 'Hebr' | 'Latn' | 'other'

/** `name`: a capital in mid-sentence, or an identifier. `first`: a capital that may be the sentence's. `plain`: neither, or all shouts. */
export type WordKind = 'plain' | 'first' | 'name'

/** A word, known by its place in the text in lower case; it is cut out when it is asked for, which few are. */
export class Token {
  private cut: string | undefined

  constructor(
    readonly lower: string,
    readonly start: number,
    readonly end: number,
    readonly kind: WordKind,
  ) {}

  get word(): string {
    this.cut ??= this.lower.slice(this.start, this.end)
    return this.cut
  }
}

// Hebrew letters from this share on: the Latin rest is brands.
const HEBREW_SHARE = 0.25
// Letters of scripts that are none of ours; a Chinese sign stands for two letters or three, so that few are many.
const STRANGE_SHARE = 0.15
// Ten windows of 350 characters: on whole news texts more did not change an answer.
const WINDOWS = 10
const WINDOW = 350
// `linux-kernel-guide` is an identifier, `squid3` and `a_b` too; `state-of-the-art` loses little by it.
const IDENTIFIER_HYPHENS = 2

const OF_SCRIPTS = LATIN | HEBREW

/** Windows spread evenly over a long text; a short one as it is. */
export function sample(text: string): string {
  if (text.length <= WINDOWS * WINDOW) return text
  const step = Math.floor((text.length - WINDOW) / (WINDOWS - 1))
  return Array.from({ length: WINDOWS }, (_, i) => text.slice(i * step, i * step + WINDOW)).join(' ')
}

/** The script of a text, its words in that script (none for other scripts), and its letters of other scripts. */
export function tokensOf(text: string): { script: Script; tokens: readonly Token[]; strange: number } {
  const reader = new TokenReader(text)
  reader.read()
  const { latin, hebrew, strange } = reader
  const letters = latin + hebrew + strange
  if (letters === 0) return { script: 'other', tokens: [], strange }
  if (hebrew >= HEBREW_SHARE * letters) return { script: 'Hebr', tokens: reader.hebrewWords, strange }
  if (strange >= STRANGE_SHARE * letters) return { script: 'other', tokens: [], strange }
  return { script: 'Latn', tokens: reader.latinWords, strange }
}

const AT = 0x40
const COLON = 0x3a
const HYPHEN = 0x2d
const FULL_STOP = 0x2e
const UNDERSCORE = 0x5f
const isJoiner = (code: number) => code === 0x27 || code === 0x2019 || code === 0x22 || code === 0x5f4 || code === 0x5f3
const isStop = (code: number) => code === FULL_STOP || code === 0x21 || code === 0x3f || code === COLON

class TokenReader {
  latin = 0
  hebrew = 0
  strange = 0
  readonly latinWords: Token[] = []
  readonly hebrewWords: Token[] = []
  private readonly shouting: boolean
  private readonly lower: string
  private sentenceStart = true
  private identifier = false

  constructor(private readonly text: string) {
    this.shouting = text === text.toUpperCase()
    this.lower = text.toLowerCase()
  }

  /** Piece after piece between white space. */
  read(): void {
    const { text } = this
    for (let at = 0; at < text.length; ) {
      if (isSpace(text.charCodeAt(at))) at++
      else at = this.piece(at)
    }
  }

  /** Reads the piece that begins here and returns its end. */
  private piece(from: number): number {
    const { text } = this
    let end = from
    let address = text.startsWith('www.', from)
    let hyphens = 0
    let mixed = false
    for (; end < text.length; end++) {
      const code = text.charCodeAt(end)
      if (isAsciiSmall(code)) continue
      if (isSpace(code)) break
      if (code === AT || (code === COLON && text.startsWith('//', end + 1))) address = true
      if (code === HYPHEN) hyphens++
      if (code === FULL_STOP && this.lettersAround(end)) mixed = true
      if (code === UNDERSCORE || (isDigit(code) && end > from && isLatin(text.charCodeAt(end - 1)))) mixed = true
    }
    this.identifier = mixed || hyphens >= IDENTIFIER_HYPHENS
    this.words(from, end, address)
    return end
  }

  /** Two letters on both sides: the name of a host or a file, not an abbreviation. */
  private lettersAround(at: number): boolean {
    return [at - 2, at - 1, at + 1, at + 2].every(i => isLatin(this.text.charCodeAt(i)))
  }

  /** Letters and marks are words; the word lists are cut at apostrophes too, except inside Hebrew words. */
  private words(from: number, end: number, address: boolean): void {
    const { text } = this
    let start = -1
    let latin = 0
    for (let at = from; at <= end; at++) {
      const traits = at < end ? traitsOf(text.charCodeAt(at)) : 0
      if (traits & LATIN) latin++
      else if (traits & HEBREW) this.hebrew++
      else if (traits & LETTER) this.strange++
      if (traits & (LETTER | MARK)) {
        if (start < 0) start = at
        continue
      }
      if (start >= 0 && at + 1 < end && isJoiner(text.charCodeAt(at)) && traitsOf(text.charCodeAt(at + 1)) & HEBREW)
        continue
      if (start >= 0 && !address) this.word(start, at)
      start = -1
    }
    this.latin += latin
    if (!address && isStop(text.charCodeAt(end - 1))) this.sentenceStart = true
  }

  private word(from: number, end: number): void {
    const script = firstScript(this.text, from, end)
    if (script === HEBREW) this.hebrewWords.push(this.token(from, end, 'plain'))
    if (script === LATIN) {
      const capital = !this.shouting && this.isCapital(from)
      const kind = this.identifier ? 'name' : !capital ? 'plain' : this.sentenceStart ? 'first' : 'name'
      this.latinWords.push(this.token(from, end, kind))
    }
    this.sentenceStart = false
  }

  private isCapital(at: number): boolean {
    const { text } = this
    return !isAsciiSmall(text.charCodeAt(at)) && text[at] !== text[at]!.toLowerCase()[0]
  }

  /** A few letters have a small form of two, and stand elsewhere in the lower text. */
  private token(from: number, end: number, kind: WordKind): Token {
    const { text, lower } = this
    if (lower.length === text.length) return new Token(lower, from, end, kind)
    const word = text.slice(from, end).toLowerCase()
    return new Token(word, 0, word.length, kind)
  }
}

/** A word with a letter of ours counts for that script, whatever else stands in it. */
function firstScript(text: string, from: number, end: number): number {
  for (let i = from; i < end; i++) {
    const script = traitsOf(text.charCodeAt(i)) & OF_SCRIPTS
    if (script !== 0) return script
  }
  return 0
}
