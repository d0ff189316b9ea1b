/**
 * Repair of characters. Small passes in a fixed order, each over the text as the pass before left it; `compose` makes
 * one log of them. Reversible damage first, because it is proved by a round trip; lossy damage after it, because it is
 * judged by the language, which can be read only then. Clean text takes a fast path: what no pass could touch is
 * found by one scan. Below its confidence a reading is not made: the damage stays and is listed.
 */
import type { LanguagePack } from '../languages/pack.js'
import type { Repair, Repaired, Unrepaired } from '../model.js'
import { applyRepairs, compose } from '../text/edits.js'
import { likeliestPack } from '../text/vote.js'
import { repairCharsetMixup } from './charset-mixup.js'
import { repairControls } from './controls.js'
import { repairDroppedControls } from './dropped-controls.js'
import { repairLostCharacters } from './lost-characters.js'
import { repairMojibake } from './mojibake.js'
import { repairOcr } from './ocr.js'
import { repairOcrMojibake } from './ocr-mojibake.js'
import type { Pass } from './pass.js'
import { repairVisualOrder } from './visual-order.js'

/** Nothing that any pass could touch: no control, no `?` or U+FFFD, no sign of mojibake. */
const suspicious =
  /[\0-\x08\x0b\x0e-\x1f\x7f-\x9f?\ufffd\u00c2-\u00f4\u00d7\u0102-\u02dd\u05b0-\u05ea\u2018-\u203a\u221a\u2500-\u25a0]/u

/** A capital A inside a word, with a sign behind it: what a scanner makes of mojibake. */
const scanned = /[a-z]A[^A-Za-z0-9\s]|A[¤¥¦©«¶¼{|][a-z]/

/** What one round mends may let the next see more; a text that needs more rounds is noise. */
const ROUNDS = 4

/**
 * Repair a text. `pack` is the language where the caller knows it; otherwise it is voted from `packs`.
 * Offsets of repairs and of `unrepaired` are UTF-16 offsets in `text`. Never throws.
 */
export function repair(text: string, packs: readonly LanguagePack[], pack?: LanguagePack): Repaired {
  if (!suspicious.test(text) && !scanned.test(text)) return { text, repairs: [], unrepaired: [] }
  let current = text
  let repairs: Repair[] = []
  let left: Unrepaired[] = []
  const run = (pass: (text: string) => Pass) => {
    const done = pass(current)
    for (const item of done.unrepaired ?? []) left.push(atSource(item, repairs))
    if (done.repairs.length === 0) return false
    current = applyRepairs(current, done.repairs)
    repairs = compose(repairs, done.repairs)
    return true
  }
  for (let round = 0, before: Repair[] | null = null; round < ROUNDS && repairs !== before; round++) {
    before = repairs
    left = []
    repairOnce(packs, pack, run, () => current)
  }
  return { text: current, repairs, unrepaired: stillThere(left, repairs) }
}

/** Every pass once, in order; `run` does one pass over the text as it stands. */
function repairOnce(
  packs: readonly LanguagePack[],
  pack: LanguagePack | undefined,
  run: (pass: (text: string) => Pass) => boolean,
  current: () => string,
): void {
  run(repairControls)
  let mojibake = false
  for (let times = 0; times < 3; times++) mojibake = run(t => repairMojibake(t, packs)) || mojibake
  if (mojibake) run(t => repairDroppedControls(t, packs))
  run(t => repairCharsetMixup(t, packs))
  run(t => repairVisualOrder(t, packs))
  const language = pack ?? likeliestPack(current(), packs)
  if (!language) return
  if (run(t => repairOcrMojibake(t, language))) run(t => repairOcr(t, language))
  run(t => repairLostCharacters(t, language))
}

/** The span of damage left by a pass, in offsets of the text before any edit. */
function atSource(item: Unrepaired, repairs: readonly Repair[]): Unrepaired {
  let shift = 0
  for (const r of repairs) {
    if (r.start + shift >= item.start) break
    shift += r.after.length - r.before.length
  }
  return { ...item, start: item.start - shift, end: item.end - shift }
}

const stillThere = (left: readonly Unrepaired[], repairs: readonly Repair[]) =>
  left.filter(item => !repairs.some(r => r.start < item.end && item.start < r.end))
