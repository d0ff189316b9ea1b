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

const PATHS = ['[paths...]', 'files, folders and patterns; - for a text on standard input'] as const
const TEXT = '- or nothing for standard input'

export const corpusCommands: readonly Command[] = [
  {
    name: 'build',
    description: 'print a record for every release (what parawire does where no command is named)',
    operands: [PATHS],
    options: command => since(threaded(grouped(kept(limited(decided(embedded(taught(written(inputs(command)))))))))),
    examples: [
      ['parawire releases/ -o corpus.ndjson', 'a record a line for every release in a folder'],
      ["parawire build 'releases/*.txt' --pretty", 'a pattern; one indented array'],
    ],
    run: async ({ operands, flags, io }) => (await import('./build.js')).build(operands, flags(), io),
  },
  {
    name: 'parse',
    description: 'print a document for every file, before documents are brought together',
    operands: [PATHS],
    options: command => sharded(threaded(limited(decided(taught(written(inputs(command))))))),
    examples: [
      ['parawire parse releases/ -o documents.ndjson', 'the first of three stages'],
      ['parawire parse releases/ --shard 1/4 --shards parts', 'a quarter of the files, for one machine of four'],
    ],
    run: async ({ operands, flags, io }) => (await import('./stages/parse.js')).parse(operands, flags(), io),
  },
  {
    name: 'group',
    description: 'print which documents are one release',
    operands: [['[files...]', `what parse has printed; ${TEXT}`]],
    options: command =>
      grouped(decided(threaded(written(command))))
        .option('--explain', 'print for a person why files are one release, or not')
        .option('--shards <folder>', 'group the documents of all parts in a folder, into as many parts'),
    examples: [
      ['parawire parse releases/ | parawire group > groups.ndjson', 'the second stage'],
      ['parawire parse releases/ | parawire group --explain', 'why files are one release, or not'],
    ],
    run: async ({ operands, flags, io }) => (await import('./stages/group.js')).group(operands, flags(), io),
  },
  {
    name: 'align',
    description: 'print a record for every release',
    operands: [['[files...]', `what group has printed; ${TEXT}`]],
    options: command => sharded(threaded(decided(embedded(taught(written(command)))))),
    examples: [
      ['parawire parse releases/ | parawire group | parawire align > corpus.ndjson', 'what parawire releases/ prints'],
      ['parawire align groups.ndjson -o corpus.ndjson', 'the third stage alone'],
    ],
    run: async ({ operands, flags, io }) => (await import('./stages/align.js')).align(operands, flags(), io),
  },
  {
    name: 'detect',
    description: 'print the language of every file',
    operands: [['[paths...]', `files, folders and patterns; ${TEXT}`]],
    options: inputs,
    examples: [
      ['parawire detect releases/', 'a line of JSON a file'],
      ['parawire detect < damaged.txt', 'the language of a text'],
    ],
    run: async ({ operands, flags, io }) => (await import('./detect.js')).detect(operands, flags(), io),
  },
  {
    name: 'learn',
    description: 'write down what clean texts teach, a model for --model of build, parse and repair',
    operands: [['[paths...]', 'files, folders and patterns']],
    options: command =>
      inputs(command).option('-o, --output <file>', 'write to a file, which appears when it is complete'),
    examples: [
      ['parawire learn releases/ -o words.model', 'what the clean texts of a corpus teach'],
      ['parawire releases/ --model words.model -o corpus.ndjson', 'and its use'],
    ],
    run: async ({ operands, flags, io }) => (await import('./learn.js')).learn(operands, flags(), io),
  },
  {
    name: 'repair',
    description: 'print a text with its damage repaired',
    operands: [['[file]', `the text; ${TEXT}`]],
    options: command => taught(reading(command)).option('--json', 'print the text and the edits as JSON'),
    examples: [
      ['parawire repair damaged.txt > mended.txt', 'one text, without the rest'],
      ["parawire repair damaged.txt --json | jq '.repairs[]'", 'what was done to it, and why'],
    ],
    run: async ({ operands, flags, io }) => (await import('./repair.js')).repair(operands[0], flags(), io),
  },
  {
    name: 'explain',
    description: 'print for a person why the lines of a text became the blocks that they are',
    operands: [['[file[:line]]', `the text, or one line of it; ${TEXT}`]],
    options: command => taught(reading(command)),
    examples: [
      ['parawire explain damaged.txt', 'charset, language, layout, blocks, damage'],
      ['parawire explain damaged.txt:1', 'one line'],
    ],
    run: async ({ operands, flags, io }) => (await import('./explain.js')).explain(operands[0], flags(), io),
  },
  {
    name: 'undo',
    description: 'print the text of a document as it was before any repair',
    operands: [['[file]', `what build or parse prints; ${TEXT}`]],
    options: command =>
      command
        .option('-d, --document <id>', 'which document, by id, path or name of the file')
        .option('--record <id>', 'which record, by the beginning of its id'),
    examples: [
      ['parawire undo corpus.ndjson --document acme.txt', 'back to the text as it was found'],
      ['parawire parse damaged.txt | parawire undo', 'a text there and back'],
    ],
    run: async ({ operands, flags, io }) => (await import('./undo.js')).undo(operands[0], flags(), io),
  },
]
