/**
 * Texts that say what another one says, paragraph by paragraph: copies, and versions in one language beyond the first few.
 * They are not aligned but follow the text that they copy, so that a release with hundreds of copies takes hardly
 * longer than one. A paragraph follows the one with the same words; of versions also the one in its place between
 * two such, if both have as many sentences. Limit: where a late version brings in a paragraph of its own, it stays alone.
 */
import type { AlignedUnit, Part, Segment, Span } from '../model.js'
import { sentencesOf } from '../tokens/sentences.js'
import type { AlignableText } from './reading.js'

/** Versions in one language that are aligned for themselves beside the first one. Each is a witness for every other text. */
const OWN_VERSIONS = 2
/** How sure it is that a paragraph of a copy belongs to its own, where nothing else says so. */
const SURE = 0.99
const FAR = 40 // paragraphs that an equal one may be ahead: a repeated line must not skip the rest, nor a search take long
/** A changed paragraph with more sentences follows none: each of its parts asks for them all. */
const MOST_SENTENCES = 100

/** `of[k]` is the paragraph of the original that paragraph k follows, -1 for none. */
interface Copy {
  readonly text: AlignableText
  readonly original: AlignableText
  readonly of: Int32Array
}

export interface Originals {
  /** The texts to be aligned, in the order given. */
  readonly originals: readonly AlignableText[]
  readonly copies: readonly Copy[]
}

/** Which texts are to be aligned, and which follow one of them: first texts before versions, these by their numbers. */
export function withoutCopies(texts: readonly AlignableText[]): Originals {
  const copies: Copy[] = []
  const byId = new Map(texts.map(text => [text.id, text]))
  const byWords = new Map<string, AlignableText>()
  const versions = new Map<AlignableText, number>()
  const originalOf = new Map<AlignableText, AlignableText>()
  const follow = (text: AlignableText, original: AlignableText, of: Int32Array) => {
    copies.push({ text, original, of })
    originalOf.set(text, original)
  }
  for (const text of [...texts].sort(byVersion)) {
    const words = JSON.stringify([text.pack?.tag, text.paragraphs.map(({ text, kind }) => [text, kind])])
    const copied = byWords.get(words)
    if (copied) {
      follow(text, copied, Int32Array.from(text.paragraphs.keys()))
      continue
    }
    const named = text.versionOf === undefined ? undefined : byId.get(text.versionOf)
    const first = named && (originalOf.get(named) ?? named)
    const before = first ? (versions.get(first) ?? 0) : 0
    if (first && before >= OWN_VERSIONS) {
      follow(text, first, followed(text, first))
      continue
    }
    if (first) versions.set(first, before + 1)
    byWords.set(words, text)
  }
  return { originals: texts.filter(text => !originalOf.has(text)), copies }
}

/** First texts, then versions; `de-2` before `de-10`. */
const byVersion = (x: AlignableText, y: AlignableText) =>
  Number(x.versionOf !== undefined) - Number(y.versionOf !== undefined) ||
  x.id.length - y.id.length ||
  (x.id < y.id ? -1 : 1)

/** Equal paragraphs in order (greedily: of versions nearly all are), and between two pairs those of gaps that are as long. */
function followed(text: AlignableText, original: AlignableText): Int32Array {
  const of = new Int32Array(text.paragraphs.length).fill(-1)
  let next = 0
  text.paragraphs.forEach(({ text: words }, k) => {
    for (let place = next; place < Math.min(next + FAR, original.paragraphs.length); place++) {
      if (original.paragraphs[place]!.text !== words) continue
      of[k] = place
      next = place + 1
      return
    }
  })
  let last = -1
  for (let k = 0; k <= of.length; k++) {
    const place = k === of.length ? original.paragraphs.length : of[k]!
    if (place < 0) continue
    const from = last < 0 ? 0 : of[last]! + 1
    if (place - from === k - last - 1) for (let own = last + 1; own < k; own++) fill(own, from + own - last - 1)
    last = k
  }
  return of

  function fill(own: number, place: number): void {
    const [ours, theirs] = [text.paragraphs[own]!.text, original.paragraphs[place]!.text]
    const count = sentences(text, ours).length
    if (count <= MOST_SENTENCES && count === sentences(original, theirs).length) of[own] = place
  }
}

const sentences = ({ pack }: AlignableText, text: string) => sentencesOf(text, pack)

/** The paragraphs of a unit, those of copies as those that they follow. */
export function unitWithoutCopies(
  unit: Readonly<Record<string, readonly number[]>>,
  { copies }: Originals,
): Record<string, number[]> {
  const out = Object.fromEntries(Object.entries(unit).map(([id, own]) => [id, [...own]]))
  for (const { text, original, of } of copies) {
    const own = (out[text.id] ?? []).map(paragraph => of[paragraph]!).filter(paragraph => paragraph >= 0)
    if (own.length > 0) out[original.id] = [...(out[original.id] ?? []), ...own]
    delete out[text.id]
  }
  return out
}

