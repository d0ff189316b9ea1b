/** `parawire explain`: why the lines of a file became the blocks that they are, for a person. */
import { isLayout } from '../edits/edits.js'
import { UserError } from '../errors.js'
import type { Detected, Document, DocumentRepair, KindEvidence, Unrepaired } from '../model.js'
import type { ExplainedBlock, Explanation } from '../pipeline/explain-document.js'
import { type Command, MODEL, READING, TEXT } from './command.js'
import { checkReading, modelOf, only } from './flags.js'
import { type Io, printable, readInput, standardOutput } from './io.js'
import { list } from './summary.js'

const BECAUSE: Readonly<Record<KindEvidence, string>> = {
  words: 'has words of this kind in its language',
  pattern: 'has the pattern of this kind',
  layout: 'laid out as this kind: item mark, columns or underline',
  shape: 'short and without a sentence end',
  dateline: 'begins with a dateline',
  position: 'stands before the body',
  markup: 'marked up as this kind',
  section: 'follows or begins with a heading of this kind',
  none: 'the default kind',
}
/** So much of a block's text and of an edit is shown. */
const SHOWN = 160
const SHOWN_EDIT = 60

export const explainCommand: Command = {
  name: 'explain',
  description: 'Explain how a text was read: charset, language, layout, each line',
  operands: [['[file[:line]]', `the text to explain, or one of its lines; ${TEXT}`]],
  options: [...READING, MODEL],
  examples: [
    ['parawire explain damaged.txt', 'the whole text'],
    ['parawire explain damaged.txt:1', 'one line'],
  ],
  /** Prints the whole file, or with `FILE:LINE` what became of one line and every edit that touches it. */
  async run({ operands: [name], flags, io }) {
    await checkReading(flags)
    const [{ explain }, { refuse }] = await Promise.all([import('../api/reading.js'), import('../ingest/sniff.js')])
    const { path, line, bytes } = await inputOf(name, io)
    const refusal = bytes.length > 0 ? refuse(bytes) : null
    if (refusal) throw new UserError(`cannot explain ${path}: ${refusal.message}`)
    const options = { ...only(flags, ['language', 'charset']), ...(await modelOf(flags, io)) }
    const explanation = await explain({ path, bytes }, options)
    if (line !== null && (line < 1 || line > explanation.lineCount))
      throw new UserError(`${path} has no line ${line}; it has ${explanation.lineCount}; name one of those`)
    const lines = line === null ? wholeFile(explanation) : oneLine(explanation, line)
    await standardOutput(io).write([...head(explanation), '', ...lines, ''].join('\n'))
    return 0
  },
}

/** A file whose name ends in a colon and a number is itself; otherwise the number is a line. */
async function inputOf(
  name: string | undefined,
  io: Io,
): Promise<{ path: string; line: number | null; bytes: Uint8Array }> {
  const match = /^(.+):(\d{1,9})$/.exec(name ?? '')
  if (!match) return { path: name ?? '-', line: null, bytes: await readInput(name, io) }
  const [, path, line] = match
  try {
    return { path: name!, line: null, bytes: await readInput(name, io) }
  } catch {
    return { path: path!, line: Number(line), bytes: await readInput(path, io) }
  }
}

function head({ document }: Explanation): string[] {
  const { source, charset, layout, repairs, unrepaired, warnings } = document
  const damage = tally(repairs.filter(({ kind }) => !isLayout(kind)))
  const edits = tally(repairs.filter(({ kind }) => isLayout(kind)))
  const width = layout.width === null ? '' : `, ${layout.width} columns`
  const rows: [string, string][] = [
    ...(source ? [['source', `${source.format}; lines are those of its text`] satisfies [string, string]] : []),
    ['charset', `${charset.name} (${charset.evidence})`],
    ['language', languageOf(document.language)],
    ['layout', `${layout.wrap}${width}${edits && `; ${edits}`}`],
    ['damage', `${damage || 'none found'}${unrepaired.length > 0 ? `; ${unrepaired.length} left unrepaired` : ''}`],
    ...warnings.map(({ code, message }): [string, string] => ['warning', `${code}: ${message}`]),
  ]
  return [printable(document.path), ...rows.map(([label, value]) => `  ${label.padEnd(10)}${printable(value)}`)]
}

