/**
 * The command line: what can be asked, and the exit code. Each command lives in its own file and is loaded only when
 * it runs, so that `--help` and mistakes answer at once. The only door to commander.
 *
 * Exit codes: 0 done; 1 done, but some input could not be used (with --strict: or something warned); 2 could not run.
 */
import { readFileSync } from 'node:fs'
import { Command, CommanderError } from 'commander'
import { UserError } from '../errors.js'
import { CHECK_EXAMPLES, EXAMPLES, REPORT_EXAMPLES } from './examples.js'
import { closedPipe, type Io, printable } from './io.js'
import {
  embedded,
  gather,
  grouped,
  inputs,
  kept,
  limited,
  reading,
  sharded,
  taught,
  threaded,
  written,
} from './options.js'

/** Runs a command line (without `node` and the script) and answers with the exit code; never throws, never exits. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  for (const stream of [io.stdout, io.stderr])
    if (!stream.listeners('error').includes(ignore)) stream.on('error', ignore)
  let code = 0
  const program = programFor(io, result => {
    code = result
  })
  try {
    await program.parseAsync(commandFirst(argv, program), { from: 'user' })
    return code
  } catch (error) {
    return exitCodeOf(error, io)
  }
}

/** `--language da parse x` is `parse --language da x`: options may stand before the command that they belong to. */
function commandFirst(argv: readonly string[], program: Command): string[] {
  const options = [program, ...program.commands].flatMap(command => command.options)
  const takesValue = (word: string) =>
    options.some(o => (o.short === word || o.long === word) && (o.required || o.optional))
  let at = 0
  while (at < argv.length && argv[at]!.startsWith('-') && argv[at] !== '-' && argv[at] !== '--')
    at += takesValue(argv[at]!) ? 2 : 1
  const isCommand = program.commands.some(command => command.name() === argv[at])
  return isCommand ? [argv[at]!, ...argv.slice(0, at), ...argv.slice(at + 1)] : [...argv]
}

/** The write that fails tells of a reader that has gone; without a listener the event would end the process as well. */
const ignore = () => {}

function exitCodeOf(error: unknown, io: Io): number {
  if (error === closedPipe) return 0
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  const isBug = !(error instanceof UserError)
  io.stderr.write(
    isBug
      ? `parawire: this is a bug, please report it\n${stackOf(error)}\n`
      : `parawire: ${printable(error.message)}\n`,
  )
  return 2
}

const stackOf = (error: unknown) => (error instanceof Error ? error.stack : String(error))

/** A command and its arguments; that it has options goes without saying. */
const termOf = (command: Command) => [command.name(), command.usage().replace('[options]', '').trim()].join(' ').trim()

type Done = (code: number) => void

function programFor(io: Io, done: Done): Command {
  const program = new Command('parawire')
    .description('Turns press releases in several languages into a parallel corpus: one JSON record per release.')
    .version(version(), '-V, --version', 'print the version')
    .option('-q, --quiet', 'nothing for people on standard error')
    .option('--strict', 'exit with 1 if anything warns')
    .option('--color', 'colours even where standard error is no terminal')
    .option('--no-color', 'no colours; so does the variable NO_COLOR')
    .helpOption('-h, --help', 'print this help; after a command, the options of that command')
    .helpCommand('help [command]', 'print the options of a command')
    .addHelpText('after', EXAMPLES)
    .usage('[build] [options] <paths...>\n       parawire <command> [options] ...')
    .configureHelp({ showGlobalOptions: true, subcommandTerm: termOf })
    .showHelpAfterError('(parawire --help shows how)')
    .exitOverride()
    .configureOutput({
      writeOut: text => void io.stdout.write(text),
      writeErr: text => void io.stderr.write(text),
      outputError: (text, write) => write(text.replace(/^error: /, 'parawire: ')),
      getOutHelpWidth: () => HELP_WIDTH,
      getErrHelpWidth: () => HELP_WIDTH,
    })
  addCorpusCommands(program, io, done)
  addTextCommands(program, io, done)
  addRecordCommands(program, io, done)
  addEval(program, io, done)
  return program
}

/** The same on every terminal and in every pipe. */
const HELP_WIDTH = 100

function addCorpusCommands(program: Command, io: Io, done: Done): void {
  threaded(grouped(kept(limited(embedded(taught(written(inputs(program.command('build', { isDefault: true })))))))))
    .option('--since <day>', 'only releases issued on this day (2026-03-02) or later, none without a date')
    .description('print a record for every release (what parawire does where no command is named)')
    .argument('[paths...]', 'files, folders and patterns; - for a text on standard input')
    .action(async (paths: string[], _, command: Command) => {
      const { build } = await import('./build.js')
      done(await build(paths, command.optsWithGlobals(), io))
    })
  addStages(program, io, done)
  inputs(program.command('detect'))
    .description('print the language of every file')
    .argument('[paths...]', 'files, folders and patterns; - or nothing for a text on standard input')
    .action(async (paths: string[], _, command: Command) => {
      const { detect } = await import('./detect.js')
      done(await detect(paths, command.optsWithGlobals(), io))
    })
  inputs(program.command('learn'))
    .description('write down what clean texts teach, a model for --model of build, parse and repair')
    .argument('[paths...]', 'files, folders and patterns')
    .option('-o, --output <file>', 'write to a file, which appears when it is complete')
    .action(async (paths: string[], _, command: Command) => {
      const { learn } = await import('./learn.js')
      done(await learn(paths, command.optsWithGlobals(), io))
    })
}

