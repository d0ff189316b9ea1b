/** The commands for people at a terminal: what is in a corpus, how much of it, and help for their shell. */
import type { Command } from './command.js'
import { patient, shown, wide } from './options.js'

const RECORDS = ['[file]', 'records, as JSON lines or one array; standard input by default'] as const

export const terminalCommands: readonly Command[] = [
  {
    name: 'show',
    description: 'List releases, or show one with its translations side by side',
    operands: [
      RECORDS,
      ['[release]', 'the release, by the start of its id or one of its files; all are listed by default'],
    ],
    options: command => patient(shown(command)),
    examples: [
      ['parawire show corpus.ndjson', 'list all releases; the first column is the start of the id'],
      ['parawire show corpus.ndjson acme.txt', 'show the release that contains a file'],
      [
        'parawire show corpus.ndjson acme.txt --level segment --color | head -40',
        'the same by sentence, with repairs marked',
      ],
      ['parawire releases/ | parawire show - acme.txt --languages da --width 60', 'show only its Danish text'],
    ],
    run: async ({ operands, flags, io }) =>
      (await import('./show/show.js')).show(operands[0], operands[1], flags(), io),
  },
  {
    name: 'stats',
    description: 'Summarize a corpus: languages, charsets, damage, coverage, warnings',
    operands: [RECORDS],
    options: command =>
      patient(wide(command))
        .option('--json', 'print JSON')
        .option('--no-check', 'skip the search for discrepancies, which takes most of the time'),
    examples: [
      ['parawire stats corpus.ndjson', 'a table with one column per language'],
      ["parawire stats corpus.ndjson --json | jq '.documents.all'", 'document counts by language; * is the sum'],
    ],
    run: async ({ operands, flags, io }) => (await import('./stats/stats.js')).stats(operands[0], flags(), io),
  },
  {
    name: 'completion',
    description: 'Print a completion script for a shell',
    operands: [['<shell>', 'bash, zsh or fish']],
    examples: [
      ['source <(parawire completion bash)', 'for this shell; add it to ~/.bashrc for all'],
      ['parawire completion fish > parawire.fish', 'for fish; save it in ~/.config/fish/completions'],
    ],
    run: async ({ operands, io }) => (await import('./completion/completion.js')).completion(operands[0]!, io),
  },
]
