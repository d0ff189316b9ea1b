/**
 * Texts that say what another one says, paragraph by paragraph: copies, and versions in one language beyond the first few.
 * They are not aligned but follow the text that they echo, so that a release with hundreds of copies takes hardly
 * longer than one. A paragraph follows the one with the same words; of versions also the one in its place between
 * two such, if both have as many sentences. Limit: where a late version brings in a paragraph of its own, it stays alone.
 */
import type { AlignedUnit, Part, Segment, Span } from '../model.js'
import { sentencesOf } from '../text/sentences.js'
import type { AlignableText } from './align.js'

/** Versions in one language that are aligned for themselves beside the first one. Each is heard by every other text. */
const OWN_VERSIONS = 2
/** How sure it is that a paragraph of an echo belongs to its own, where nothing else says so. */
const SURE = 0.99
const FAR = 40 // paragraphs that an equal one may be ahead: a repeated line must not skip the rest, nor a search take long
/** A changed paragraph with more sentences follows none: each of its parts asks for them all. */
const MOST_SENTENCES = 100

/** `of[k]` is the paragraph of the leader that paragraph k follows, -1 for none. */
interface Echo {
  readonly text: AlignableText
  readonly leader: AlignableText
  readonly of: Int32Array
}

export interface Led {
  /** The texts to be aligned, in the order given. */
  readonly leaders: readonly AlignableText[]
  readonly echoes: readonly Echo[]
}

/** Which texts are to be aligned, and which follow one of them: first texts before versions, these by their numbers. */
export function ledTexts(texts: readonly AlignableText[]): Led {
  const echoes: Echo[] = []
  const byId = new Map(texts.map(text => [text.id, text]))
  const byWords = new Map<string, AlignableText>()
  const versions = new Map<AlignableText, number>()
  const leaderOf = new Map<AlignableText, AlignableText>()
  const follow = (text: AlignableText, leader: AlignableText, of: Int32Array) => {
    echoes.push({ text, leader, of })
    leaderOf.set(text, leader)
  }
  for (const text of [...texts].sort(byVersion)) {
    const words = JSON.stringify([text.pack?.tag, text.paragraphs.map(({ text, kind }) => [text, kind])])
    const copied = byWords.get(words)
    if (copied) {
      follow(text, copied, Int32Array.from(text.paragraphs.keys()))
      continue
    }
    const named = text.versionOf === undefined ? undefined : byId.get(text.versionOf)
    const first = named && (leaderOf.get(named) ?? named)
    const before = first ? (versions.get(first) ?? 0) : 0
    if (first && before >= OWN_VERSIONS) {
      follow(text, first, followed(text, first))
      continue
    }
    if (first) versions.set(first, before + 1)
    byWords.set(words, text)
  }
  return { leaders: texts.filter(text => !leaderOf.has(text)), echoes }
}

/** First texts, then versions; `de-2` before `de-10`. */
const byVersion = (x: AlignableText, y: AlignableText) =>
  Number(x.versionOf !== undefined) - Number(y.versionOf !== undefined) ||
  x.id.length - y.id.length ||
  (x.id < y.id ? -1 : 1)

/** Equal paragraphs in order (greedily: of versions nearly all are), and between two pairs those of gaps that are as long. */
function followed(text: AlignableText, leader: AlignableText): Int32Array {
  const of = new Int32Array(text.paragraphs.length).fill(-1)
  let next = 0
  text.paragraphs.forEach(({ text: words }, k) => {
    for (let place = next; place < Math.min(next + FAR, leader.paragraphs.length); place++) {
      if (leader.paragraphs[place]!.text !== words) continue
      of[k] = place
      next = place + 1
      return
    }
  })
  let last = -1
  for (let k = 0; k <= of.length; k++) {
    const place = k === of.length ? leader.paragraphs.length : of[k]!
    if (place < 0) continue
    const from = last < 0 ? 0 : of[last]! + 1
    if (place - from === k - last - 1) for (let own = last + 1; own < k; own++) fill(own, from + own - last - 1)
    last = k
  }
  return of

  function fill(own: number, place: number): void {
    const [ours, theirs] = [text.paragraphs[own]!.text, leader.paragraphs[place]!.text]
    const count = sentences(text, ours).length
    if (count <= MOST_SENTENCES && count === sentences(leader, theirs).length) of[own] = place
  }
}

const sentences = ({ pack }: AlignableText, text: string) => sentencesOf(text, pack)

