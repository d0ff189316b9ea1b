/**
 * Repair of characters. Small passes in a fixed order (`PASSES`), each over the text as the pass before left it;
 * `compose` makes one log of them. Reversible damage first, because it is proved by a round trip; lossy damage after it,
 * because it is judged by the language, which can be read only then. Clean text takes a fast path: what no pass could
 * touch is found by one scan. Below its confidence a reading is not made: the damage stays and is listed.
 */

import { applyRepairs, compose, resultSpans, sourceSpan } from '../edits/edits.js'
import { firstFrom } from '../edits/spans.js'
import type { LanguagePack } from '../languages/pack.js'
import type { Learned, LearnedWords } from '../learned/learned.js'
import type { DamageKind, Repair, Repaired, Unrepaired } from '../model.js'
import { likeliestPack } from '../words/vote.js'
import { repairC1, repairControls } from './controls.js'
import { repairEntities, repairEscapes, repairQuotedPrintable } from './escapes.js'
import { foreignRepairs } from './foreign-script.js'
import { repairInvisible } from './invisible.js'
import { repairLostCharacters } from './lost/lost-characters.js'
import { repairCharsetMixup } from './mixup/charset-mixup.js'
import { isListed } from './mixup/listed.js'
import { cannotBeUtf8 } from './mixup/places.js'
import { wordsBelow80 } from './mixup/stretches.js'
import { mayBeAccentless, repairAccentless } from './mojibake/accentless.js'
import { repairAlteredMojibake } from './mojibake/altered.js'
import { repairDroppedControls } from './mojibake/dropped-controls.js'
import { repairHoles } from './mojibake/holes.js'
import { repairLoneLeads } from './mojibake/lone-leads.js'
import { repairMojibake } from './mojibake/mojibake.js'
import { left as leave, NOTHING, type Pass } from './pass.js'
import { repairOcr } from './scan/ocr.js'
import { isScannedMojibake, mayBeScan, repairOcrMojibake } from './scan/ocr-mojibake.js'
import { repairVisualOrder } from './visual-order.js'