const languageOf = ({ tag, evidence, margin, guess }: Detected) =>
  `${tag} (${evidence}${evidence === 'given' ? '' : `, margin ${margin}`}${tag === 'und' && guess !== 'und' ? `, perhaps ${guess}` : ''})`

const tally = (repairs: readonly DocumentRepair[]) => {
  const counts = new Map<string, number>()
  for (const { kind } of repairs) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return list([...counts])
}

function wholeFile(explanation: Explanation): string[] {
  const { document, blocks, lineAt } = explanation
  const damage = document.repairs.filter(({ kind }) => !isLayout(kind))
  return blocks.flatMap(explained => {
    const own = damage.filter(({ at }) => at?.block === explained.block.id)
    const left = document.unrepaired.filter(item => isIn(explained, item))
    return [
      ...blockLines(explained, document),
      ...own.map(r => editLine(r, document, lineAt)),
      ...left.map(u => leftLine(u, lineAt)),
      '',
    ]
  })
}

const isIn = ({ block }: ExplainedBlock, { start, end }: Unrepaired) =>
  block.spans.some(span => span.start < end && start < span.end)

function oneLine({ document, blocks, lineAt }: Explanation, line: number): string[] {
  const touches = ({ start, end }: { start: number; end: number }) =>
    lineAt(start) <= line && line <= lineAt(Math.max(start, end - 1))
  const own = blocks.filter(({ block }) => block.spans.some(touches))
  // What joins two lines belongs to both.
  const edits = document.repairs.filter(({ start, end }) => lineAt(start) <= line && line <= lineAt(end))
  const removed = own.length > 0 ? [] : [`  line ${line} is in no block`]
  return [
    ...removed,
    ...own.flatMap(explained => blockLines(explained, document)),
    ...edits.map(repair => editLine(repair, document, lineAt)),
    ...document.unrepaired.filter(touches).map(item => leftLine(item, lineAt)),
  ]
}

function blockLines({ block, lines: [first, last], evidence, language }: ExplainedBlock, document: Document): string[] {
  const where = first === last ? `line ${first}` : `lines ${first}-${last}`
  const other = block.language && language ? `; in ${languageOf(language)}` : ''
  const dateline = document.dateline?.block === block.id ? `; dateline ${shown(document.dateline.text ?? '')}` : ''
  return [
    `  ${where.padEnd(14)}${block.id}  ${block.kind}, ${BECAUSE[evidence]}${other}${dateline}`,
    `    ${shown(block.text, SHOWN)}`,
  ]
}

function editLine(
  { kind, before, after, evidence, confidence, witness, start, at }: DocumentRepair,
  { blocks }: Document,
  lineAt: (at: number) => number,
): string {
  const why = [evidence, ...(witness ? [witness] : []), `${confidence}`].join(', ')
  const block = at && blocks.find(({ id }) => id === at.block)
  const word = block && !isLayout(kind) ? wordAround(block.text, at.start, at.end) : after
  const where = word === after ? '' : ` in ${shown(word)}`
  return `    ${`line ${lineAt(start)}`.padEnd(12)}${kind} ${shown(before)} -> ${shown(after)}${where} (${why})`
}

/** What stands between the blanks around a place. */
function wordAround(text: string, start: number, end: number): string {
  const head = /\S*$/.exec(text.slice(Math.max(0, start - SHOWN_EDIT), start))![0]
  const tail = /^\S*/.exec(text.slice(end, end + SHOWN_EDIT))![0]
  return head + text.slice(start, end) + tail
}

const leftLine = ({ kind, text, reason, start }: Unrepaired, lineAt: (at: number) => number) =>
  `    ${`line ${lineAt(start)}`.padEnd(12)}${kind} ${shown(text)} left unrepaired (${reason})`

/** A text between quotation marks, its control characters written out, cut where it is long. */
function shown(text: string, length = SHOWN_EDIT): string {
  const cut = text.length > length ? `${text.slice(0, length).replace(/[\ud800-\udbff]$/, '')}…` : text
  return printable(JSON.stringify(cut))
}
