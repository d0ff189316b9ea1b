/**
 * UTF-8 that was read as windows-1252, printed, and read again by a scanner. Two bytes in three are gone, but the
 * shape remains, and the place decides between the readings that a shape has:
 *
 *     // > | A"   un &??progetto pilotaa?s della??azienda a?? 1a??unico
 *     //     è       “              ”          ’          –    l’
 *
 * A mark glued on both sides is an apostrophe, behind a space an opening quotation mark, before one a closing one,
 * between two a dash. Letters are read by the words they make. Nothing is looked at unless the text as a whole shows
 * the damage: a text with two question marks in a row is not a scan.
 */
import type { LanguagePack } from '../languages/pack.js'
import type { Repair } from '../model.js'
import { readingsOf } from './lookalikes.js'
import { disjoint, type Ground, type Pass, replaced } from './pass.js'
import { isLetter, isWordChar, lettersAfter, lettersBefore, type Vocabulary, vocabulary } from './words.js'

/** So many marks or letters that no other text has, and the text is a scan of mojibake. */
const TELLING_SITES = 3
/** A letter is read into a word that may be whole (`Al`) only if the new word is this frequent. */
const FREQUENT = 3000

const byShape: Ground = { kind: 'ocr-mojibake', evidence: 'channel', lossy: true, confidence: 0.9 }
const byGrammar: Ground = { kind: 'ocr-mojibake', evidence: 'grammar', lossy: true, confidence: 0.95 }
const byWords: Ground = { kind: 'ocr-mojibake', evidence: 'words', lossy: true, confidence: 0.97 }

