/**
 * The channel of letters: which letters and signs a scanner may have read as a lead and what follows. Derived from what
 * UTF-8 and windows-1252 make of each letter of the language, and from the shapes of what was printed. Letters of other
 * languages come second, for names. Costs are natural logarithms of one over a probability, rough on purpose, because
 * every scanner has shares of its own.
 */

import { charsetTable } from '../../charsets/charset.js'
import type { LanguagePack } from '../../languages/pack.js'
import { oncePer } from '../../structures/cache.js'
import { isDigit } from '../../tokens/characters.js'
import { prepared } from '../../words/prepared.js'
import { isCapitalCode, isLetterCode, scanRanks } from './words.js'

// --- shapes --------------------------------------------------------------------------------------------------------------

/**
 * What a scanner reads for a character of windows-1252 that was printed: the character itself, signs and letters of the
 * same outline, its parts side by side, the likely first. Readings are parted by a space; `_` stands for a space, `∅` for
 * no trace. Where a font lacks the character, a `?` or a box is printed for it, so these may stand for any of those.
 */
const SHAPES: Readonly<Record<string, string>> = {
  '€': '€ ? C E ∅ £ G e c ¢',
  '\x81': '∅ . ? ,',
  '‚': "‚ , ' . ; ∅",
  ƒ: 'ƒ f F /',
  '„': '„ " ,, ” ? .. ∅',
  '…': '… ... .. . _ ∅',
  '†': '† t + f T 1 ?',
  '‡': '‡ t f + F',
  ˆ: "ˆ ^ * ~ ' ” ∅",
  '‰': '‰ % %o 9/00 8',
  Š: 'Š S 5 § 8',
  '‹': '‹ < ( c «',
  Œ: 'Œ CE OE Ce Oe CC G E ?',
  '\x8d': '∅ . ? ,',
  Ž: 'Ž Z 2 ?',
  '\x8f': '∅ . ? ,',
  '\x90': '∅ . ? ,',
  '‘': "‘ ' ` ’ ∅ , (",
  '’': "’ ' ‘ , ` ∅ )",
  '“': "“ \" ” '' ? * ‘‘ ∅",
  '”': "” \" “ '' ? * ’’ ∅",
  '•': '• . * o e · - ∅',
  '–': '– - — ~ _ ∅ =',
  '—': '— - – -- ~ _ ∅ =',
  '˜': '˜ ~ - \' ? ^ " ∅ —',
  '™': '™ TM ? tm " * T™ Tm ™™ ∅ " ”',
  š: 'š s 8 ? §',
  '›': '› > ) »',
  œ: 'œ oe ce ? e ae cc c 0e ∅',
  '\x9d': '∅ ? . e s , ; 2 " □',
  ž: 'ž z 2 ? Z ∅',
  Ÿ: 'Ÿ Y ? V ¥ y Y" 7',
  '\u00a0': '_ ∅ \u00a0',
  '¡': '¡ j i ! ; 1 l |',
  '¢': '¢ c e € C ?',
  '£': '£ E f L €',
  '¤': '¤ o n x * O a « ° e ∞',
  '¥': '¥ Y V y ¢ ?',
  '¦': '¦ | ! : I l i 1 ;',
  '§': '§ S 8 $ 5 6 s',
  '¨': "¨ \" ™ “ ” ' .. ~ '' * ^ - ∅",
  '©': '© @ ® (c) e 0 O o (C) ¢ ?',
  ª: 'ª ® a * ° " 4 @ 2 ?',
  '«': '« << < " ( ¢ « ‹‹ €',
  '¬': '¬ - ~ — – _ = 7 ^ " ?',
  '\u00ad': '∅ - \u00ad',
  '®': '® © @ ° (R) (r) * e',
  '¯': '¯ ~ - \' " ^ _ — – ∅',
  '°': '° º o 0 * \' " ® O',
  '±': '± + - t 4 £ =',
  '²': '² 2 ? * z " \' ° ª Z',
  '³': '³ 3 ? * " \' ° ª 5 8',
  '´': "´ ' ` ’ , ∅",
  µ: 'µ u y p U',
  '¶': '¶ { q 9 P | § 1 4 f [ J T (] ] Y',
  '·': '· . - • * ∅',
  '¸': '¸ , . ; ∅ : j _',
  '¹': '¹ 1 l t ! \' i I | " ] ) [ *',
  º: 'º ° o 0 * "',
  '»': '» >> > " ) ››',
  '¼': '¼ 1/4 \'/4 /4 % Y4 V4 Va " l/4 Ya 4 1⁄4',
  '½': "½ 1/2 % '/2 /2 Y2 V2 l/2 Ye",
  '¾': '¾ 3/4 % /4',
  '¿': '¿ ? 6 ; g',
}