/** What one round mends may let the next see more; a text that needs more rounds is noise. */
const ROUNDS = 4
/** So many attempts; a text that none of them leaves clean is noise. */
const TURNS = 4
/** Mojibake of mojibake of mojibake; more levels take more rounds. */
const LEVELS = 3
/** What characters that were lost leave behind; few texts have any. */
const MARKS_OF_LOSS = /[?\ufffd_#*\u25a1\u00bf\u00a4]/
/**
 * Without a place that may be lost the language is not asked for: U+FFFD, a sign inside a word, or a `?` that is not
 * plainly the end of a question (behind it the text, the line or the quotation ends, or a capital or a number begins).
 */
const LOST =
  /\ufffd|[a-z,] \? ?\(?\d|[a-z][_#*\u25a1\u00bf\u00a4][a-z]|\?(?![\s"”’'»)\]]*(?:$|[\n\r]|\s["“„«‚‘'(–—-]*[A-Z0-9À-ÖØ-Þ\u05d0-\u05ea]))/
/** A text is a scan, with slips of all kinds, where so many places of it were. */
const SCANNED = 3
/** Twice so many characters tell the language, some 250 words. */
const SAMPLE = 800

/** A step of an attempt; steps of one name are the same pass at another time. */
interface Step {
  readonly name: string
  /** May the pass find anything? A cheap look; without it the pass looks itself. */
  readonly applies?: (text: string, context: Context) => boolean
  readonly run: (text: string, context: Context) => Pass
  /** How often at most, each time over what the time before has left; once where it is not stated. */
  readonly times?: number
}

/** What the passes of an attempt know beside the text as it stands. */
interface Context {
  readonly packs: readonly LanguagePack[]
  readonly learned: Learned | undefined
  /** Given, or voted from the text when a pass first asks for it; null where none is likely. */
  language: LanguagePack | null | undefined
  /** Was the text shown to be mojibake, in this round or before? What is mended is no evidence any more. */
  mojibake: boolean
  /** The pass that was the last to mend anything in this round, and how many places. */
  last: string
  mended: number
}

/** The passes in their order. */
const PASSES: readonly Step[] = [
  { name: 'controls', run: repairControls },
  { name: 'quoted-printable', run: repairQuotedPrintable },
  { name: 'escapes', run: repairEscapes },
  { name: 'entities', run: repairEntities },
  { name: 'charset-mixup', applies: cannotBeUtf8, run: mixup },
  { name: 'mojibake', run: repairMojibake, times: LEVELS },
  { name: 'holes', run: (text, { packs, mojibake }) => repairHoles(text, packs, mojibake) },
  { name: 'altered', run: (text, { mojibake }) => repairAlteredMojibake(text, mojibake) },
  {
    name: 'dropped-controls',
    applies: (_, { mojibake }) => mojibake,
    run: (text, { packs }) => repairDroppedControls(text, packs),
  },
  { name: 'lone-leads', applies: text => text.includes('â'), run: loneLeads },
  { name: 'c1', run: repairC1 },
  { name: 'charset-mixup', run: mixup },
  { name: 'invisible', run: repairInvisible },
  { name: 'visual-order', run: (text, { packs }) => repairVisualOrder(text, packs) },
  { name: 'ocr-mojibake', applies: mayBeScan, run: inLanguage(repairOcrMojibake) },
  {
    name: 'ocr',
    applies: (_, { last, mended }) => last === 'ocr-mojibake' && mended >= SCANNED,
    run: inLanguage(repairOcr),
  },
  { name: 'accentless', applies: mayBeAccentless, run: (text, { packs }) => repairAccentless(text, packs) },
  { name: 'lost-characters', applies: mayBeLost, run: inLanguage(lostCharacters) },
]

/** A scanner that has read mojibake writes signs that would make words in other charsets too: what it wrote is no mix-up. */
function mixup(text: string, { packs }: Context): Pass {
  const found = repairCharsetMixup(text, packs)
  return found.repairs.length > 0 && isScannedMojibake(text) ? NOTHING : found
}

function loneLeads(text: string, context: Context): Pass {
  return inLanguage((_, pack) => repairLoneLeads(text, pack, context.mojibake))(text, context)
}

/** Words of other languages make words of ours by chance, once a letter of them is lost. `?` cuts words, which tell nothing then. */
function lostCharacters(text: string, pack: LanguagePack, learned?: LearnedWords): Pass {
  const foreign = text.includes('\ufffd') && pack.script === 'Latn' && !isListed(wordsBelow80(text), [1], [pack])
  return foreign ? NOTHING : repairLostCharacters(text, pack, learned)
}

/** A pass that is judged by the language of the text; without a language there is nothing to do. */
function inLanguage(pass: (text: string, pack: LanguagePack, learned?: LearnedWords) => Pass): Step['run'] {
  return (text, context) => {
    context.language ??= votedPack(text, context.packs)
    const { language, learned } = context
    return language ? pass(text, language, learned?.of(language.tag)) : NOTHING
  }
}

/**
 * Repair a text. `pack` is the language where the caller knows it; otherwise it is voted from `packs`. `learned` is a
 * model of a corpus, which lossy repairs ask beside the word lists.
 * Offsets of repairs and of `unrepaired` are UTF-16 offsets in `text`. Never throws.
 *
 * Law: `repair(repair(text).text)` repairs nothing. What the passes make is repaired again until they find nothing in it;
 * a text of which that never comes true is noise, and stays as it is.
 */
export function repair(text: string, packs: readonly LanguagePack[], pack?: LanguagePack, learned?: Learned): Repaired {
  const first = attempt(text, packs, pack, learned)
  let done: Repaired = first
  for (let turn = 1, last = first; last.repairs.length > 0 && !last.settled; turn++) {
    if (turn === TURNS) return asFound(text, first)
    last = attempt(done.text, packs, pack, learned)
    if (last.repairs.length > 0) done = continued(done, last)
  }
  return { text: done.text, repairs: done.repairs, unrepaired: done.unrepaired }
}

/** Two attempts as one, the second at the text that the first left. */
function continued(done: Repaired, next: Repaired): Repaired {
  const known = new Set(done.unrepaired.map(({ start }) => start))
  const found = atSource(next.unrepaired, done.repairs).filter(({ start }) => !known.has(start))
  const repairs = compose(done.repairs, next.repairs)
  return { text: next.text, repairs, unrepaired: stillThere(inOrder(done.unrepaired, found), repairs) }
}

/** A text as it came; what would have been repaired in it is damage that was left. */
function asFound(text: string, { repairs, unrepaired }: Repaired): Repaired {
  const kept = repairs.filter(r => r.before !== '')
  return { text, repairs: [], unrepaired: inOrder(unrepaired, refused(text, kept, 'no-candidate')) }
}

/** What all passes make of a text. `settled`: they would find nothing in it, as far as is known without asking them. */
interface Attempt extends Repaired {
  readonly settled: boolean
}

function attempt(text: string, packs: readonly LanguagePack[], pack?: LanguagePack, learned?: Learned): Attempt {
  const context: Context = { packs, learned, language: pack, mojibake: false, last: '', mended: 0 }
  let current = text
  let repairs: Repair[] = []
  let left: readonly Unrepaired[] = []
  // The text in which a pass found nothing to mend, by its name: it is not asked again about the same text.
  const idle = new Map<string, { readonly text: string; readonly mojibake: boolean; readonly left: typeof left }>()
  const mends = ({ name, applies, run }: Step): boolean => {
    if (applies && !applies(current, context)) return false
    const before = idle.get(name)
    const known = before?.text === current && before.mojibake === context.mojibake
    const done = known ? NOTHING : run(current, context)
    const own = known ? before.left : atSource(done.unrepaired ?? [], repairs)
    if (own.length > 0) left = left.concat(own)
    if (done.repairs.length === 0) {
      if (!known) idle.set(name, { text: current, mojibake: context.mojibake, left: own })
      return false
    }
    current = applyRepairs(current, done.repairs)
    repairs = compose(repairs, done.repairs)
    context.last = name
    context.mended = done.repairs.length
    context.mojibake ||= name === 'mojibake'
    return true
  }
  let before: Repair[] | null = null
  for (let round = 0; round < ROUNDS && repairs !== before; round++) {
    before = repairs
    left = []
    context.last = ''
    for (const step of PASSES) for (let times = step.times ?? 1; times > 0 && mends(step); times--);
  }
  const unrepaired = stillThere(left, repairs)
  const foreign = foreignRepairs(text, repairs, packs, pack)
  if (foreign.size > 0) {
    const kept = repairs.filter(r => !foreign.has(r))
    const all = inOrder(unrepaired, refused(text, [...foreign], 'foreign-script'))
    return { text: applyRepairs(text, kept), repairs: kept, unrepaired: all, settled: false }
  }
  // What vouched for mojibake is mended, and what told the language is another text now.
  const { language, mojibake } = context
  const same = !mojibake && (pack !== undefined || language === undefined || language === votedPack(current, packs))
  return { text: current, repairs, unrepaired, settled: repairs === before && same }
}

function mayBeLost(text: string): boolean {
  return MARKS_OF_LOSS.test(text) && LOST.test(text)
}

/** Is there anything in a text that is judged by its language? */
export const asksLanguage = (text: string): boolean => mayBeScan(text) || mayBeLost(text)

/** The language that lossy repairs of a text ask where none is given; null where none is likely. */
export const votedPack = (text: string, packs: readonly LanguagePack[]) => likeliestPack(sampleOf(text), packs)

/** The beginning and the middle of a text: enough words to tell its language, whatever its first lines are. */
function sampleOf(text: string): string {
  if (text.length <= 2 * SAMPLE) return text
  const middle = text.length >> 1
  return `${text.slice(0, SAMPLE)} ${text.slice(middle, middle + SAMPLE)}`
}

/** Repairs that are not made: damage that stays. */
const refused = (text: string, repairs: readonly Repair[], reason: Unrepaired['reason']): Unrepaired[] =>
  repairs.map(r => leave(text, r.start, r.before.length, r.kind as DamageKind, reason))

const inOrder = (some: readonly Unrepaired[], others: readonly Unrepaired[]) =>
  [...some, ...others].sort((a, b) => a.start - b.start)

/** Damage that a pass left, in offsets of the text before any edit; what is left inside a repair is the repair's place. */
function atSource(items: readonly Unrepaired[], repairs: readonly Repair[]): readonly Unrepaired[] {
  if (items.length === 0 || repairs.length === 0) return items
  const results = resultSpans(repairs)
  return items.map(item => ({ ...item, ...sourceSpan(repairs, results, item) }))
}

/** What no repair touches. */
const stillThere = (left: readonly Unrepaired[], repairs: readonly Repair[]) =>
  left.filter(item => {
    const before = repairs[firstFrom(repairs, item.end) - 1]
    return !before || before.end <= item.start
  })
