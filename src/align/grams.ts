/**
 * What a folded word can be known by in another spelling: its character 4-grams in Latin letters, with the edges marked; of
 * a Chinese word its characters and neighbours of two. As hashes of 30 bits, which are taken for the grams themselves.
 */
import { latinised } from '../text/latinised.js'

const MAX_LETTERS = 60 // a run of letters longer than this is no word
const FIRST_HAN = 0x2e80
const HAN = /\p{Script=Han}/u
const BEFORE = '^'.charCodeAt(0)
const BEHIND = '$'.charCodeAt(0)
const PRIME = 16_777_619 // of the FNV hashes

/** Hashes of the grams of a folded word, perhaps some twice; a word of one or two letters has one. */
export function gramHashes(folded: string): number[] {
  if (folded.charCodeAt(0) >= FIRST_HAN && HAN.test(folded)) return signHashes(folded.slice(0, MAX_LETTERS))
  const word = latinised(folded)
  const size = Math.min(word.length, MAX_LETTERS)
  const letter = (at: number) => (at < 0 ? BEFORE : at < size ? word.charCodeAt(at) : at === size ? BEHIND : 0)
  const out: number[] = []
  for (let at = -1; at === -1 || at + 3 <= size; at++) {
    let hash = 0
    for (let k = at; k < at + 4; k++) hash = mixed(hash, letter(k))
    out.push(hash >>> 2)
  }
  return out
}

const mixed = (hash: number, unit: number) => Math.imul(hash ^ unit, PRIME)

function signHashes(word: string): number[] {
  const signs = Array.from(word, sign => sign.codePointAt(0)!)
  const pairs = signs.slice(1).map((sign, k) => mixed(mixed(0, signs[k]!), sign) >>> 2)
  return [...signs.map(sign => mixed(0, sign) >>> 2), ...pairs]
}
