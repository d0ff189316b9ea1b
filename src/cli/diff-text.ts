/**
 * Changes between two corpora in words: a release has a head, then a line for each change under the file that it is about.
 * Lines are short enough for a terminal: of texts a beginning is shown, and edits of layout, of which there are many, are counted.
 */
import { type Change, type ChangeCode, isSame } from '../diff/changes.js'
import type { Member } from '../diff/units.js'
import { isLayout } from '../edits/edits.js'
import type { Repair, RepairKind, Unrepaired, Warning } from '../model.js'
import { printable } from './io.js'
import { type Colours, count, list } from './summary.js'

/** Characters of a text that are shown, of which a line has two at most. */
const SHOWN = 28
/** Of the path in the head of a release, and of an id that stands in a line. */
const PATH_SHOWN = 28
const ID_SHOWN = 12

/** The lines of a release, an empty one behind. */
export function releaseText(id: string, paths: readonly string[], changes: readonly Change[], chalk: Colours): string {
  const more = paths.length > 1 ? `, ${paths.length - 1} more` : ''
  const lines = [`${chalk.bold(id)}  ${pathText(paths[0] ?? '')}${more}`]
  let path: string | undefined
  let layout: Change[] = []
  const flush = () => {
    if (layout.length > 0) lines.push(`    ~ ${layoutText(layout)}`)
    layout = []
  }
  for (const change of changes) {
    if (change.path !== path) flush()
    if (change.path !== path && change.path !== undefined && !change.change.startsWith('document-'))
      lines.push(`  ${printable(change.path)}`)
    path = change.change.startsWith('document-') ? undefined : change.path
    if (isLayoutChange(change)) {
      layout.push(change)
      continue
    }
    flush()
    lines.push(`${path === undefined ? '  ' : '    '}${lineOf(change, chalk)}`)
  }
  flush()
  return `${lines.join('\n')}\n\n`
}

/** What was counted, in one line. */
export function countsText(counts: ReadonlyMap<ChangeCode, number>, before: number, after: number): string {
  const of = `${count(before, 'release')} before, ${after} now`
  const sorted = [...counts].sort(([a], [b]) => (a < b ? -1 : 1))
  return counts.size === 0 ? `no changes; ${of}` : `${list(sorted)}; ${of}`
}

const kindOf = ({ before, after }: Change) => ((after ?? before) as { readonly kind: RepairKind }).kind

const isLayoutChange = (change: Change) => change.change.startsWith('repair-') && isLayout(kindOf(change))

function layoutText(changes: readonly Change[]): string {
  const counts = new Map<string, number>()
  for (const { change } of changes) {
    const what = change.slice('repair-'.length)
    counts.set(what, (counts.get(what) ?? 0) + 1)
  }
  return `edits of layout: ${list([...counts])}`
}

function lineOf(change: Change, chalk: Colours): string {
  const { change: code } = change
  if (code.endsWith('-added') || code === 'release-new') return chalk.green(`+ ${wordsOf(change)}`)
  if (code.endsWith('-removed') || code === 'release-gone') return chalk.red(`- ${wordsOf(change)}`)
  return `~ ${wordsOf(change)}`
}

/** A case for each kind of change, which is why it is long. */
function wordsOf(change: Change): string {
  const { change: code, field, before, after, path } = change
  const at = change.at ? ` at ${change.at.start}` : ''
  switch (code) {
    case 'release-new':
      return 'new release'
    case 'release-gone':
      return 'this release is gone'
    case 'release-merged':
      return `was ${change.old.length} releases: ${idsText(change.old)}`
    case 'release-split':
      return `${idsText(change.old)} is now ${change.new.length} releases: ${idsText(change.new)}`
    case 'document-added':
    case 'document-removed':
      return `${printable(path!)} (${printable(String(after ?? before))})`
    case 'warning-added':
    case 'warning-removed':
      return `warning ${((after ?? before) as Warning).code}`
    case 'damage-added':
    case 'damage-removed':
      return damageText((after ?? before) as Unrepaired, at)
    case 'repair-added':
    case 'repair-removed':
      return `${repairText((after ?? before) as Repair, at)}`
    case 'repair-changed':
      return repairsText(before as Repair, after as Repair, at)
    case 'block-added':
    case 'block-removed': {
      const { kind, text } = (after ?? before) as { readonly kind: string; readonly text: string }
      return `block${at}, ${kind}: ${sample(text, 2 * SHOWN)}`
    }
    case 'block-changed':
      return `block${at}: ${differing(String(before), String(after))}`
    case 'kind-changed':
      return `block${at}: ${String(before)} -> ${String(after)}`
    case 'unit-added':
    case 'unit-removed':
      return `unit ${unitText((after ?? before) as readonly Member[])}`
    case 'unit-changed': {
      const { members, ...was } = before as { readonly members: readonly Member[]; readonly confidence?: number }
      const { confidence } = after as { readonly confidence?: number }
      const what = Object.keys(was).map(key =>
        key === 'confidence' ? `confidence ${was.confidence} -> ${confidence}` : key,
      )
      return `unit ${unitText(members)}: ${what.join(', ')}`
    }
    case 'field':
      return `${field}${at}: ${valuesText(before, after)}`
  }
}

