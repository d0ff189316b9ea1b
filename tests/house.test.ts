/** The house: which room may import from which, and at which door each package comes in. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'

const SRC = join(import.meta.dirname, '../src')
const FLOORS: readonly (readonly string[])[] = [
  ['model', 'errors', 'languages'],
  ['structures', 'formats', 'tokens', 'words', 'charsets', 'anatomy', 'edits', 'releases', 'learned'],
  [
    'ingest',
    'containers',
    'extractors',
    'store',
    'decode',
    'decide',
    'repair',
    'detect',
    'segment',
    'extract',
    'learn',
    'embed',
    'group',
    'align',
    'reconcile',
    'record',
    'evaluate',
    'check',
    'diff',
    'export',
    'report',
  ],
  ['pipeline', 'api'],
  ['index', 'cli'],
]
const DOORS: Readonly<Record<string, string>> = {
  chalk: 'cli/summary.ts',
  'cli-progress': 'cli/progress.ts',
  commander: 'cli/cli.ts',
  'csv-parse': 'containers/csv.ts',
  'fast-glob': 'ingest/patterns.ts',
  feedsmith: 'containers/feed-items.ts',
  franc: 'detect/any-language.ts',
  'hyparquet-writer': 'export/parquet.ts',
  'iconv-lite': 'charsets/charset.ts',
  mammoth: 'extractors/docx/mammoth.ts',
  'pdfjs-dist/legacy/build/pdf.mjs': 'extractors/pdf/pdfjs.ts',
  parse5: 'extractors/html/page-tree.ts',
  piscina: 'pipeline/worker-pool.ts',
  'postal-mime': 'containers/mail.ts',
  saxes: 'containers/newsml.ts',
  yauzl: 'containers/zip.ts',
  zod: 'record/schema-anatomy.ts',
}

const room = (path: string) => path.split('/')[0]!.replace(/\.ts$/, '')
const floor = (path: string) => FLOORS.findIndex(rooms => rooms.includes(room(path)))
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(f => f.endsWith('.ts'))
const imports = files.flatMap(file =>
  [
    ...readFileSync(join(SRC, file), 'utf8').matchAll(
      /^(?:import|export|\}) (?:[^'\n]*? from )?'([^']+)'|\bimport\('([^']+)'\)/gm,
    ),
  ].map(m => ({ file, target: (m[1] ?? m[2])!, isLazy: m[1] === undefined })),
)
const inside = imports
  .filter(i => i.target.startsWith('.'))
  .map(i => ({ ...i, to: normalize(join(dirname(i.file), i.target)).replace(/\.js$/, '.ts') }))

test('every file has a floor', () => {
  expect(files.filter(file => floor(file) < 0)).toEqual([])
})

test('imports lead to the own room or down, never up, never sideways between stages', () => {
  const wrong = inside.filter(({ file, to }) => {
    if (room(file) === room(to)) return false
    const sideways = floor(file) === floor(to) && floor(file) === 2
    return floor(to) > floor(file) || sideways || to.startsWith('..')
  })
  expect(wrong.map(w => `${w.file} -> ${w.to}`)).toEqual([])
})

test('each package comes in at one door', () => {
  const outside = imports.filter(i => !i.target.startsWith('.') && !i.target.startsWith('node:'))
  expect(outside.filter(i => DOORS[i.target] !== i.file).map(i => `${i.file} imports ${i.target}`)).toEqual([])
})

/** What a command loads when it runs may read the table of commands. */
test('no file leads back to itself', () => {
  const loaded = inside.filter(({ isLazy }) => !isLazy)
  const next = new Map(files.map(file => [file, loaded.filter(i => i.file === file).map(({ to }) => to)]))
  const [done, way]: [Set<string>, string[]] = [new Set(), []]
  const circles: string[] = []
  const follow = (file: string) => {
    if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' -> '))
    if (done.has(file)) return
    done.add(file)
    way.push(file)
    for (const to of next.get(file) ?? []) follow(to)
    way.pop()
  }
  for (const file of files) follow(file)
  expect(circles).toEqual([])
})

/** Ranges of the digits, of the letters a to z, and of the Hebrew ones, as numbers. */
const RANGES = [
  '(?:0x30|48) && \\w+ <= (?:0x39|57)',
  '(?:0x41|65) && \\w+ <= (?:0x5a|90)',
  '(?:0x61|97) && \\w+ <= (?:0x7a|122)',
  '0x0?5d0 && \\w+ <= 0x0?5ea',
]

test('one file says what a letter or a digit is', () => {
  const ranges = new RegExp(RANGES.join('|'))
  const saying = files.filter(file => ranges.test(readFileSync(join(SRC, file), 'utf8')))
  expect(saying).toEqual(['tokens/characters.ts'])
})
