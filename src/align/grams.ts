/**
 * What a folded word can be known by in another spelling: its character 4-grams in Latin letters, with the edges marked; of
 * a Chinese word its characters and neighbours of two. As hashes of 30 bits, which are taken for the grams themselves.
 */
import { latinised } from '../tokens/latinised.js'

const MAX_LETTERS = 60 // a run of letters longer than this is no word
const FIRST_HAN = 0x2e80
const HAN = /\p{Script=Han}/u
const BEFORE = '^'.charCodeAt(0)
const BEHIND = '$'.charCodeAt(0)
const PRIME = 16_777_619 // of the FNV hashes

/** The hashes of the different grams of a folded word; a word of one or two letters has one. */
export function gramsOf(folded: string): number[] {
  const hashes: number[] = []
  overGrams(folded, hash => {
    if (!hashes.includes(hash)) hashes.push(hash)
  })
  return hashes
}

function overGrams(folded: string, visit: (hash: number) => void): void {
  if (folded.charCodeAt(0) >= FIRST_HAN && HAN.test(folded)) overSigns(folded.slice(0, MAX_LETTERS), visit)
  else overLetters(latinised(folded), visit)
}

function overLetters(word: string, visit: (hash: number) => void): void {
  const size = Math.min(word.length, MAX_LETTERS)
  const letter = (at: number) => (at < size ? word.charCodeAt(at) : at === size ? BEHIND : 0)
  let [a, b, c] = [BEFORE, letter(0), letter(1)]
  for (let at = 2; at === 2 || at <= size; at++) {
    const d = letter(at)
    visit(mixed(mixed(mixed(mixed(0, a), b), c), d) >>> 2)
    a = b
    b = c
    c = d
  }
}

const mixed = (hash: number, unit: number) => Math.imul(hash ^ unit, PRIME)

function overSigns(word: string, visit: (hash: number) => void): void {
  const signs = Array.from(word, sign => sign.codePointAt(0)!)
  for (const sign of signs) visit(mixed(0, sign) >>> 2)
  for (const [k, sign] of signs.slice(1).entries()) visit(mixed(mixed(0, signs[k]!), sign) >>> 2)
}