/** Units with the copies in them, and what only a text and its copies have as units of their own. */
export function withCopies(units: readonly AlignedUnit[], { copies }: Originals): AlignedUnit[] {
  if (copies.length === 0) return [...units]
  const byOriginal = new Map<string, Copy[]>()
  for (const copy of copies) {
    const known = byOriginal.get(copy.original.id)
    if (known) known.push(copy)
    else byOriginal.set(copy.original.id, [copy])
  }
  const followers = new Map([...byOriginal].map(([id, own]) => [id, followersOf(own)]))
  const out = units.map(unit => withFollowers(unit, followers))
  return [...byOriginal].reduce((units, [id, own]) => inserted(units, id, followers.get(id)!, own[0]!.original), out)
}

interface Follower {
  readonly copy: Copy
  readonly paragraph: number
}

/** Who follows each paragraph of an original. */
function followersOf(copies: readonly Copy[]): Map<number, Follower[]> {
  const found = new Map<number, Follower[]>()
  for (const copy of copies)
    copy.of.forEach((place, paragraph) => {
      if (place < 0 || copy.text.paragraphs[paragraph]!.text.trim() === '') return
      const known = found.get(place)
      if (known) known.push({ copy, paragraph })
      else found.set(place, [{ copy, paragraph }])
    })
  return found
}

type Followers = ReadonlyMap<string, ReadonlyMap<number, readonly Follower[]>>

function withFollowers(unit: AlignedUnit, followers: Followers): AlignedUnit {
  const paragraphs: Record<string, readonly number[]> = { ...unit.paragraphs }
  for (const [id, own] of Object.entries(unit.paragraphs)) {
    const found = new Map<string, number[]>()
    for (const paragraph of own)
      for (const { copy, paragraph: following } of followers.get(id)?.get(paragraph) ?? [])
        found.set(copy.text.id, [...(found.get(copy.text.id) ?? []), following])
    for (const [copy, list] of found) paragraphs[copy] = list
  }
  return { ...unit, paragraphs, segments: unit.segments.map(segment => copiedSegment(segment, followers)) }
}

function copiedSegment(segment: Segment, followers: Followers): Segment {
  const out: Record<string, Part[]> = {}
  for (const [id, parts] of Object.entries(segment)) {
    out[id] = [...parts]
    for (const part of parts)
      for (const { copy, paragraph } of followers.get(id)?.get(part.paragraph) ?? []) {
        out[copy.text.id] ??= []
        out[copy.text.id]!.push({ paragraph, ...spanIn(copy, part, paragraph) })
      }
  }
  return out
}

/** Where in a paragraph of the copy a part of the original's paragraph is: the same sentences. */
function spanIn({ text, original }: Copy, { paragraph: place, start, end }: Part, paragraph: number) {
  const [own, other] = [text.paragraphs[paragraph]!.text, original.paragraphs[place]!.text]
  if (own === other) return { start, end }
  if (start === 0 && end === other.length) return { start, end: own.length }
  const [ours, theirs] = [sentences(text, own), sentences(original, other)]
  const placed = (offset: number) => {
    const k = theirs.findIndex(sentence => offset <= sentence.end)
    return k < 0 ? own.length : placeIn(own, ours[k]!, theirs[k]!, offset)
  }
  return { start: placed(start), end: placed(end) }
}

/** An offset in a sentence as one in the sentence that stands for it: beginnings and ends are the same, others go by share. */
function placeIn(own: string, ours: Span, theirs: Span, offset: number): number {
  if (offset <= theirs.start) return ours.start
  if (offset >= theirs.end) return ours.end
  const share = (offset - theirs.start) / (theirs.end - theirs.start)
  const place = ours.start + Math.round(share * (ours.end - ours.start))
  return /[\udc00-\udfff]/.test(own[place] ?? '') ? place - 1 : place
}

/** Units of an original and its copies alone behind the unit that holds what stands before them. */
function inserted(
  units: readonly AlignedUnit[],
  id: string,
  followers: ReadonlyMap<number, readonly Follower[]>,
  original: AlignableText,
): AlignedUnit[] {
  const unitOf = new Map(units.flatMap(unit => (unit.paragraphs[id] ?? []).map(paragraph => [paragraph, unit])))
  let before: AlignedUnit | undefined
  const behind = new Map<AlignedUnit | undefined, AlignedUnit[]>()
  original.paragraphs.forEach(({ text }, paragraph) => {
    const unit = unitOf.get(paragraph)
    const own = followers.get(paragraph) ?? []
    if (unit) before = unit
    else if (own.length > 0 && text.trim() !== '') {
      const known = behind.get(before)
      if (known) known.push(unitAlone(id, paragraph, text, own))
      else behind.set(before, [unitAlone(id, paragraph, text, own)])
    }
  })
  return [...(behind.get(undefined) ?? []), ...units.flatMap(unit => [unit, ...(behind.get(unit) ?? [])])]
}

function unitAlone(id: string, paragraph: number, text: string, followers: readonly Follower[]): AlignedUnit {
  const whole: Record<string, Part[]> = { [id]: [{ paragraph, start: 0, end: text.length }] }
  for (const { copy, paragraph: own } of followers)
    whole[copy.text.id] = [{ paragraph: own, start: 0, end: copy.text.paragraphs[own]!.text.length }]
  const paragraphs = Object.fromEntries(Object.entries(whole).map(([text, [part]]) => [text, [part!.paragraph]]))
  return { paragraphs, confidence: SURE, segments: [whole] }
}