/** The paragraphs of a unit, those of echoes as those that they follow. */
export function ledUnit(unit: Readonly<Record<string, readonly number[]>>, { echoes }: Led): Record<string, number[]> {
  const out = Object.fromEntries(Object.entries(unit).map(([id, own]) => [id, [...own]]))
  for (const { text, leader, of } of echoes) {
    const led = (out[text.id] ?? []).map(paragraph => of[paragraph]!).filter(paragraph => paragraph >= 0)
    if (led.length > 0) out[leader.id] = [...(out[leader.id] ?? []), ...led]
    delete out[text.id]
  }
  return out
}

/** Units with the echoes in them, and what only a text and its echoes have as units of their own. */
export function withEchoes(units: readonly AlignedUnit[], { echoes }: Led): AlignedUnit[] {
  if (echoes.length === 0) return [...units]
  const byLeader = new Map<string, Echo[]>()
  for (const echo of echoes) {
    const known = byLeader.get(echo.leader.id)
    if (known) known.push(echo)
    else byLeader.set(echo.leader.id, [echo])
  }
  const followers = new Map([...byLeader].map(([id, own]) => [id, followersOf(own)]))
  const out = units.map(unit => echoed(unit, followers))
  return [...byLeader].reduce((units, [id, own]) => inserted(units, id, followers.get(id)!, own[0]!.leader), out)
}

interface Follower {
  readonly echo: Echo
  readonly paragraph: number
}

/** Who follows each paragraph of a leader. */
function followersOf(echoes: readonly Echo[]): Map<number, Follower[]> {
  const found = new Map<number, Follower[]>()
  for (const echo of echoes)
    echo.of.forEach((place, paragraph) => {
      if (place < 0 || echo.text.paragraphs[paragraph]!.text.trim() === '') return
      const known = found.get(place)
      if (known) known.push({ echo, paragraph })
      else found.set(place, [{ echo, paragraph }])
    })
  return found
}

type Followers = ReadonlyMap<string, ReadonlyMap<number, readonly Follower[]>>

function echoed(unit: AlignedUnit, followers: Followers): AlignedUnit {
  const paragraphs: Record<string, readonly number[]> = { ...unit.paragraphs }
  for (const [id, own] of Object.entries(unit.paragraphs)) {
    const found = new Map<string, number[]>()
    for (const paragraph of own)
      for (const { echo, paragraph: echoing } of followers.get(id)?.get(paragraph) ?? [])
        found.set(echo.text.id, [...(found.get(echo.text.id) ?? []), echoing])
    for (const [echo, list] of found) paragraphs[echo] = list
  }
  return { ...unit, paragraphs, segments: unit.segments.map(segment => echoedSegment(segment, followers)) }
}

function echoedSegment(segment: Segment, followers: Followers): Segment {
  const out: Record<string, Part[]> = {}
  for (const [id, parts] of Object.entries(segment)) {
    out[id] = [...parts]
    for (const part of parts)
      for (const { echo, paragraph } of followers.get(id)?.get(part.paragraph) ?? []) {
        out[echo.text.id] ??= []
        out[echo.text.id]!.push({ paragraph, ...spanIn(echo, part, paragraph) })
      }
  }
  return out
}

/** Where in a paragraph of the echo a part of the leader's paragraph is: the same sentences. */
function spanIn({ text, leader }: Echo, { paragraph: place, start, end }: Part, paragraph: number) {
  const [own, other] = [text.paragraphs[paragraph]!.text, leader.paragraphs[place]!.text]
  if (own === other) return { start, end }
  if (start === 0 && end === other.length) return { start, end: own.length }
  const [ours, theirs] = [sentences(text, own), sentences(leader, other)]
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

/** Units of a leader and its echoes alone behind the unit that holds what stands before them. */
function inserted(
  units: readonly AlignedUnit[],
  id: string,
  followers: ReadonlyMap<number, readonly Follower[]>,
  leader: AlignableText,
): AlignedUnit[] {
  const unitOf = new Map(units.flatMap(unit => (unit.paragraphs[id] ?? []).map(paragraph => [paragraph, unit])))
  let before: AlignedUnit | undefined
  const behind = new Map<AlignedUnit | undefined, AlignedUnit[]>()
  leader.paragraphs.forEach(({ text }, paragraph) => {
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
  for (const { echo, paragraph: own } of followers)
    whole[echo.text.id] = [{ paragraph: own, start: 0, end: echo.text.paragraphs[own]!.text.length }]
  const paragraphs = Object.fromEntries(Object.entries(whole).map(([text, [part]]) => [text, [part!.paragraph]]))
  return { paragraphs, confidence: SURE, segments: [whole] }
}
