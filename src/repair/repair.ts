/**
 * Repair of characters. Small passes in a fixed order, each over the text as the pass before left it; `compose` makes
 * one log of them. Reversible damage first, because it is proved by a round trip; lossy damage after it, because it is
 * judged by the language, which can be read only then. Clean text takes a fast path: what no pass could touch is
 * found by one scan. Below its confidence a reading is not made: the damage stays and is listed.
 */

import { applyRepairs, compose, resultSpans, sourceSpan } from '../edits/edits.js'
import { firstFrom } from '../edits/spans.js'
import type { LanguagePack } from '../languages/pack.js'
import type { Learned, LearnedWords } from '../learned/learned.js'
import type { DamageKind, Repair, Repaired, Unrepaired } from '../model.js'
import { likeliestPack } from '../words/vote.js'
import { repairC1, repairControls } from './controls.js'
import { repairEntities } from './entities.js'
import { repairEscapes } from './escapes.js'
import { foreignRepairs } from './foreign-script.js'
import { repairLostCharacters } from './lost/lost-characters.js'
import { repairCharsetMixup } from './mixup/charset-mixup.js'
import { cannotBeUtf8 } from './mixup/places.js'
import { repairAlteredMojibake } from './mojibake/altered.js'
import { repairDroppedControls } from './mojibake/dropped-controls.js'
import { repairMojibake } from './mojibake/mojibake.js'
import { left as leave, type Pass } from './pass.js'
import { repairQuotedPrintable } from './quoted-printable.js'
import { repairOcr } from './scan/ocr.js'
import { mayBeScan, repairOcrMojibake } from './scan/ocr-mojibake.js'
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
/** Twice so many characters tell the language, some 250 words. */
const SAMPLE = 800
/** A pass that has nothing to do. */
const NOTHING: Pass = { repairs: [] }

/** Does one pass over the text as it stands; tells whether it mended anything. */
type Run = (pass: (text: string) => Pass, name?: string) => boolean

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
  const left = [...done.unrepaired, ...found].sort((a, b) => a.start - b.start)
  return { text: next.text, repairs, unrepaired: stillThere(left, repairs) }
}

/** A text as it came; what would have been repaired in it is damage that was left. */
function asFound(text: string, { repairs, unrepaired }: Repaired): Repaired {
  const kept = repairs
    .filter(r => r.before !== '')
    .map(r => leave(text, r.start, r.before.length, r.kind as DamageKind, 'no-candidate'))
  return { text, repairs: [], unrepaired: [...unrepaired, ...kept].sort((a, b) => a.start - b.start) }
}

/** What all passes make of a text. `settled`: they would find nothing in it, as far as is known without asking them. */
interface Attempt extends Repaired {
  readonly settled: boolean
}

function attempt(text: string, packs: readonly LanguagePack[], pack?: LanguagePack, learned?: Learned): Attempt {
  let current = text
  let repairs: Repair[] = []
  let left: Unrepaired[] = []
  let language: LanguagePack | null | undefined = pack
  // What a pass that has a name found nothing to mend in, by name: it is not asked again about the same text.
  const idle = new Map<string, { readonly text: string; readonly left: readonly Unrepaired[] }>()
  const run: Run = (pass, name) => {
    const before = idle.get(name ?? '')
    if (before?.text === current) {
      left = left.concat(before.left)
      return false
    }
    const done = pass(current)
    const own = atSource(done.unrepaired ?? [], repairs)
    left = left.concat(own)
    if (done.repairs.length === 0) {
      if (name) idle.set(name, { text: current, left: own })
      return false
    }
    current = applyRepairs(current, done.repairs)
    repairs = compose(repairs, done.repairs)
    return true
  }
  const runIn = (pass: (text: string, pack: LanguagePack, learned?: LearnedWords) => Pass, name?: string) => {
    language ??= votedPack(current, packs)
    return language ? run(t => pass(t, language!, learned?.of(language!.tag)), name) : false
  }
  let mojibake = false
  let before: Repair[] | null = null
  for (let round = 0; round < ROUNDS && repairs !== before; round++) {
    before = repairs
    left = []
    mojibake = reversible(run, packs, mojibake)
    if (mayBeScan(current) && runIn(repairOcrMojibake, 'scan')) runIn(repairOcr)
    if (mayBeLost(current)) runIn(repairLostCharacters)
  }
  const foreign = foreignRepairs(text, repairs, packs, pack)
  if (foreign.size === 0) {
    // What vouched for mojibake is mended, and what told the language is another text now.
    const same = !mojibake && (pack !== undefined || language === undefined || language === votedPack(current, packs))
    return { text: current, repairs, unrepaired: stillThere(left, repairs), settled: repairs === before && same }
  }
  const kept = repairs.filter(r => !foreign.has(r))
  const refused = Array.from(foreign, ({ start, before, kind }) =>
    leave(text, start, before.length, kind as DamageKind, 'foreign-script'),
  )
  const unrepaired = [...stillThere(left, repairs), ...refused].sort((a, b) => a.start - b.start)
  return { text: applyRepairs(text, kept), repairs: kept, unrepaired, settled: false }
}

const mayBeLost = (text: string) => MARKS_OF_LOSS.test(text) && LOST.test(text)

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

/**
 * The passes that need no language, once each; `run` does one pass over the text as it stands. `mojibake` tells whether
 * the text was shown to be mojibake in a round before, for what is mended is no evidence any more; so does the answer.
 */
function reversible(run: Run, packs: readonly LanguagePack[], mojibake: boolean): boolean {
  let vouched = mojibake
  run(repairControls)
  run(repairQuotedPrintable)
  run(repairEscapes)
  run(repairEntities)
  // Asked twice, and the second time mostly of the same text.
  let notMixedUp = ''
  const mixup = (t: string) => {
    const done = t === notMixedUp ? NOTHING : repairCharsetMixup(t, packs)
    if (done.repairs.length === 0) notMixedUp = t
    return done
  }
  run(t => (cannotBeUtf8(t) ? mixup(t) : NOTHING))
  for (let times = 0; times < LEVELS && run(t => repairMojibake(t)); times++) vouched = true
  run(t => repairAlteredMojibake(t, vouched), `altered ${vouched}`)
  if (vouched) run(t => repairDroppedControls(t, packs))
  run(repairC1, 'c1')
  run(mixup, 'mixup')
  run(t => repairVisualOrder(t, packs), 'visual order')
  return vouched
}

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
