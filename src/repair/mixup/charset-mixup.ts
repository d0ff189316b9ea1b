/**
 * Text of one single-byte charset that was read in another: Hebrew as windows-1252 (`ùìåí`), Mac Roman or a DOS page
 * as windows-1252 and the reverse. Nothing in the bytes proves it, so the language decides: what the stretches with
 * characters above 7F would be in the other charset must be words of a list, and read far better. The text as a whole
 * names the mix-up; then every line, and every word in it, is read anew only where that is no loss, so that clean
 * lines among mixed ones stay. Text without a place that prose has not (`places.ts`) is left at once.
 */
import type { LanguagePack } from '../../languages/pack.js'
import type { Repair } from '../../model.js'
import { languageShares } from '../../words/reader.js'
import { type Ground, NOTHING, type Pass, replaced } from '../pass.js'
import { isListed, WORDS_NEEDED } from './listed.js'
import { isDoubtfulLetter, mixupPlaces, placesAbove7F } from './places.js'
import {
  type Convert,
  converter,
  distinct,
  type Gain,
  gainOf,
  linesAround,
  readerFor,
  readOnce,
  type Script,
  type Stretch,
  stretchesOf,
  wordsBelow80,
  wordsOfLine,
} from './stretches.js'

/** Charset the text is in, charset it was read in, script of the languages that come in it. */
const MIXUPS = [
  ['windows-1255', 'windows-1252', 'Hebr'],
  ['cp862', 'windows-1252', 'Hebr'],
  ['cp862', 'cp850', 'Hebr'],
  ['cp862', 'cp437', 'Hebr'],
  ['windows-1255', 'cp850', 'Hebr'],
  ['windows-1255', 'macroman', 'Hebr'],
  ['macroman', 'windows-1252', 'Latn'],
  ['cp850', 'windows-1252', 'Latn'],
  ['windows-1252', 'cp850', 'Latn'],
  ['windows-1252', 'cp437', 'Latn'],
  ['windows-1252', 'macroman', 'Latn'],
  ['windows-1252', 'windows-1250', 'Latn'],
  ['windows-1252', 'windows-1255', 'Latn'],
  ['macroman', 'cp850', 'Latn'],
  ['cp850', 'macroman', 'Latn'],
  ['windows-1252', 'iso-8859-1', 'any'],
] as const
/** So many places are looked at to see which mix-ups could explain them, and such a share of them must be explained. */
const PLACES_SEEN = 60
const PLACES_EXPLAINED = 0.5
/** Of what the best of them explains, the others must explain such a share. */
const EXPLAINED_BESIDE = 0.7
/** So few places among so many characters above 7F are names, or one mixed line: only their lines are judged. */
const FEW = 3
const STAND_WELL = 40
/** The first stretches leave out the mix-ups that gain less than such a share of the best. */
const FIRST: readonly (readonly [stretches: number, worth: number])[] = [
  [10, 0.3],
  [30, 0.6],
]
/** One mix-up that is left then, and gains so many times what is needed, is taken without reading more. */
const TIMES_NEEDED = 2
/** So much likelier must the lines read that do (natural logarithm). */
const GAIN_NEEDED = 8
/** Where few words below 80 tell the language, so much. */
const GAIN_ALONE = 24
/** Where none of the stretches becomes a word of a list, so much more. */
const GAIN_OF_NAMES = 6
/** Hebrew needs no words below 80. */
const HEBREW_GAIN = 16
/** Stretches of Hebrew alone, of two letters and more, must be such a share. */
const HEBREW_SHARE = 0.5
/** An alphabet (`æøå`) is no text: two words of the list, or three others. */
const HEBREW_LEAST = 3
/** Such a share of the stretches that change must become words of a list. */
const KNOWN_SHARE = 0.2
/** In the lines that a mix-up explains hardly a word is one of another language, or has characters beyond the charset. */
const AGAINST = 0.2
/** A line is read anew where it gains so much; in a text whose lines all do, where it loses no more than this. */
const LINE_GAIN = 1
const LINE_LOSS = -6
/** A word of such a line that loses more was clean, or is no word. */
const WORD_LOSS = -7
/** Letters that stand alone in Hebrew (`ג'`, `מ"מ`) become marks that may well stand there. */
const HEBREW_LOSS = -16

