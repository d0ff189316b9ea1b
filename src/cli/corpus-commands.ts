/** The commands that read texts: of a whole corpus, its stages, and of one text. */
import type { Command } from './command.js'
import {
  decided,
  embedded,
  grouped,
  inputs,
  kept,
  limited,
  reading,
  sharded,
  since,
  taught,
  threaded,
  written,
} from './options.js'

const PATHS = ['[paths...]', 'files, folders and glob patterns; - for a text on standard input'] as const
const TEXT = 'standard input by default'

export const corpusCommands: readonly Command[] = [
  {
    name: 'build',
    description: 'Build a parallel corpus: one record per release (the default command)',
    operands: [PATHS],
    options: command => since(threaded(grouped(kept(limited(decided(embedded(taught(written(inputs(command)))))))))),
    examples: [
      ['parawire releases/ -o corpus.ndjson', 'one JSON line per release in a folder'],
      ["parawire build 'releases/*.txt' --pretty", 'files that match a pattern, as one indented array'],
    ],
    run: async ({ operands, flags, io }) => (await import('./build.js')).build(operands, flags(), io),
  },
  {
    name: 'parse',
    description: 'Read and repair files: one document per file (stage 1 of build)',
    operands: [PATHS],
    options: command => sharded(threaded(limited(decided(taught(written(inputs(command))))))),
    examples: [
      ['parawire parse releases/ -o documents.ndjson', 'the first of three stages'],
      ['parawire parse releases/ --shard 1/4 --shards parts', 'a quarter of the files, on one machine of four'],
    ],
    run: async ({ operands, flags, io }) => (await import('./stages/parse.js')).parse(operands, flags(), io),
  },
  {
    name: 'group',
    description: 'Group documents into releases (stage 2 of build)',
    operands: [['[files...]', `output of parse; ${TEXT}`]],
    options: command =>
      grouped(decided(threaded(written(command))))
        .option('--explain', 'explain why files belong to one release or not, as text')
        .option('--shards <folder>', 'group the documents of all parts in a folder, and write as many parts'),
    examples: [
      ['parawire parse releases/ | parawire group > groups.ndjson', 'the second stage'],
      ['parawire parse releases/ | parawire group --explain', 'why files belong to one release or not'],
    ],
    run: async ({ operands, flags, io }) => (await import('./stages/group.js')).group(operands, flags(), io),
  },
  {
    name: 'align',
    description: 'Align the documents of each release: one record per release (stage 3 of build)',
    operands: [['[files...]', `output of group; ${TEXT}`]],
    options: command => sharded(threaded(decided(embedded(taught(written(command)))))),
    examples: [
      [
        'parawire parse releases/ | parawire group | parawire align > corpus.ndjson',
        'the same output as parawire releases/',
      ],
      ['parawire align groups.ndjson -o corpus.ndjson', 'the third stage alone'],
    ],
    run: async ({ operands, flags, io }) => (await import('./stages/align.js')).align(operands, flags(), io),
  },
  {
    name: 'detect',
    description: 'Detect the language of each file',
    operands: [['[paths...]', `files, folders and glob patterns; ${TEXT}`]],
    options: inputs,
    examples: [
      ['parawire detect releases/', 'one JSON line per file'],
      ['parawire detect < damaged.txt', 'the language of a text'],
      [`parawire detect releases/ | jq 'select(.tag == "und").guess'`, 'the languages that parawire does not know'],
    ],
    run: async ({ operands, flags, io }) => (await import('./detect.js')).detect(operands, flags(), io),
  },
  {
    name: 'learn',
    description: 'Learn words and translations from clean texts; writes a model for --model',
    operands: [['[paths...]', 'files, folders and glob patterns']],
    options: command =>
      inputs(command).option('-o, --output <file>', 'write to a file, which appears when it is complete'),
    examples: [
      ['parawire learn releases/ -o words.model', 'learn from the clean texts of a folder'],
      ['parawire releases/ --model words.model -o corpus.ndjson', 'build with what was learned'],
    ],
    run: async ({ operands, flags, io }) => (await import('./learn.js')).learn(operands, flags(), io),
  },
  {
    name: 'repair',
    description: 'Repair one text: charset damage, lost characters, OCR errors',
    operands: [['[file]', `the text to repair; ${TEXT}`]],
    options: command => taught(reading(command)).option('--json', 'print the text and every edit as JSON'),
    examples: [
      ['parawire repair damaged.txt > mended.txt', 'repair one text'],
      ["parawire repair damaged.txt --json | jq '.repairs[]'", 'list every edit with its evidence'],
    ],
    run: async ({ operands, flags, io }) => (await import('./repair.js')).repair(operands[0], flags(), io),
  },
  {
    name: 'explain',
    description: 'Explain how a text was read: charset, language, layout, each line',
    operands: [['[file[:line]]', `the text to explain, or one of its lines; ${TEXT}`]],
    options: command => taught(reading(command)),
    examples: [
      ['parawire explain damaged.txt', 'the whole text'],
      ['parawire explain damaged.txt:1', 'one line'],
    ],
    run: async ({ operands, flags, io }) => (await import('./explain.js')).explain(operands[0], flags(), io),
  },
  {
    name: 'undo',
    description: 'Print the original text of a document, with all repairs undone',
    operands: [['[file]', `output of build or parse; ${TEXT}`]],
    options: command =>
      command
        .option('-d, --document <id>', 'the document, by id, path or file name')
        .option('--record <id>', 'the record, by the start of its id'),
    examples: [
      ['parawire undo corpus.ndjson --document acme.txt', 'the text of one document before repair'],
      ['parawire parse damaged.txt | parawire undo', 'read and undo: the decoded text'],
    ],
    run: async ({ operands, flags, io }) => (await import('./undo.js')).undo(operands[0], flags(), io),
  },
]