/** `â€` and what follows, as a scanner reads them: the lead, perhaps one stray sign, `?`, and one more. */
const MARK = /(?:&4|[a&48@â]|d(?=\?[es.]))\?[?es.2]/g
const TELLING =
  /[a&48@â]\?\?(?=\p{L})|(?<=\p{L})[a4&]\?[es](?![\p{L}\p{N}])|(?<=\p{Ll})A(?![\p{Lu}\p{N}])|(?<=\p{Ll})AY(?!\p{Lu})|A(?:[¤¥¦©«¶¼{|]|1\/4)(?=\p{Ll})/gu
/** What stands for an elided l before the mark: the scanner's look-alikes, as a word of their own. */
const ELIDED_L = /(?<![\p{L}\p{N}])(?:I\[|[1|Il])$/u

/** Undo what printing and scanning made of mojibake; empty where the text shows too little of it. */
export function repairOcrMojibake(text: string, pack: LanguagePack): Pass {
  let telling = 0
  for (const _ of text.matchAll(TELLING)) if (++telling >= TELLING_SITES) break
  if (telling < TELLING_SITES) return { repairs: [] }
  const words = vocabulary(text, pack)
  const marks = repairMarks(text, pack, words)
  return { repairs: disjoint([...marks, ...repairLetters(text, pack, words)]) }
}

// --- quotation marks, apostrophes, dashes ------------------------------------------------------------------------------

function repairMarks(text: string, pack: LanguagePack, words: Vocabulary): Repair[] {
  const [open, close] = pack.quotes.find(([o, c]) => /[“”„]/.test(o) && /[“”]/.test(c)) ?? ['“', '”']
  const repairs: Repair[] = []
  let opened = false
  let last: Repair | undefined
  let at = 0
  for (const match of text.matchAll(MARK)) {
    if (/\n\s*\n/.test(text.slice(at, match.index).slice(-2000))) opened = false
    at = match.index
    const site = look(text, match, words)
    // Right behind an elision begins what it was elided before: `l’“Isola`.
    const afterElision = last?.end === site.start && last.after.endsWith('’')
    const kind = afterElision ? 'open' : readMark(site, opened, pack)
    if (kind === 'open') opened = true
    else if (kind === 'close') opened = false
    last = markRepair(text, afterElision ? { ...site, gluedLeft: false } : site, kind, open, close)
    repairs.push(last)
  }
  return repairs
}

interface MarkSite {
  readonly start: number
  readonly end: number
  /** The last of the scanner's signs: `?` for a mark, another for a closing quotation mark. */
  readonly tail: string
  readonly stem: string
  readonly elidedL: boolean
  readonly gluedLeft: boolean
  readonly gluedRight: boolean
}

function look(text: string, match: RegExpMatchArray, words: Vocabulary): MarkSite {
  let start = match.index!
  const end = start + match[0].length
  // `wordad?s`: the a belongs to the mark if the word is known without it.
  if (match[0][0] === 'd' && text[start - 1] === 'a' && words.rank(lettersBefore(text, start - 1))) start--
  const elided = ELIDED_L.exec(text.slice(Math.max(0, start - 3), start))
  const gluedRight = isWordChar(text[end]) || /[(«“"]/.test(text[end] ?? ' ')
  return {
    start: elided && gluedRight ? start - elided[0].length : start,
    end,
    tail: match[0].at(-1)!,
    stem: lettersBefore(text, start),
    elidedL: elided !== null && gluedRight,
    gluedLeft: start > 0 && /\S/.test(text[start - 1]!) && !/[([]/.test(text[start - 1]!),
    gluedRight,
  }
}

type MarkKind = 'open' | 'close' | 'apostrophe' | 'dash'

function readMark(site: MarkSite, opened: boolean, pack: LanguagePack): MarkKind {
  if (site.tail === '2') return site.gluedRight ? 'open' : 'close'
  if (site.tail !== '?') return site.gluedLeft || opened ? 'close' : 'open'
  if (site.elidedL && pack.elisions.includes('l')) return 'apostrophe'
  if (site.gluedLeft && site.gluedRight) {
    const glued = pack.elisions.length > 0 && site.stem.length > 6 && !pack.elisions.includes(site.stem.toLowerCase())
    return glued ? (opened ? 'close' : 'open') : 'apostrophe'
  }
  if (site.gluedRight) return 'open'
  if (site.gluedLeft) return opened ? 'close' : 'apostrophe'
  return 'dash'
}

function markRepair(text: string, site: MarkSite, kind: MarkKind, open: string, close: string): Repair {
  const before = (sign: string) => (site.gluedLeft ? ' ' : '') + sign
  const after = (sign: string) => sign + (site.gluedRight ? ' ' : '')
  const elision = kind === 'apostrophe' && site.elidedL
  const sign = elision
    ? 'l’'
    : kind === 'apostrophe'
      ? '’'
      : kind === 'dash'
        ? '–'
        : kind === 'open'
          ? before(open)
          : after(close)
  const start = site.elidedL && !elision ? site.start + (site.end - site.start - 3) : site.start
  return replaced(text, start, site.end - start, sign, kind === 'apostrophe' ? byGrammar : byShape)
}

// --- letters -----------------------------------------------------------------------------------------------------------

function repairLetters(text: string, pack: LanguagePack, words: Vocabulary): Repair[] {
  const readings = readingsOf(pack.letters)
  const repairs: Repair[] = []
  let stem = '' // what the repairs so far made of the word that the last one stands in
  for (let at = text.indexOf('A'); at >= 0; at = text.indexOf('A', at + 1)) {
    const last = repairs.at(-1)
    const between = last ? lettersBefore(text, at) : ''
    const goesOn = last !== undefined && last.end === at - between.length && isLetter(last.after)
    const before = goesOn ? stem + between : lettersBefore(text, at)
    const repair = readLetter(text, at, before, readings, words) ?? spaceAfterNumber(text, at)
    if (!repair) continue
    repairs.push(repair)
    stem = before + repair.after
    at = repair.end - 1
  }
  return repairs
}

/** `48A Stunden`: a no-break space behind a number. */
function spaceAfterNumber(text: string, at: number): Repair | null {
  const number =
    /(?:^|[\s(])[\d.,:]*\d[.,:%]?$/.test(text.slice(Math.max(0, at - 12), at)) &&
    /^ \p{L}/u.test(text.slice(at + 1, at + 3))
  return number ? replaced(text, at, 2, '\u00a0', byShape) : null
}

function readLetter(
  text: string,
  at: number,
  stem: string,
  readings: ReturnType<typeof readingsOf>,
  words: Vocabulary,
): Repair | null {
  if (stem !== '' && !/^\p{L}?\p{Ll}*$/u.test(stem) && !/^\d+$/.test(stem)) return null
  let best: { char: string; seen: string; score: number } | null = null
  for (const { char, seen } of readings) {
    if (!text.startsWith(seen, at + 1)) continue
    const capital = /\p{Lu}/u.test(char)
    if (capital !== (capital && stem === '') || (stem.length === 1 && /\p{Lu}/u.test(stem) && !inside(text, at, seen)))
      continue
    const score = capital ? capitalScore(text, at, char, seen, words) : readingScore(text, at, stem, char, seen, words)
    if (score > (best?.score ?? 0)) best = { char, seen, score }
  }
  if (!best) return null
  const eaten = best.seen !== ' ' ? best.seen.length : /[\s.,;:!?)]/.test(text[at + 2] ?? ' ') ? 1 : 0
  return replaced(text, at, 1 + eaten, best.char, best.score >= 2 ? byWords : byShape)
}

const inside = (text: string, at: number, seen: string) =>
  /\S/.test(seen) && /\p{Ll}/u.test(text[at + 1 + seen.length] ?? '')

/** A capital begins a word: a listed one, where what stands there is none, or one that its sign alone shows. */
function capitalScore(text: string, at: number, char: string, seen: string, words: Vocabulary): number {
  const rest = lettersAfter(text, at + 1 + seen.length)
  if (!/^\p{Ll}/u.test(rest) || words.rank(`A${lettersAfter(text, at + 1)}`) !== undefined) return 0
  const rank = words.rank(char + rest)
  if (rank !== undefined) return 3 - rank / 20_000 - 0.01
  return seen !== '' && !isLetter(seen[0]) && seen !== '-' && words.rank(rest) === undefined ? 0.9 : 0
}

/** `Al`, `At`, `Ao`: a word that the list has as it stands is no damage. */
const isKnownCapital = (text: string, at: number, words: Vocabulary) => {
  const whole = `A${lettersAfter(text, at + 1)}`
  return whole.length > 1 && words.rank(whole) !== undefined
}

/** 0 for a reading not to be made, below 2 for one that only the shape speaks for, above for a known word. */
function readingScore(text: string, at: number, stem: string, char: string, seen: string, words: Vocabulary): number {
  const rest = seen === ' ' ? '' : lettersAfter(text, at + 1 + seen.length)
  if (!isLetter(char) || char === 'ª') return /^\d+$/.test(stem) && rest === '' ? 3 : 0
  if (/^\d/.test(stem)) return 0
  const rank = words.rank(stem + char + rest)
  const inWord = stem !== ''
  const plain = /^\p{Ll}/u.test(rest)
    ? rest.length > 1
    : !/^[\s.,]?$/.test(seen) && rank !== undefined && rank <= FREQUENT
  if (rank !== undefined && (inWord || (plain && !isKnownCapital(text, at, words)))) return 3 - rank / 20_000
  if (!inWord)
    return /^\p{Ll}{2}/u.test(rest) &&
      seen !== '' &&
      !/[\s\-'"?]/.test(seen) &&
      !isLetter(seen[0]) &&
      words.rank(rest) === undefined
      ? 0.8
      : 0
  // No word is known: a sign is a surer trace than a letter, and no trace at all only ends a word.
  if (seen === '' || seen === ' ') return rest === '' && /^[\s.,;:!?)»”]?$/.test(text[at + 1] ?? '') ? 1.5 : 0
  return isWordChar(seen[0]) ? 0.5 : rest === '' ? 1.2 : 1
}
