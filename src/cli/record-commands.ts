/** The commands that read records, which `build` and `align` have printed. */
import type { Command } from './command.js'
import { embedded, exported, gather, patient, reading, taught } from './options.js'

const RECORDS = ['[file]', 'records, as JSON lines or one array; standard input by default'] as const

export const recordCommands: readonly Command[] = [
  {
    name: 'check',
    description: 'Report discrepancies between the translations of each release',
    operands: [RECORDS],
    options: command =>
      patient(command)
        .option('--json', 'print one JSON line per finding')
        .option('--only <code>', 'report only findings with this code; repeatable', gather)
        .option('--min-confidence <x>', 'skip units with a lower alignment confidence, 0 to 1')
        .option('--fail-on <code>', 'exit with 1 on a finding with this code, or on any; repeatable', gather),
    examples: [
      ['parawire check corpus.ndjson', 'all findings, release by release'],
      ['parawire releases/ | parawire check', 'build and check in one pipe'],
      ['parawire check corpus.ndjson --only number-differs --only name-differs', 'only two kinds of findings'],
      ['parawire check corpus.ndjson --quiet --fail-on date-differs > findings.txt', 'in a script'],
      [
        `parawire check corpus.ndjson --json | jq 'select(.minority == ["it"])'`,
        'findings in which Italian alone differs',
      ],
    ],
    run: async ({ operands, flags, io }) => (await import('./check.js')).check(operands[0], flags(), io),
  },
  {
    name: 'report',
    description: 'Write HTML pages of a corpus: translations side by side, repairs, findings',
    operands: [RECORDS],
    options: command =>
      patient(command).option('-o, --output <folder>', 'write into this folder: new, empty, or an earlier report'),
    examples: [
      ['parawire report corpus.ndjson -o report', 'write a report, then open report/index.html'],
      ['parawire releases/ | parawire report -o report --keep-going', 'build and report in one pipe'],
    ],
    run: async ({ operands, flags, io }) =>
      (await import('./pages/report-pages.js')).reportPages(operands[0], flags(), io),
  },
  {
    name: 'diff',
    description: 'Compare two corpora; exits with 0 if nothing changed, else 1',
    operands: [
      ['<old>', 'records of the earlier run'],
      ['<new>', 'records of the later run'],
    ],
    options: command => command.option('--json', 'print one JSON line per change'),
    examples: [
      ['parawire diff old.ndjson corpus.ndjson', 'all changes, release by release'],
      [
        `parawire diff old.ndjson corpus.ndjson --json | jq 'select(.change == "unit-removed")'`,
        'only units that were removed',
      ],
    ],
    run: async ({ operands, flags, io }) => (await import('./diff.js')).diff(operands, flags(), io),
  },
  {
    name: 'export',
    description: 'Export records as TMX, XLIFF, CSV, Parquet, Moses, TEI and others',
    operands: [RECORDS],
    options: command => patient(exported(command)),
    examples: [
      ['parawire export corpus.ndjson --format tmx -o corpus.tmx', 'a translation memory'],
      [
        'parawire export corpus.ndjson --format moses --languages da,de --level segment -o corpus',
        'sentence pairs of two languages',
      ],
      [
        'parawire export corpus.ndjson --format csv --excel --min-confidence 0.8 -o corpus.csv',
        'a table of the sure units',
      ],
      ['parawire releases/ | parawire export --format stats', 'counts by language pair'],
    ],
    run: async ({ operands, flags, io }) => (await import('./export.js')).exportCommand(operands[0], flags(), io),
  },
  {
    name: 'schema',
    description: 'Print the JSON Schema of a record',
    operands: [],
    examples: [
      ['parawire schema > record.schema.json', 'for another validator'],
      ["parawire schema | jq '.properties | keys'", 'list the fields of a record'],
    ],
    run: async ({ io }) => (await import('./schema.js')).schema(io),
  },
  {
    name: 'validate',
    description: 'Validate records against the schema and the laws of edits and spans',
    operands: [RECORDS],
    examples: [
      ['parawire validate corpus.ndjson', 'list all problems of a corpus'],
      ['parawire releases/ | parawire validate --quiet', 'only the exit code'],
    ],
    run: async ({ operands, flags, io }) => (await import('./validate.js')).validate(operands[0], flags(), io),
  },
  {
    name: 'eval',
    description: 'Score alignments against a gold standard: precision, recall, F1',
    operands: [
      ['<gold>', 'JSON with file names and the paragraphs that belong together'],
      ['[records]', 'output of build for those files; built now by default'],
    ],
    options: command =>
      embedded(taught(reading(command)))
        .option('--align-only', "align the gold's own paragraphs, without segmenting and grouping")
        .option('--by <what>', 'print one line per pair or per language')
        .option('--json', 'print all scores as JSON'),
    examples: [
      ['parawire eval gold.json --by pair', 'build the files of a gold and score them'],
      ['parawire eval gold.json corpus.ndjson --json', 'score an existing corpus'],
    ],
    run: async ({ operands: [gold, records], flags, io }) =>
      (await import('./eval.js')).evaluate(gold!, records, flags(), io),
  },
]