const idsText = (ids: readonly string[]) => ids.map(id => id.slice(0, ID_SHOWN)).join(', ')

/** The end of a path tells more than its beginning. */
function pathText(path: string): string {
  const chars = [...printable(path)]
  return chars.length > PATH_SHOWN ? `…${chars.slice(1 - PATH_SHOWN).join('')}` : chars.join('')
}

/** Two values of a field: of objects the keys that differ, of lists of objects how many items came and went. */
function valuesText(before: unknown, after: unknown): string {
  if (isList(before ?? []) && isList(after ?? []) && (isList(before) || isList(after)))
    return `${listed(before).length} gone, ${listed(after).length} new`
  if (!isObject(before) || !isObject(after)) return `${valueText(before)} -> ${valueText(after)}`
  const keys = Object.keys(after).filter(key => !isSame(before[key], after[key]))
  return keys.map(key => `${key} ${valueText(before[key])} -> ${valueText(after[key])}`).join(', ')
}

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const isList = (value: unknown) => Array.isArray(value) && value.every(item => item instanceof Object)
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value instanceof Object && !Array.isArray(value)

function valueText(value: unknown): string {
  if (value === null || value === undefined) return '-'
  if (Array.isArray(value)) return printable(value.join(', ').slice(0, 2 * SHOWN))
  if (isObject(value))
    return Object.values(value)
      .filter(item => item !== null)
      .map(valueText)
      .join(' ')
      .slice(0, 2 * SHOWN)
  return typeof value === 'string' ? sample(value) : String(value)
}

const damageText = ({ text, kind, reason }: Unrepaired, at: string) =>
  `damage${at}: ${sample(text)} (${kind}, ${reason})`

const repairText = ({ before, after, kind, confidence }: Repair, at: string) =>
  `repair${at}: ${sample(before)} -> ${sample(after)} (${kind}, ${confidence})`

function repairsText(before: Repair, after: Repair, at: string): string {
  if (before.after !== after.after)
    return `repair${at}: ${sample(after.before)} -> ${sample(after.after)}, was ${sample(before.after)}`
  const keys = (['kind', 'evidence', 'lossy', 'confidence', 'decided'] as const).filter(
    key => before[key] !== after[key],
  )
  const what = keys.map(key => `${key} ${before[key] ?? '-'} -> ${after[key] ?? '-'}`)
  return `repair${at}: ${sample(after.before)} -> ${sample(after.after)}: ${what.join(', ')}`
}

/** Of which file which blocks, by the beginning of the first of them. */
const unitText = (members: readonly Member[]) =>
  `${sample(members[0]?.blocks[0]?.text ?? '')} of ${members.map(({ blocks }) => blocks.length).join('-')} blocks`

/** What two texts do not share, with a little of what stands before it. */
function differing(before: string, after: string): string {
  let head = 0
  while (head < Math.min(before.length, after.length) && before[head] === after[head]) head++
  const from = Math.max(0, head - CONTEXT)
  return `${sample(before.slice(from))} -> ${sample(after.slice(from))}`
}

const CONTEXT = 8

/** The beginning of a text on one line; what would drive a terminal is shown. */
function sample(text: string, most = SHOWN): string {
  const chars = [...printable(text.slice(0, 4 * most))]
  const cut = chars.length > most || text.length > 4 * most
  return cut ? `"${chars.slice(0, most - 1).join('')}…"` : `"${chars.join('')}"`
}