const ground: Ground = { kind: 'mojibake', evidence: 'words', lossy: false, confidence: 0.97 }

/** Read the words above 7F in the charset they were written in, where that makes sense of them. */
export function repairCharsetMixup(text: string, packs: readonly LanguagePack[]): Pass {
  const places = mixupPlaces(text, packs, PLACES_SEEN)
  if (places.length === 0) return NOTHING
  const explaining = mixupsThatExplain(text, places)
  if (explaining.length === 0) return NOTHING
  const words = wordsBelow80(text)
  const shares = languageShares(words, packs)
  const isOurs = isListed(words, shares, packs)
  const doubtful = places.filter(place => isDoubtfulLetter(text[place]!, packs)).length
  const namesDo = doubtful * 2 <= places.length
  const least = words.length < WORDS_NEEDED ? GAIN_ALONE : GAIN_NEEDED
  const mixups = explaining.filter(({ script }) => script !== 'Latn' || isOurs)
  if (mixups.length === 0) return NOTHING
  const few = places.length < FEW && placesAbove7F(text).length > places.length * STAND_WELL
  const stretches = few ? stretchesOf(text, linesAround(text, places)) : stretchesOf(text)
  const reader = readerFor(packs, shares)
  const asItStands = readOnce(reader)
  const all = distinct(stretches)
  const ours = mixups.some(({ script }) => script === 'Latn') ? distinct(stretches, foreignLines(text, packs)) : all
  const best = bestMixup(
    mixups.map(({ convert, script }) => ({
      gain: gainOf(convert, script, reader, asItStands),
      judged: script === 'Latn' ? ours : all,
      ...demandsOf(script, least, namesDo),
    })),
  )
  return { repairs: best ? reread(text, stretches, best) : [] }
}

/** Does a stretch stand in a line of another language? What that gains is chance. */
function foreignLines(text: string, packs: readonly LanguagePack[]): (stretch: Stretch) => boolean {
  const known = new Map<number, boolean>()
  return ({ line, start }) => {
    let foreign = known.get(line)
    if (foreign === undefined) {
      const words = wordsOfLine(text, start)
      foreign = !isListed(words, languageShares(words, packs), packs)
      known.set(line, foreign)
    }
    return foreign
  }
}

/** The mix-ups that turn the odd places into letters and signs of prose. */
function mixupsThatExplain(text: string, places: readonly number[]): { convert: Convert; script: Script }[] {
  const counts = new Map<string, number>()
  for (const place of places) counts.set(text[place]!, (counts.get(text[place]!) ?? 0) + 1)
  const all = MIXUPS.map(([wrote, read, script]) => {
    const convert = converter(wrote, read)
    let good = 0
    for (const [seen, times] of counts) {
      const char = convert(seen)
      if (char !== null && char !== seen && MEANT.test(char)) good += times
    }
    return { convert, script, good }
  })
  const most = Math.max(...all.map(({ good }) => good))
  return all.filter(({ good }) => good >= Math.max(places.length * PLACES_EXPLAINED, most * EXPLAINED_BESIDE))
}

/** Letters and signs that prose has. */
const MEANT = /[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ffœŒ\u05d0-\u05ea’‘“”„–—…«»•€£°§\u00a0]/

/** A mix-up, and what is asked of it. */
interface Mixup extends Demands {
  readonly gain: Gain
  /** The stretches that speak for and against it. */
  readonly judged: readonly Stretch[]
}