/** The character itself, the second reading, and what every further one costs more. */
const FIRST = 0.7
const STEP = 0.35
/** A reading that the list does not have. */
const UNLISTED_SHAPE = 5.5
/** `?`, a box or nothing for a character that fonts of the day lack. */
const LACKED = 1.8
const BOXES = ['?', '□', '\ufffd', '▯']

/** Bytes 80 to 9F, the five holes as the controls of the same number: what old fonts lack. */
const fontsLack = () => cp1252().slice(0x80, 0xa0)
const cp1252 = () => charsetTable('windows-1252').chars

/** What a printed character may be read as, and the cost of each reading. */
function shapesOf(printed: string): ReadonlyMap<string, number> {
  const costs = new Map<string, number>()
  const add = (seen: string, cost: number) => costs.set(seen, Math.min(cost, costs.get(seen) ?? Infinity))
  for (const [i, listed] of (SHAPES[printed] ?? printed).split(' ').entries())
    add(listed === '∅' ? '' : listed === '_' ? ' ' : listed, FIRST + i * STEP)
  if (fontsLack().includes(printed)) for (const box of BOXES) add(box, LACKED)
  return costs
}

/** The printed characters of the bytes that UTF-8 writes a character in, from the second on. */
const printedTail = (char: string): string[] => Array.from(Buffer.from(char).subarray(1), byte => cp1252()[byte]!)

const thirds = new Map<string, ReadonlyMap<string, number>>()

/** What it costs that the third character of a mark was read as `tail`, before anything of the document is known. */
export function thirdCost(sign: string, tail: string): number {
  let costs = thirds.get(sign)
  if (!costs) {
    costs = shapesOf(printedTail(sign)[1] ?? '')
    thirds.set(sign, costs)
  }
  return costs.get(tail) ?? UNLISTED_SHAPE
}

// --- letters ------------------------------------------------------------------------------------------------------------

/** What a lead is read as: a plain A most often. */
export const LEADS = Object.entries({ A: 0.5, 'A~': 3, 'A^': 3, Ã: 1, Â: 1, Ä: 1.5, Å: 1.5, À: 2, Á: 2 })
/** A letter that the language's own words do not have, in a name, and a sign of money or measure. */
const FOREIGN = 'éèáóñçöüäøåëïíúàâêôãæßìòùîðý'
const SIGNS = '\u00a0°£½«»'
/** Signs that are seldom meant, and look like others. */
const RARE_SIGNS = 'ªº¼¾§²³'
const RARE_SIGN_COST = 2
const FOREIGN_COST = 5
const FOREIGN_RARITY = 8
const SIGN_COST = 1

export interface Candidate {
  readonly char: string
  readonly seen: string
  readonly cost: number
  /** Added in a word that no list has. */
  readonly rarity: number
  readonly kind: 'small' | 'capital' | 'sign'
}

/** Readings by the first character that is seen behind the lead, and those of which nothing is seen. */
export interface Channel {
  readonly byFirst: ReadonlyMap<number, readonly Candidate[]>
  readonly traceless: readonly Candidate[]
}

/** All readings of the letters and signs of a language; the second has the letters of other languages too. */
export const channelsOf = oncePer((pack: LanguagePack): readonly [own: Channel, all: Channel] => {
  const rarity = priors(pack)
  const others = [...FOREIGN].filter(c => !pack.letters.includes(c)).join('')
  const own = [
    ...candidates(pack.letters + capitals(pack.letters), 0, rarity),
    ...candidates(SIGNS, SIGN_COST, rarity),
    ...candidates(RARE_SIGNS, SIGN_COST + RARE_SIGN_COST, rarity),
  ]
  const all = [...own, ...candidates(others + capitals(others), FOREIGN_COST, rarity)]
  return [channelFrom(own), channelFrom(all)]
})

