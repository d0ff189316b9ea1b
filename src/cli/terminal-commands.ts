/** The commands for people at a terminal: what is in a corpus, how much of it, and help for their shell. */
import type { Command } from './command.js'
import { patient, shown, wide } from './options.js'

const RECORDS = ['[file]', 'records, one a line or one array; - or nothing for standard input'] as const

export const terminalCommands: readonly Command[] = [
  {
    name: 'show',
    description: 'list releases, or show one of them with its translations side by side',
    operands: [
      RECORDS,
      ['[release]', 'a release, by the beginning of its id or a file of it; without it all are listed'],
    ],
    options: command => patient(shown(command)),
    examples: [
      ['parawire show corpus.ndjson', 'all releases, a line each; the first column is the beginning of the id'],
      ['parawire show corpus.ndjson acme.txt', 'the release that a file is in, row by row'],
      ['parawire show corpus.ndjson acme.txt --level segment --color | head -40', 'by sentences, with repairs marked'],
      ['parawire releases/ | parawire show - acme.txt --languages da --width 60', 'one of its languages'],
    ],
    run: async ({ operands, flags, io }) =>
      (await import('./show/show.js')).show(operands[0], operands[1], flags(), io),
  },
  {
    name: 'stats',
    description: 'print figures of a corpus: languages, charsets, damage, coverage, warnings',
    operands: [RECORDS],
    options: command =>
      patient(wide(command))
        .option('--json', 'print the same as JSON')
        .option('--no-check', 'leave discrepancies out: to look for them takes most of the time'),
    examples: [
      ['parawire stats corpus.ndjson', 'a column for each language'],
      ["parawire stats corpus.ndjson --json | jq '.documents.all'", 'the documents of each language; * is the sum'],
    ],
    run: async ({ operands, flags, io }) => (await import('./stats/stats.js')).stats(operands[0], flags(), io),
  },
  {
    name: 'completion',
    description: 'print a script by which a shell completes commands, options and values',
    operands: [['<shell>', 'bash, zsh or fish']],
    examples: [
      ['source <(parawire completion bash)', 'for this shell; in ~/.bashrc for every one'],
      ['parawire completion fish > parawire.fish', 'fish looks for it in ~/.config/fish/completions'],
    ],
    run: async ({ operands, io }) => (await import('./completion/completion.js')).completion(operands[0]!, io),
  },
]