interface Demands {
  /** What all lines must gain; how many stretches must become words, and which share of those that change. */
  readonly needed: number
  readonly least: number
  readonly share: number
  /** Of as many as gain, such a share may speak against it. */
  readonly against: number
  /** A stretch that loses more is left. */
  readonly loss: number
  /** Gained so much, they may be names, all of them. */
  readonly enough: number
}

function demandsOf(script: Script, least: number, namesDo: boolean): Demands {
  if (script === 'Hebr') {
    const [needed, loss] = [HEBREW_GAIN, HEBREW_LOSS]
    return { needed, least: HEBREW_LEAST, share: HEBREW_SHARE, against: Infinity, loss, enough: Infinity }
  }
  if (script === 'any') return { needed: 0, least: 1, share: 0, against: Infinity, loss: WORD_LOSS, enough: Infinity }
  const enough = namesDo ? least + GAIN_OF_NAMES : Infinity
  return { needed: least, least: 1, share: KNOWN_SHARE, against: AGAINST, loss: WORD_LOSS, enough }
}

/** The mix-up that explains the text, or a part of its lines, best. */
function bestMixup(mixups: readonly Mixup[]): Mixup | null {
  let open = mixups
  for (const [count, worth] of FIRST) {
    open = likeliest(open, count, worth)
    if (open.length === 1 && isShown(open[0]!, count, open[0]!.needed * TIMES_NEEDED)) return open[0]!
  }
  let best: Mixup | null = null
  let most = 0
  for (const mixup of open) {
    const total = totalOf(lineGains(mixup.judged, mixup.gain.of))
    if (total <= most || !isShown(mixup, Infinity, mixup.needed)) continue
    best = mixup
    most = total
  }
  return best
}

/** Do the lines of the first stretches gain more than is needed, and enough of the stretches become words? */
function isShown({ gain, least, share, enough, against, ...mixup }: Mixup, count: number, needed: number): boolean {
  const judged = mixup.judged.slice(0, count)
  const lines = lineGains(judged, gain.of)
  const total = totalOf(lines)
  if (total <= needed) return false
  const explained = judged.filter(s => lines[s.line]! > 0)
  const better = explained.filter(s => gain.of(s) > 0)
  if (against < Infinity && explained.filter(gain.denies).length > better.length * against) return false
  if (total > enough && better.some(gain.names)) return true
  const wanted = Math.max(least, better.length * share)
  let known = 0
  for (let i = 0; i < better.length && known < wanted; i++) known += gain.knows(better[i]!)
  return known >= wanted
}

const totalOf = (lines: readonly number[]) => lines.reduce((sum, gain) => sum + Math.max(0, gain), 0)

/** Those that gain enough on some stretches to be worth more reading. */
function likeliest(mixups: readonly Mixup[], count: number, worth: number): readonly Mixup[] {
  if (mixups.length < 2) return mixups
  const totals = mixups.map(({ judged, gain }) => totalOf(lineGains(judged.slice(0, count), gain.of)))
  const most = Math.max(...totals)
  return mixups.filter((_, k) => totals[k]! >= most * worth)
}

function lineGains(stretches: readonly Stretch[], gainOfOne: (stretch: Stretch) => number): number[] {
  const lines: number[] = new Array((stretches.at(-1)?.line ?? 0) + 1).fill(0)
  for (const stretch of stretches) lines[stretch.line]! += gainOfOne(stretch)
  return lines
}

function reread(text: string, stretches: readonly Stretch[], { gain, loss }: Mixup): Repair[] {
  const lines = lineGains(stretches, gain.roughly)
  const least = lines.some(g => g < LINE_LOSS) ? LINE_GAIN : LINE_LOSS
  const repairs: Repair[] = []
  for (const stretch of stretches) {
    if (lines[stretch.line]! < least || gain.roughly(stretch) < loss) continue
    const meant = gain.convert(stretch.text)
    if (meant === null || meant === stretch.text) continue
    repairs.push(replaced(text, stretch.start, stretch.text.length, meant, ground))
  }
  return repairs
}