function candidates(chars: string, extra: number, rarities: ReadonlyMap<string, number>): Candidate[] {
  const found: Candidate[] = []
  for (const char of chars) {
    const tail = printedTail(char)
    if (tail.length !== 1) continue
    const code = char.charCodeAt(0)
    const kind = !isLetterCode(code) ? 'sign' : isCapitalCode(code) ? 'capital' : 'small'
    const rarity = rarities.get(char.toLowerCase()) ?? FOREIGN_RARITY
    for (const [seen, cost] of shapesOf(tail[0]!)) found.push({ char, seen, cost: cost + extra, rarity, kind })
  }
  return found
}

function channelFrom(list: readonly Candidate[]): Channel {
  const byFirst = new Map<number, Candidate[]>()
  const traceless: Candidate[] = []
  for (const candidate of [...list].sort((a, b) => a.cost - b.cost)) {
    const code = candidate.seen.charCodeAt(0)
    const same = candidate.seen === '' ? traceless : byFirst.get(code)
    if (same) same.push(candidate)
    else byFirst.set(code, [candidate])
  }
  return { byFirst, traceless }
}

/** How much rarer a letter is than the likeliest ones: only where no listed word says so itself. */
export const priors = prepared<ReadonlyMap<string, number>, readonly (readonly [letter: string, rarity: number])[]>(
  'letters',
  pack => {
    const weights = new Map<string, number>()
    let sum = 0
    scanRanks(pack).forEach((word, rank) => {
      for (let i = 0; i < word.length; i++) {
        if (word.charCodeAt(i) < 0x80) continue
        const weight = 1 / (rank + 50)
        weights.set(word[i]!, (weights.get(word[i]!) ?? 0) + weight)
        sum += weight
      }
    })
    const rarity = (letter: string) => -Math.log(((weights.get(letter) ?? 0) + sum * 1e-3) / sum)
    return { about: [...pack.letters].map(letter => [letter, rarity(letter)] as const), arrays: [] }
  },
  ({ about }) => new Map(about),
)

const capitals = (letters: string) => letters.replaceAll('ß', '').toUpperCase()

/** Is the code unit one that a lead is read as? */
export const isLead = (code: number): boolean => code === 0x41 || (code >= 0xc0 && code <= 0xc5)

/** The text, and where the word that is being read begins. */
interface Place {
  readonly text: string
  readonly start: number
}

/** The letters of a word so far: none, capitals alone, or any. */
export type WordKind = 'none' | 'capitals' | 'word'

/** Does the letter's case, or the sign's place, agree with what was built of the word so far? */
export function fits(place: Place, word: string, kind: WordKind, c: Candidate, behind: number): boolean {
  if (c.kind === 'small') return kind !== 'capitals'
  if (c.kind === 'capital') return kind !== 'word'
  return fitsSign(place, word, c, behind)
}

/** A number, but none with zeros before it, as codes have them (`004A`). */
const BEHIND_NUMBER = /(?:(?:^|[^\d.,])(?!0\d)\d[\d.,]*|[%'’"])$/
const LONGEST_NUMBER = 20

function fitsSign({ text, start }: Place, word: string, c: Candidate, behind: number): boolean {
  const next = text.charCodeAt(behind)
  if (c.char === '\u00a0') {
    if (c.seen === '') return word === '' && isLetterCode(next) && isDigit(text.charCodeAt(start - 1))
    return next > 32 && (word !== '' || BEHIND_NUMBER.test(text.slice(Math.max(0, start - LONGEST_NUMBER), start)))
  }
  if (c.char === '£') return word === '' && /^ ?\d/.test(text.slice(behind, behind + 2))
  if (c.char === '«') return word === '' && isLetterCode(next)
  if (c.char === '»') return word !== '' && !isLetterCode(next)
  if (c.char === '§') return word === '' && !isDigit(text.charCodeAt(start - 1)) && (next <= 32 || isDigit(next))
  return word === '' && !isLetterCode(next) && isDigit(text.charCodeAt(start - 1))
}
