/**
 * From a decoded text to its blocks: repair, detect, segment, in turns. What a line end hid from a repair (`f?-` at the end
 * of a line, a sequence of bytes that a mail cut) is seen in the blocks alone, and the language that lossy repairs ask is
 * certain only when most of the damage is mended. So the blocks are repaired once more, what that finds is made in the
 * text before it was cut, and the text is cut anew, until nothing is found. Clean text takes one turn.
 */
import type { FileDecisions } from '../decide/decisions.js'
import { layoutDecisions, withDecided } from '../decide/repairs.js'
import { detect } from '../detect/detect.js'
import { textOfBlocks } from '../edits/block-text.js'
import { applyRepairs, compose, isLayout, resultSpans, sourceSpan } from '../edits/edits.js'
import { sharing } from '../edits/spans.js'
import { packOf, packs, undetermined } from '../languages/index.js'
import type { LanguagePack } from '../languages/pack.js'
import type { Learned } from '../learned/learned.js'
import type { Detected, Repair, Repaired, Segmented, Span, Unrepaired } from '../model.js'
import { asksLanguage, repair, votedPack } from '../repair/repair.js'
import { segment } from '../segment/segment.js'

/** A text that is not settled after so many turns is noise; what it became in the last one stands. */
const TURNS = 4

/** What a text became. Laws: the blocks, repaired or cut again, stay as they are. */
export interface Cut {
  readonly repaired: Repaired
  readonly language: Detected
  readonly pack: LanguagePack
  readonly segmented: Segmented
}

/** The blocks of a decoded text. `given` is the language where the caller knows it. Never throws. */
export function toBlocks(
  text: string,
  given: LanguagePack | undefined,
  model: Learned | undefined,
  decided: FileDecisions | null,
): Cut {
  const asDecided = (found: Repaired) => (decided ? withDecided(text, found, decided) : found)
  let repaired = asDecided(repairTrimmed(text, given, model))
  let language = languageOf(repaired.text, given)
  let cut = cutAs(repaired, language, decided)
  const tried = new Set<string>()
  for (let turn = 1; turn < TURNS; turn++) {
    const blocks = textOfBlocks(cut.segmented.blocks)
    const isSame = blocks === repaired.text.trim()
    // Without running heads, and with other ends of lines, a text may be in another language than it seemed.
    const detected = isSame ? language : languageOf(blocks, given)
    tried.add(cut.language.tag)
    // Where each of two languages cuts the text so that it is in the other one, a known one stays.
    language = tried.has(detected.tag) && detected.tag === 'und' ? cut.language : detected
    if (language.tag === cut.language.tag) {
      // What repair has just left needs no second look.
      const known = turn === 1 && isSame
      const found = known
        ? foundByLanguage(blocks, repaired.unrepaired, cut, given, model)
        : foundIn(blocks, cut, given, model)
      // What a person said of line ends is not known to a cut of the blocks.
      const asked = decided ? found.filter(({ kind }) => !isLayout(kind)) : found
      const next = asked.length === 0 ? repaired : asDecided(withFound(repaired, inUncut(blocks, cut, asked)))
      if (next.text === repaired.text) break
      repaired = next
      if (isSame) language = languageOf(repaired.text, given)
    }
    cut = cutAs(repaired, language, decided)
  }
  return cut
}

const languageOf = (text: string, given: LanguagePack | undefined): Detected =>
  given ? { tag: given.tag, evidence: 'given', margin: 1, guess: given.tag } : detect(text, packs)

/** White space around a text is for the stage that cuts it; without it the text is as it will be in its blocks. */
function repairTrimmed(text: string, given: LanguagePack | undefined, model: Learned | undefined): Repaired {
  const head = text.length - text.trimStart().length
  const end = Math.max(head, text.trimEnd().length)
  const found = repair(text.slice(head, end), packs, given, model)
  const moved = <S extends Span>(item: S): S => ({ ...item, start: item.start + head, end: item.end + head })
  return {
    text: text.slice(0, head) + found.text + text.slice(end),
    repairs: found.repairs.map(moved),
    unrepaired: found.unrepaired.map(moved),
  }
}

function cutAs(repaired: Repaired, language: Detected, decided: FileDecisions | null): Cut {
  const pack = packOf(language.tag) ?? undetermined
  const layout = decided && layoutDecisions(decided, repaired.repairs)
  return { repaired, language, pack, segmented: segment(repaired.text, pack, language.tag, layout) }
}

/** What is found in the text of the blocks. */
function foundIn(text: string, cut: Cut, given: LanguagePack | undefined, model?: Learned): readonly Repair[] {
  const { repairs, unrepaired } = repair(text, packs, given, model)
  if (repairs.length > 0) return repairs
  const byLanguage = foundByLanguage(text, unrepaired, cut, given, model)
  return byLanguage.length > 0 ? byLanguage : segment(text, cut.pack, '').repairs
}

/** The same by the language that was detected, where repair asked another one, or left damage: in noise it may have asked several. */
function foundByLanguage(
  text: string,
  left: readonly Unrepaired[],
  cut: Cut,
  given: LanguagePack | undefined,
  model?: Learned,
): readonly Repair[] {
  const own = given ?? packOf(cut.language.tag)
  // What is left may be what another language does not write, which refused it.
  const isSettled = left.length === 0 && (!asksLanguage(text) || own === votedPack(text, packs))
  if (!own || given || isSettled) return []
  return repair(text, packs, own, model).repairs
}

/** Repairs of the text of the blocks as repairs of the text that was cut. */
function inUncut(blocks: string, { repaired, segmented }: Cut, found: readonly Repair[]): Repair[] {
  const results = resultSpans(segmented.repairs)
  let last = 0
  return found.flatMap(edit => {
    const small = withoutSame(edit)
    // What a cut made is taken whole, and what the edit leaves of it comes along: half of a blank line is a line end.
    const touched = sharing(results, small)
    const from = Math.min(small.start, touched[0]?.start ?? small.start)
    const to = Math.max(small.end, touched.at(-1)?.end ?? small.end)
    const { start, end } = sourceSpan(segmented.repairs, results, { start: from, end: to })
    if (start < last) return []
    last = end
    const after = blocks.slice(from, small.start) + small.after + blocks.slice(small.end, to)
    return { ...small, start, end, before: repaired.text.slice(start, end), after }
  })
}

/** The edit without what it leaves alone at its ends: a blank there may have been a line end. */
function withoutSame(edit: Repair): Repair {
  const { before, after } = edit
  const most = Math.min(before.length, after.length)
  let [head, tail] = [0, 0]
  while (head < most && before[head] === after[head]) head++
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  return {
    ...edit,
    start: edit.start + head,
    end: edit.end - tail,
    before: before.slice(head, before.length - tail),
    after: after.slice(head, after.length - tail),
  }
}

function withFound({ text, repairs, unrepaired }: Repaired, found: readonly Repair[]): Repaired {
  const all = compose(repairs, found)
  const left = unrepaired.filter(item => sharing(all, item).length === 0)
  return { text: applyRepairs(text, found), repairs: all, unrepaired: left }
}
