/**
 * Why files are one release, or not, in plain lines for a person: each release with its files and what is a version of
 * what, every pair with its score and what both texts have, and for a file alone the nearest one and the reason.
 *
 *     release 1: 2 files
 *       de  a.txt
 *       en  b.txt
 *       a.txt + b.txt: score 1.02
 *         93 % of each is found in the other; numbers make it 1.10 times as likely
 *         names: Velmora, Ostermoor
 *
 * No line is wider than 100 columns: long paths lose their middle, long lists are wrapped.
 */
import type { ExplainedGroup, ExplainedPair } from '../../group/explain.js'
import { printable } from '../io.js'
import { count } from '../summary.js'
import { cutMiddle, widthOf } from '../terminal.js'

const WIDTH = 100
const NAME_WIDTH = 60 // of a path on a line of its own
const PAIR_WIDTH = 40 // of each of two paths

const KINDS: readonly (readonly [keyof ExplainedPair['shared'], string])[] = [
  ['name', 'names'],
  ['sound', 'names by their sound'],
  ['number', 'numbers'],
  ['unit', 'units and small numbers'],
  ['date', 'months and days'],
  ['term', 'countries and languages'],
  ['word', 'long words'],
]
const REASONS: Readonly<Record<NonNullable<ExplainedGroup['alone']>['reason'], string>> = {
  'too-little-shared': 'too little of each is found in the other',
  'language-taken': 'its release has a text in this language already, and this is no version of that',
  'less-alike-than-the-others': 'the texts of its release are much more alike among themselves',
  'other-figures': 'it says the same with other figures: another release of a series',
  decided: 'a person decided that the two are not one release',
}
const VERSIONS: Readonly<Record<NonNullable<ExplainedGroup['members'][number]['kind']>, string>> = {
  copy: 'a copy of',
  'near-copy': 'nearly a copy of',
  correction: 'a correction of',
  update: 'an update of',
}

/** The lines for a group, without line breaks. `nameOf` gives the path of a document by its number. */
export function explanationText(group: ExplainedGroup, number: number, nameOf: (document: number) => string): string[] {
  const head = `release ${number}: ${count(group.documents.length, 'file')}`
  return [head, ...memberLines(group, nameOf), ...pairLines(group, nameOf), ...aloneLines(group, nameOf)]
}

function memberLines({ members, languages }: ExplainedGroup, nameOf: (document: number) => string): string[] {
  const width = languages.reduce((most, tag) => Math.max(most, tag.length), 0)
  return members.flatMap(({ document, versionOf, kind }, k) => {
    const line = `  ${languages[k]!.padEnd(width)}  ${shortened(nameOf(document), NAME_WIDTH)}`
    if (versionOf === null || kind === null) return [line]
    return [line, `  ${' '.repeat(width)}    ${VERSIONS[kind]} ${shortened(nameOf(versionOf), NAME_WIDTH)}`]
  })
}

/** Every pair that was explained; how many were not, in a group of many. */
function pairLines({ documents, pairs, alone }: ExplainedGroup, nameOf: (document: number) => string): string[] {
  if (alone) return []
  const lines = pairs.flatMap(pair => {
    const [a, b] = pair.documents.map(document => shortened(nameOf(document), PAIR_WIDTH))
    return [`  ${a} + ${b}: ${scoreOf(pair)}`, ...evidence(pair)]
  })
  const left = (documents.length * (documents.length - 1)) / 2 - pairs.length
  return left > 0 ? [...lines, `  and ${left} more pairs`] : lines
}

function aloneLines({ pairs, alone }: ExplainedGroup, nameOf: (document: number) => string): string[] {
  if (!alone) return pairs.length === 0 ? ['  nothing is like it'] : []
  const lines = [`  nearest: ${shortened(nameOf(alone.document), NAME_WIDTH)}, score ${alone.score.toFixed(2)}`]
  lines.push(...wrapped('    not together: ', [REASONS[alone.reason]]))
  return [...lines, ...pairs.flatMap(evidence)]
}

const scoreOf = ({ score, version }: ExplainedPair): string =>
  version > 0 ? `versions, ${percent(version)} alike` : `score ${score.toFixed(2)}`

/** What the score is made of, and what both have. */
function evidence({ covered, numbers, dates, sameName, version, shared }: ExplainedPair): string[] {
  const factors = [
    `${percent(covered)} of each is found in the other`,
    factor('their numbers make it', numbers),
    factor('the dates of their datelines make it', dates),
    ...(sameName ? ['their names differ in the language only'] : []),
  ].filter(part => part !== '')
  const lists = KINDS.flatMap(([kind, title]) => {
    const own = shared[kind] ?? []
    return own.length === 0 ? [] : wrapped(`    ${title}: `, own.map(printable), ', ')
  })
  return [...(version > 0 ? [] : wrapped('    ', factors, '; ')), ...lists]
}

const percent = (share: number) => `${Math.round(100 * share)} %`

const factor = (what: string, value: number) => (value === 1 ? '' : `${what} ${value.toFixed(2)} times as likely`)

/** A path that fits: its beginning and, mostly, its end. */
const shortened = (path: string, width: number) => cutMiddle(path, width, '...')

/** Parts one behind another on lines that are indented below the first; a part that fits no line is cut. */
function wrapped(head: string, parts: readonly string[], mark = ''): string[] {
  const indent = ' '.repeat(6)
  const lines: string[] = []
  let line = head
  parts.forEach((part, k) => {
    const text = shortened(part, WIDTH - head.length - 2) + (k < parts.length - 1 ? mark : '')
    if (widthOf(line) + widthOf(text.trimEnd()) > WIDTH) {
      lines.push(line.trimEnd())
      line = indent
    }
    line += text
  })
  return [...lines, line.trimEnd()]
}
