/**
 * The channel of letters: which letters and signs a scanner may have read as a lead and what follows. Derived from what
 * UTF-8 and windows-1252 make of each letter of the language, and from the shapes of what was printed. Letters of other
 * languages come second, for names.
 */
import type { LanguagePack } from '../../languages/pack.js'
import { prepared } from '../../words/prepared.js'
import { scanRanks } from './ranks.js'
import { printedTail, shapesOf } from './shapes.js'
import { isCapitalCode, isDigitCode, isLetterCode } from './words.js'

/** What a lead is read as: a plain A most often. */
export const LEADS: readonly { readonly seen: string; readonly cost: number }[] = [
  { seen: 'A', cost: 0.5 },
  { seen: 'A~', cost: 3 },
  { seen: 'A^', cost: 3 },
  { seen: 'Ã', cost: 1 },
  { seen: 'Â', cost: 1 },
  { seen: 'Ä', cost: 1.5 },
  { seen: 'Å', cost: 1.5 },
  { seen: 'À', cost: 2 },
  { seen: 'Á', cost: 2 },
]
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

/** The second has the letters of other languages too. */
const channels = new WeakMap<LanguagePack, readonly [own: Channel, all: Channel]>()

/** All readings of the letters and signs of a language. */
export function channelsOf(pack: LanguagePack): readonly [own: Channel, all: Channel] {
  const known = channels.get(pack)
  if (known) return known
  const rarity = priors(pack)
  const others = [...FOREIGN].filter(c => !pack.letters.includes(c)).join('')
  const own = [
    ...candidates(pack.letters + capitals(pack.letters), 0, rarity),
    ...candidates(SIGNS, SIGN_COST, rarity),
    ...candidates(RARE_SIGNS, SIGN_COST + RARE_SIGN_COST, rarity),
  ]
  const all = [...own, ...candidates(others + capitals(others), FOREIGN_COST, rarity)]
  const made = [channelFrom(own), channelFrom(all)] as const
  channels.set(pack, made)
  return made
}

function candidates(chars: string, extra: number, rarities: ReadonlyMap<string, number>): Candidate[] {
  const found: Candidate[] = []
  for (const char of chars) {
    const tail = printedTail(char)
    if (tail.length !== 1) continue
    const code = char.charCodeAt(0)
    const kind = !isLetterCode(code) ? 'sign' : isCapitalCode(code) ? 'capital' : 'small'
    const rarity = rarities.get(char.toLowerCase()) ?? FOREIGN_RARITY
    for (const { seen, cost } of shapesOf(tail[0]!)) found.push({ char, seen, cost: cost + extra, rarity, kind })
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

/** Does the letter's case, or the sign's place, agree with what was built of the word so far? */
export function fits(
  place: Place,
  word: string,
  kind: 'none' | 'capitals' | 'word',
  c: Candidate,
  behind: number,
): boolean {
  if (c.kind === 'small') return kind !== 'capitals'
  if (c.kind === 'capital') return kind !== 'word'
  return fitsSign(place, word, c, behind)
}

function fitsSign({ text, start }: Place, word: string, c: Candidate, behind: number): boolean {
  const next = text.charCodeAt(behind)
  if (c.char === '\u00a0') {
    if (c.seen === '') return word === '' && isLetterCode(next) && isDigitCode(text.charCodeAt(start - 1))
    return next > 32 && (word !== '' || /[\d%'’"]/.test(text[start - 1] ?? ' '))
  }
  if (c.char === '£') return word === '' && /^ ?\d/.test(text.slice(behind, behind + 2))
  if (c.char === '«') return word === '' && isLetterCode(next)
  if (c.char === '»') return word !== '' && !isLetterCode(next)
  if (c.char === '§') return word === '' && (next <= 32 || isDigitCode(next))
  return word === '' && !isLetterCode(next) && isDigitCode(text.charCodeAt(start - 1))
}