/** `build` in three steps. */
function addStages(program: Command, io: Io, done: Done): void {
  sharded(threaded(limited(taught(written(inputs(program.command('parse')))))))
    .description('print a document for every file, before documents are brought together')
    .argument('[paths...]', 'files, folders and patterns; - for a text on standard input')
    .action(async (paths: string[], _, command: Command) => {
      const { parse } = await import('./parse.js')
      done(await parse(paths, command.optsWithGlobals(), io))
    })
  grouped(threaded(written(program.command('group'))))
    .description('print which documents are one release')
    .argument('[files...]', 'what parse has printed; - or nothing for standard input')
    .option('--explain', 'print for a person why files are one release, or not')
    .option('--shards <folder>', 'group the documents of all parts in a folder, into as many parts')
    .action(async (paths: string[], _, command: Command) => {
      const { group } = await import('./group.js')
      done(await group(paths, command.optsWithGlobals(), io))
    })
  sharded(threaded(embedded(taught(written(program.command('align'))))))
    .description('print a record for every release')
    .argument('[files...]', 'what group has printed; - or nothing for standard input')
    .action(async (paths: string[], _, command: Command) => {
      const { align } = await import('./align.js')
      done(await align(paths, command.optsWithGlobals(), io))
    })
}

function addTextCommands(program: Command, io: Io, done: Done): void {
  taught(reading(program.command('repair')))
    .description('print a text with its damage repaired')
    .argument('[file]', 'the text; - or nothing for standard input')
    .option('--json', 'print the text and the edits as JSON')
    .action(async (file: string | undefined, _, command: Command) => {
      const { repair } = await import('./repair.js')
      done(await repair(file, command.optsWithGlobals(), io))
    })
  taught(reading(program.command('explain')))
    .description('print for a person why the lines of a text became the blocks that they are')
    .argument('[file[:line]]', 'the text, or one line of it; - or nothing for standard input')
    .action(async (file: string | undefined, _, command: Command) => {
      const { explain } = await import('./explain.js')
      done(await explain(file, command.optsWithGlobals(), io))
    })
  program
    .command('undo')
    .description('print the text of a document as it was before any repair')
    .argument('[file]', 'what build or parse prints; - or nothing for standard input')
    .option('-d, --document <id>', 'which document, by id or path')
    .option('--record <id>', 'which record, by the beginning of its id')
    .action(async (file: string | undefined, _, command: Command) => {
      const { undo } = await import('./undo.js')
      done(await undo(file, command.optsWithGlobals(), io))
    })
}

function addRecordCommands(program: Command, io: Io, done: Done): void {
  program
    .command('check')
    .description('print for a person what the translations of each release disagree on')
    .argument('[file]', 'records, one a line or one array; - or nothing for standard input')
    .option('--json', 'a line of JSON for each finding')
    .option('--only <code>', 'findings of this code; repeatable', gather)
    .option('--min-confidence <x>', 'leave out units of which the alignment is less sure, 0 to 1')
    .option('--fail-on <code>', 'exit with 1 where there is a finding of this code, or any; repeatable', gather)
    .addHelpText('after', CHECK_EXAMPLES)
    .action(async (file: string | undefined, _, command: Command) => {
      const { check } = await import('./check.js')
      done(await check(file, command.optsWithGlobals(), io))
    })
  program
    .command('report')
    .description('write pages that show a corpus to people: translations side by side, repairs, discrepancies')
    .argument('[file]', 'records, one a line or one array; - or nothing for standard input')
    .option('-o, --output <folder>', 'a folder that is new, empty, or holds an earlier report')
    .option('--keep-going', 'leave out records that cannot be used, and exit with 1')
    .addHelpText('after', REPORT_EXAMPLES)
    .action(async (file: string | undefined, _, command: Command) => {
      const { reportPages } = await import('./report-pages.js')
      done(await reportPages(file, command.optsWithGlobals(), io))
    })
  program
    .command('schema')
    .description('print the JSON Schema of a record')
    .action(async () => {
      const { schema } = await import('./schema.js')
      done(await schema(io))
    })
  program
    .command('validate')
    .description('check records against the schema and its laws; problems go to standard error')
    .argument('[file]', 'records, one a line or one array; - or nothing for standard input')
    .action(async (file: string | undefined, _, command: Command) => {
      const { validate } = await import('./validate.js')
      done(await validate(file, command.optsWithGlobals(), io))
    })
}

function addEval(program: Command, io: Io, done: Done): void {
  embedded(taught(reading(program.command('eval'))))
    .description('print precision, recall and F1 of alignments against a gold')
    .argument('<gold>', 'JSON that names files and says which of their paragraphs belong together')
    .argument('[records]', 'what build has printed of those files; without it they are built now')
    .option('--align-only', "align the gold's paragraphs as they are: no segmenting, no grouping")
    .option('--by <what>', 'a line for each pair, or for each language')
    .option('--json', 'print all measures as JSON')
    .action(async (gold: string, records: string | undefined, _, command: Command) => {
      const { evaluate } = await import('./eval.js')
      done(await evaluate(gold, records, command.optsWithGlobals(), io))
    })
}

function version(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}
