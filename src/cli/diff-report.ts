/**
 * The changes of a release for people: a head, then a line for each change under the file that it is about. Lines are short
 * enough for a terminal: of texts a beginning is shown, and edits of layout, of which there are many, are counted.
 */
import type { Change, ChangeCode } from '../diff/changes.js'
import type { Member } from '../diff/units.js'
import type { Repair, RepairKind, Unrepaired, Warning } from '../model.js'
import { printable } from './io.js'
import { type colours, count, isLayout, list } from './report.js'

type Chalk = ReturnType<typeof colours>

/** Characters of a text that are shown, of which a line has two at most. */
const SHOWN = 28
/** Paths in the head of a release. */
const NAMED = 3

/** The lines of a release, an empty one behind. */
export function releaseText(id: string, paths: readonly string[], changes: readonly Change[], chalk: Chalk): string {
  const more = paths.length > NAMED ? `, and ${paths.length - NAMED} more` : ''
  const lines = [`${chalk.bold(id)}  ${paths.slice(0, NAMED).map(printable).join(', ')}${more}`]
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

function lineOf(change: Change, chalk: Chalk): string {
  const { change: code } = change
  if (code.endsWith('-added') || code === 'release-new') return chalk.green(`+ ${wordsOf(change)}`)
  if (code.endsWith('-removed') || code === 'release-gone') return chalk.red(`- ${wordsOf(change)}`)
  return `~ ${wordsOf(change)}`
}

function wordsOf(change: Change): string {
  const { change: code, field, before, after, path } = change
  const at = change.at ? ` at ${change.at.start}` : ''
  switch (code) {
    case 'release-new':
      return 'new release'
    case 'release-gone':
      return 'this release is gone'
    case 'release-merged':
      return `was ${change.old.length} releases: ${change.old.join(', ')}`
    case 'release-split':
      return `${change.old[0]} is now ${change.new.length} releases: ${change.new.join(', ')}`
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
      return `${field}${at}: ${sample(shown(before))} -> ${sample(shown(after))}`
  }
}

const shown = (value: unknown) => (typeof value === 'string' ? value : value === null ? '-' : JSON.stringify(value))

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
