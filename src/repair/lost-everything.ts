/**
 * Which texts lost everything beyond ASCII, and the walk through their pieces, which keeps track of the quotation that
 * is open. A text shows the loss by words with a `?` in them that only one letter makes whole; intact letters of the
 * language speak against it.
 */
import type { LanguagePack } from '../languages/pack.js'
import type { Repair, Unrepaired } from '../model.js'
import { fillLetters } from './lost-letters.js'
import { LONGEST_PIECE, oneLetterWord, readPiece, type Surroundings } from './lost-pieces.js'
import { left, type Pass, replaced } from './pass.js'
import { inAddress, type Vocabulary } from './words.js'

/** So many places that only the loss explains, and no more intact letters of the language than a tenth of them. */
const TELLING = 2
const WHOLE_SHARE = 0.1
/** A quotation is no longer. */
const LONGEST_QUOTATION = 1200
/** A broken word tells where its reading is so sure. */
const SURE = 0.8
/** The surest reading of a lost character is still a reading. */
const MOST_SURE = 0.97

const PIECE = /[\p{L}\p{M}\p{N}?\ufffd]+/gu
/** Behind a lost letter that ends a word no question can end. */
const GOES_ON = /^(?:[,;:.]? \p{Ll}|[,;]|\. )/u

/** Does the text show that it lost its letters beyond ASCII? */
export function lostEverything(text: string, pack: LanguagePack, words: Vocabulary): boolean {
  if (pack.script !== 'Latn' || telling(text, pack, words) < TELLING) return false
  let whole = 0
  let lost = 0
  for (const char of text) {
    if (char === '?' || char === '\ufffd') lost++
    else if (char > '\x7f' && pack.letters.includes(char.toLowerCase())) whole++
  }
  return whole <= lost * WHOLE_SHARE
}

function telling(text: string, pack: LanguagePack, words: Vocabulary): number {
  let count = 0
  for (const match of text.matchAll(/[?\ufffd]/g)) {
    if (isTelling(text, match.index, pack, words)) count++
    if (count >= TELLING) break
  }
  return count
}

/** A place where no question mark stands: in or behind a word that only a letter makes whole, or before a comma. */
function isTelling(text: string, at: number, pack: LanguagePack, words: Vocabulary): boolean {
  if (/^\s?$/.test(text.slice(Math.max(0, at - 1), at)))
    return oneLetterWord(pack) !== undefined && /^ \p{Ll}/u.test(text.slice(at + 1, at + 3))
  const goesOn = GOES_ON.test(text.slice(at + 1, at + 4))
  const inner = /\p{L}/u.test(text[at + 1] ?? '')
  if (!(goesOn || inner) || !/[\p{L}.,]/u.test(text[at - 1] ?? '') || inAddress(text, at)) return false
  const start = at - /[\p{L}?\ufffd]*$/u.exec(text.slice(Math.max(0, at - LONGEST_PIECE), at))![0].length
  const after = /^[\p{L}?\ufffd]*/u.exec(text.slice(at + 1, at + LONGEST_PIECE))![0]
  const stem = text.slice(start, at).toLowerCase()
  if (inner && (!/\p{Ll}$/u.test(text.slice(start, at)) || !/^\p{Ll}/u.test(after)))
    return pack.elisions.includes(stem) && stem !== ''
  if (stem === '' || (!inner && /^[,.]/.test(text.slice(at + 1, at + 2)))) return goesOn
  const filled = fillLetters(stem + text[at] + (inner ? after : ''), false, pack, words)
  return (
    (filled !== null && filled.rank !== undefined && filled.share >= SURE) || (inner && pack.elisions.includes(stem))
  )
}

