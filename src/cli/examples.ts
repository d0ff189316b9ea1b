/** What stands under the help of the program: what most people want first, and what every command has in common. */
import type { Command } from './command.js'

export const EXAMPLES: Command['examples'] = [
  ['parawire releases/ -o corpus.ndjson', 'a record a line for every release in a folder, with a progress bar'],
  ["parawire 'releases/**/*.txt' --pretty", 'a pattern; one indented array on standard output'],
  ["find releases -name '*.txt' -print0 | parawire --files-from - > corpus.ndjson", 'names from elsewhere'],
  ['parawire releases/ --work .parawire -o corpus.ndjson', 'every night: only what is new is read'],
  ['parawire releases/ --dry-run --limit 20', 'which files would be read; then without --dry-run'],
  ['parawire repair damaged.txt > mended.txt', 'one text, without the rest'],
  ['parawire check corpus.ndjson', 'what translations disagree on'],
  ['parawire report corpus.ndjson -o report', 'all of it to look at, in a browser: report/index.html'],
  ['parawire releases/ --decisions decisions.json -o corpus.ndjson', 'what was decided on its pages, replayed'],
  ['parawire export corpus.ndjson --format tmx -o corpus.tmx', 'for translation memories'],
]

export const NOTES = `
Exit codes: 0 done; 1 some input could not be used (with --strict: or something warned); 2 could not run.
Most used of a build: -o FILE, --pretty, --files-from FILE, --include and --exclude PATTERN, --rejects FILE,
--work FOLDER, --since DAY, --charset NAME, --language TAG; all of them: parawire build --help.
- is a text on standard input. A file or folder called like a command is written ./build.`

/** Examples as they stand under a help. */
export const exampleText = (examples: Command['examples']): string =>
  ['', 'Examples:', ...examples.flatMap(([line, purpose]) => [`  # ${purpose}`, `  ${line}`])].join('\n')
