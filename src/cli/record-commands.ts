/** The commands that read records, which `build` and `align` have printed. */
import type { Command } from './command.js'
import { embedded, exported, gather, patient, reading, taught } from './options.js'

const RECORDS = ['[file]', 'records, one a line or one array; - or nothing for standard input'] as const

export const recordCommands: readonly Command[] = [
  {
    name: 'check',
    description: 'print for a person what the translations of each release disagree on',
    operands: [RECORDS],
    options: command =>
      patient(command)
        .option('--json', 'a line of JSON for each finding')
        .option('--only <code>', 'findings of this code; repeatable', gather)
        .option('--min-confidence <x>', 'leave out units of which the alignment is less sure, 0 to 1')
        .option('--fail-on <code>', 'exit with 1 where there is a finding of this code, or any; repeatable', gather),
    examples: [
      ['parawire check corpus.ndjson', 'what a person should look at, release by release'],
      ['parawire releases/ | parawire check', 'the same without a file between'],
      ['parawire check corpus.ndjson --only number-differs --only name-differs', 'of two kinds'],
      ['parawire check corpus.ndjson --quiet --fail-on date-differs > findings.txt', 'for a script'],
      [`parawire check corpus.ndjson --json | jq 'select(.minority == ["it"])'`, 'what one language alone says'],
    ],
    run: async ({ operands, flags, io }) => (await import('./check.js')).check(operands[0], flags(), io),
  },
  {
    name: 'report',
    description: 'write pages that show a corpus to people: translations side by side, repairs, findings',
    operands: [RECORDS],
    options: command =>
      patient(command).option('-o, --output <folder>', 'a folder that is new, empty, or holds an earlier report'),
    examples: [
      ['parawire report corpus.ndjson -o report', 'then open report/index.html; no server, no network'],
      ['parawire releases/ | parawire report -o report --keep-going', 'the same without a file between'],
    ],
    run: async ({ operands, flags, io }) =>
      (await import('./pages/report-pages.js')).reportPages(operands[0], flags(), io),
  },
  {
    name: 'diff',
    description: 'print what changed between two runs; exit code 0 for nothing, 1 for something',
    operands: [
      ['<old>', 'records of the one run'],
      ['<new>', 'records of the other'],
    ],
    options: command => command.option('--json', 'a line of JSON for each change'),
    examples: [
      ['parawire diff old.ndjson corpus.ndjson', 'release by release, for people'],
      [`parawire diff old.ndjson corpus.ndjson --json | jq 'select(.change == "unit-removed")'`, 'of one kind'],
    ],
    run: async ({ operands, flags, io }) => (await import('./diff.js')).diff(operands, flags(), io),
  },
  {
    name: 'export',
    description: 'write records as TMX, XLIFF, CSV, ninjs, ...',
    operands: [RECORDS],
    options: command => patient(exported(command)),
    examples: [
      ['parawire export corpus.ndjson --format tmx -o corpus.tmx', 'for translation memories'],
      ['parawire export corpus.ndjson --format moses --languages da,de --level segment -o corpus', 'sentence pairs'],
      ['parawire export corpus.ndjson --format csv --excel --min-confidence 0.8 -o corpus.csv', 'a table'],
      ['parawire releases/ | parawire export --format stats', 'how much there is of what'],
    ],
    run: async ({ operands, flags, io }) => (await import('./export.js')).exportCommand(operands[0], flags(), io),
  },
  {
    name: 'schema',
    description: 'print the JSON Schema of a record',
    operands: [],
    examples: [
      ['parawire schema > record.schema.json', 'for a validator of your own'],
      ["parawire schema | jq '.properties | keys'", 'the fields of a record'],
    ],
    run: async ({ io }) => (await import('./schema.js')).schema(io),
  },
  {
    name: 'validate',
    description: 'check records against the schema and its laws; problems go to standard error',
    operands: [RECORDS],
    examples: [
      ['parawire validate corpus.ndjson', 'does a corpus keep its schema?'],
      ['parawire releases/ | parawire validate --quiet', 'by the exit code alone'],
    ],
    run: async ({ operands, flags, io }) => (await import('./validate.js')).validate(operands[0], flags(), io),
  },
  {
    name: 'eval',
    description: 'print precision, recall and F1 of alignments against a gold',
    operands: [
      ['<gold>', 'JSON that names files and says which of their paragraphs belong together'],
      ['[records]', 'what build has printed of those files; without it they are built now'],
    ],
    options: command =>
      embedded(taught(reading(command)))
        .option('--align-only', "align the gold's paragraphs as they are: no segmenting, no grouping")
        .option('--by <what>', 'a line for each pair, or for each language')
        .option('--json', 'print all measures as JSON'),
    examples: [
      ['parawire eval gold.json --by pair', 'how well are the files of a gold aligned?'],
      ['parawire eval gold.json corpus.ndjson --json', 'of a corpus that was built before'],
    ],
    run: async ({ operands: [gold, records], flags, io }) =>
      (await import('./eval.js')).evaluate(gold!, records, flags(), io),
  },
]
