/** The examples that stand under the help of the commands. */

export const EXAMPLES = `
Examples:
  parawire releases/ > corpus.ndjson           a record a line for every release in a folder
  parawire releases/ -o corpus.ndjson          the same into a file, with a progress bar
  parawire 'wire/*/2026-*.txt' --pretty        a pattern; one indented array
  parawire releases/ --dry-run --limit 20      which files would be read; then without --dry-run
  find . -name '*.txt' -print0 | parawire --files-from -
  parawire releases/ --work .parawire -o corpus.ndjson   every night: only what is new is read
  parawire parse releases/ | parawire group --explain    why files are one release, or not
  parawire repair damaged.txt > mended.txt     one text, without the rest
  parawire learn releases/ -o words.model      what clean texts teach; then parawire releases/ --model words.model
  parawire undo corpus.ndjson --document de    back to the text as it was found
  parawire check corpus.ndjson                 what translations disagree on
  parawire export corpus.ndjson --format tmx -o corpus.tmx
  parawire report corpus.ndjson -o report      the same to look at, in a browser: report/index.html
  parawire releases/ --decisions decisions.json -o corpus.ndjson   what was decided on its pages, replayed
  parawire diff old.ndjson corpus.ndjson       what changed between two runs
  parawire validate corpus.ndjson              does a corpus keep its schema?
  parawire eval gold.json --by pair            how well are the files of a gold aligned?

Exit codes: 0 done; 1 some input could not be used (with --strict: or something warned); 2 could not run.
Most used: -o FILE, --pretty, --files-from FILE, --include and --exclude PATTERN, --rejects FILE, --work FOLDER,
--since DAY, --charset NAME, --language TAG; all options of a build: parawire build --help. - is a text on standard input. A file or folder called
like a command is written ./build.`
