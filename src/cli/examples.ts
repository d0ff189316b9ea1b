/** What stands under the help of the program: what most people want first, and what every command has in common. */
import type { Command } from './command.js'

export const EXAMPLES: Command['examples'] = [
  ['parawire releases/ -o corpus.ndjson', 'build a corpus from a folder: one JSON line per release'],
  ["parawire 'releases/**/*.txt' --pretty", 'build from files that match a pattern; print one indented array'],
  [
    "find releases -name '*.txt' -print0 | parawire --files-from - > corpus.ndjson",
    'read the file names from another command',
  ],
  ['parawire releases/ --work .parawire -o corpus.ndjson', 'build again later: only new and changed files are read'],
  ['parawire releases/ --dry-run --limit 20', 'list the files that would be read'],
  ['parawire repair damaged.txt > mended.txt', 'repair one text'],
  ['parawire check corpus.ndjson', 'report discrepancies between translations'],
  ['parawire report corpus.ndjson -o report', 'browse the corpus: open report/index.html'],
  [
    'parawire releases/ --decisions decisions.json -o corpus.ndjson',
    'build again with the decisions saved from the report',
  ],
  ['parawire export corpus.ndjson --format tmx -o corpus.tmx', 'export a translation memory'],
]

export const NOTES = `
Exit codes: 0 success; 1 some input could not be used (with --strict: or any warning); 2 could not run.
Common build options: -o FILE, --pretty, --files-from FILE, --include and --exclude PATTERN, --rejects FILE,
--work FOLDER, --since DAY, --charset NAME, --language TAG. For all of them: parawire build --help.
Use - for a text on standard input. Use ./build for a file or folder named like a command.`

/** Examples as they stand under a help. */
export const exampleText = (examples: Command['examples']): string =>
  ['', 'Examples:', ...examples.flatMap(([line, purpose]) => [`  # ${purpose}`, `  ${line}`])].join('\n')