/** Read every piece of a text that lost everything. */
export function repairEverything(text: string, pack: LanguagePack, words: Vocabulary): Pass {
  const [openMark, closeMark] = pack.quotes.find(([open]) => open > '\x7f') ?? ['“', '”']
  const repairs: Repair[] = []
  const unrepaired: Unrepaired[] = []
  let openedAt: number | null = null
  let asked = -1 // where the last genuine question mark stands
  let last = 0
  for (const match of text.matchAll(PIECE)) {
    const piece = match[0]
    const at = match.index
    if (/\n[^\S\n]*\n/.test(text.slice(Math.max(last, at - 100), at))) openedAt = null
    if (openedAt !== null && at - openedAt > LONGEST_QUOTATION) openedAt = null
    last = at + piece.length
    const places = lostPlaces(piece)
    if (places.length === 0 || piece.length > LONGEST_PIECE || inAddress(text, at)) continue
    const around: Surroundings = {
      before: text.slice(Math.max(0, at - 1), at),
      after: text.slice(last, last + 10),
      sentenceStart: beginsSentence(text, at, asked),
      opened: openedAt === null ? null : at - openedAt,
      openMark,
      closeMark,
    }
    const reading = alone(text, at, piece, around, pack) ?? readPiece(piece, around, pack, words)
    for (const [i, place] of places.entries()) {
      const char = reading?.chars[i]
      if (char === openMark && place < piece.length - 1) {
        openedAt = at
      } else if (reading && char === null && piece[place] === '?') asked = at + place
      else if (char === closeMark) openedAt = null
      if (char) repairs.push(replaced(text, at + place, 1, char, ground(char, reading!.evidence, reading!.share)))
      else if (!reading || piece[place] === '\ufffd')
        unrepaired.push(left(text, at + place, 1, 'lost-character', 'low-confidence'))
    }
  }
  return { repairs, unrepaired }
}

const ground = (char: string, evidence: Repair['evidence'], share: number) => ({
  kind: /[“”„«»‘’‚"]/.test(char) ? ('lost-quote' as const) : ('lost-character' as const),
  evidence: /\p{L}/u.test(char) && evidence === 'channel' ? ('words' as const) : evidence,
  lossy: true,
  confidence: Math.round(Math.min(share, MOST_SURE) * 100) / 100,
})

function lostPlaces(piece: string): number[] {
  const places = []
  for (let i = 0; i < piece.length && i <= LONGEST_PIECE; i++)
    if (piece[i] === '?' || piece[i] === '\ufffd') places.push(i)
  return places
}

const beginsSentence = (text: string, at: number, asked: number) => {
  const before = text.slice(Math.max(0, at - 8), at)
  return at === 0 || at - asked === 2 || /(?:[.!:]["”“»?\ufffd]?\s|\n\s*\n\s*)["“„«(]?$/.test(before)
}

const currency = { chars: ['€'], share: 0.6, evidence: 'formula' as const }

/** A `?` between spaces: the one-letter word of the language, or a dash. */
function alone(text: string, at: number, piece: string, around: Surroundings, pack: LanguagePack) {
  if (/^[?\ufffd]{1,2}[CF]$/.test(piece) && /\d\s?$/.test(text.slice(Math.max(0, at - 2), at)))
    return { chars: piece.length === 2 ? ['°'] : ['\u00a0', '°'], share: 0.9, evidence: 'formula' as const }
  if (piece.length !== 1 || !/^\s?$/.test(around.before) || !/^\s/.test(around.after)) return null
  const money = /^\s\d/.test(around.after) !== /\d\s$/.test(text.slice(Math.max(0, at - 2), at))
  if (money && !/^\s[\d.,]+\s?[-–?]|^\s\p{Ll}{2}/u.test(around.after)) return currency
  const small = /^\s+["“?]?\p{Ll}/u.test(around.after)
  const letter = oneLetterWord(pack)
  const share = small ? 0.9 : 0.6
  if (letter && (small || around.sentenceStart || /\p{Ll}\s$/u.test(text.slice(Math.max(0, at - 2), at)))) {
    const char = around.sentenceStart ? letter.toUpperCase() : letter
    return { chars: [char], share, evidence: 'words' as const }
  }
  return letter ? null : { chars: ['–'], share, evidence: 'channel' as const }
}
