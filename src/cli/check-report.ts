/** The findings of a release for people: a block for each unit, a line for each document with what it says, the outvoted ones marked. */
import type { Finding, FindingCode, ReleaseRecord, Statement } from '../model.js'
import { printable } from './io.js'
import type { Colours } from './summary.js'
import { blanks, cut, isolated, padded, widthOf } from './terminal.js'

/** Columns of a text shown, and characters of what stands around it. */
const SHOWN = 60
const AROUND = 24

/** The findings of a release for people, an empty line behind. */
export function releaseText(record: ReleaseRecord, findings: readonly Finding[], chalk: Colours): string {
  const texts = new Map(record.documents.flatMap(({ blocks }) => blocks.map(({ id, text }) => [id, text] as const)))
  const directions = new Map(record.documents.map(({ id, direction }) => [id, direction]))
  const head = `${chalk.bold(printable(record.id))}  ${record.documents.map(d => printable(d.path)).join(', ')}`
  const lines: string[] = [head]
  let unit: string | null | undefined
  for (const finding of findings) {
    if (finding.unit !== unit) lines.push(`  ${finding.unit === null ? 'release' : printable(finding.unit)}`)
    unit = finding.unit
    lines.push(...findingLines(finding, texts, directions, chalk))
  }
  return `${lines.join('\n')}\n\n`
}

const COLOURS = { error: 'red', warning: 'yellow', note: 'cyan' } as const

function findingLines(
  finding: Finding,
  texts: ReadonlyMap<string, string>,
  directions: ReadonlyMap<string, 'ltr' | 'rtl'>,
  chalk: Colours,
): string[] {
  const { code, severity, values, minority } = finding
  const colour = chalk[COLOURS[severity]]
  const rows = Object.entries(values).map(([id, statements]) => ({
    id: printable(id),
    direction: directions.get(id) ?? 'ltr',
    isMinor: minority.includes(id),
    said: statements.length === 0 ? '-' : statements.map(shownOf).join(', '),
    place: statements.length === 0 ? '' : placeOf(statements[0]!, texts),
  }))
  const idWidth = Math.max(...rows.map(({ id }) => widthOf(id)))
  const saidWidth = Math.max(...rows.map(({ said }) => widthOf(said)))
  const lines = rows.map(({ id, direction, isMinor, said, place }) => {
    const cell = isolated(said, direction) + blanks(place === '' ? 0 : saidWidth + 2 - widthOf(said))
    return `    ${isMinor ? colour('>') : ' '} ${padded(id, idWidth)}  ${isMinor ? colour(cell) : cell}${chalk.dim(isolated(place, 'ltr'))}`
  })
  return [
    `    ${colour(code as FindingCode)}  ${chalk.dim(`${severity}, ${finding.confidence.toFixed(2)}`)}`,
    ...lines.map(l => l.trimEnd()),
  ]
}

/** What is said, on one line. */
const shownOf = ({ text, value }: Statement): string => cut(text || value, SHOWN)

/** The block, and what stands around the place in it. */
function placeOf({ block, start, end }: Statement, texts: ReadonlyMap<string, string>): string {
  const text = texts.get(block) ?? ''
  if (start === 0 && end >= text.length) return printable(block)
  // Whole words: what stands at the cut is left out with its blank.
  const before = text.slice(Math.max(0, start - AROUND), start)
  const behind = text.slice(end, end + AROUND)
  const head = start > AROUND ? `…${before.replace(/^\S*\s/, '')}` : before
  const tail = end + AROUND < text.length ? `${behind.replace(/\s\S*$/, '')}…` : behind
  const around = `${head}[…]${tail}`
  return `${printable(block)}  ${printable(around.replace(/\s+/g, ' '))}`
}
