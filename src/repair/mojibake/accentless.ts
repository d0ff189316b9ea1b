/**
 * Mojibake whose lead lost its accent on the way, as programs do that keep ASCII letters alone: `naA¯ve`, `cafA©`. An A
 * behind a small letter and before such a sign is no one's spelling where a small letter follows; at the end of a word
 * brands have it (`SkyA®`), so there the word must be in a list of some language, or another place must vouch for it.
 * What a scanner made of such places is read before (`scan/`).
 */
import { charsetTable, decodeUtf8 } from '../../charsets/charset.js'
import type { LanguagePack } from '../../languages/pack.js'
import { LOWER, traitsOf } from '../../tokens/characters.js'
import { rankAbroad } from '../../words/reader.js'
import { rankIn } from '../../words/word-model.js'
import { type Ground, NOTHING, type Pass, replaced } from '../pass.js'
import { lettersAfter, lettersBefore } from '../words.js'

const PLACE = /(?<=[a-z\u00df-\u00ff])A[\u00a1-\u00bf]/g
const LEAD = 0xc3

const inside: Ground = { kind: 'mojibake', evidence: 'channel', lossy: true, confidence: 0.95 }
const listed: Ground = { ...inside, evidence: 'words' }
const vouched: Ground = { ...inside, confidence: 0.85 }

export const mayBeAccentless = (text: string): boolean => /[a-z\u00df-\u00ff]A[\u00a1-\u00bf]/.test(text)

/** Read an A and a sign as the letter that they are left of. */
export function repairAccentless(text: string, packs: readonly LanguagePack[]): Pass {
  const isWord = (word: string) => packs.some(pack => rankIn(pack.wordList)(word) > 0) || rankAbroad(word) > 0
  const { byteOf } = charsetTable('windows-1252')
  const found = Array.from(text.matchAll(PLACE), ({ 0: seen, index }) => {
    const meant = decodeUtf8(Uint8Array.of(LEAD, byteOf[seen.charCodeAt(1)]!)) ?? seen
    const before = lettersBefore(text, index)
    const behind = lettersAfter(text, index + seen.length)
    const goesOn = (traitsOf(text.charCodeAt(index + seen.length)) & LOWER) !== 0
    const ground = isWord((before + meant + behind).toLowerCase()) ? listed : goesOn ? inside : vouched
    return { repair: replaced(text, index, seen.length, meant, ground), sure: ground !== vouched }
  })
  return found.some(({ sure }) => sure) ? { repairs: found.map(({ repair }) => repair) } : NOTHING
}
