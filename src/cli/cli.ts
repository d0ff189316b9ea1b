/**
 * The command line: what can be asked, and the exit code. What a command needs is loaded only when it runs, so that
 * `--help` and mistakes answer at once. The only door to commander.
 *
 * Exit codes: 0 done; 1 done, but some input could not be used (with --strict: or something warned); 2 could not run.
 */
import { readFileSync } from 'node:fs'
import { CommanderError, Command as Program } from 'commander'
import { UserError } from '../errors.js'
import { type Command, GENERAL, type Option } from './command.js'
import { commands } from './commands.js'
import type { Flags } from './flags.js'
import { closedPipe, type Io, messageText, printable } from './io.js'

/** Runs a command line (without `node` and the script) and answers with the exit code; never throws, never exits. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  for (const stream of [io.stdout, io.stderr])
    if (!stream.listeners('error').includes(ignore)) stream.on('error', ignore)
  let code = 0
  const program = programFor(io, result => {
    code = result
  })
  try {
    const at = firstWord(argv, program)
    const isCommand = program.commands.some(command => command.name() === argv[at])
    if (!isCommand) await checkWords(argv.slice(at), program, io)
    // `--language da parse x` is `parse --language da x`: options may stand before the command that they belong to.
    const line = isCommand ? [argv[at]!, ...argv.slice(0, at), ...argv.slice(at + 1)] : [...argv]
    await program.parseAsync(line, { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) io.stderr.write(otherCommands(error, program))
    return await exitCodeOf(error, io)
  }
}

/** The place of the first word that is no option and no value of one: a command, or what is to be built. */
function firstWord(argv: readonly string[], program: Program): number {
  const options = [program, ...program.commands].flatMap(command => command.options)
  const takesValue = (word: string) =>
    options.some(o => (o.short === word || o.long === word) && (o.required || o.optional))
  let at = 0
  while (at < argv.length && argv[at]!.startsWith('-') && argv[at] !== '-' && argv[at] !== '--')
    at += takesValue(argv[at]!) ? 2 : 1
  return at
}

/** Throws a UserError for a word that is meant as a command; `help` is one of commander's own. */
async function checkWords([word, operand]: readonly string[], program: Program, { cwd }: Io): Promise<void> {
  const names = [...program.commands.map(command => command.name()), HELP]
  const asked = word === HELP ? operand : word
  if (asked === undefined || asked.startsWith('-') || names.includes(asked)) return
  const { checkCommand, checkFirstWord } = await import('./suggest.js')
  if (word === HELP) checkCommand(asked, names)
  else await checkFirstWord(asked, names, cwd)
}

const HELP = 'help'

/** The write that fails tells of a reader that has gone; without a listener the event would end the process as well. */
const ignore = () => {}

async function exitCodeOf(error: unknown, io: Io): Promise<number> {
  if (error === closedPipe) return 0
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  const isBug = !(error instanceof UserError)
  io.stderr.write(
    isBug
      ? `parawire: this is a bug, please report it\n${stackOf(error)}\n`
      : `parawire: ${messageText(error.message)}${await suggestion(error)}\n`,
  )
  return 2
}

/** Which commands have an option that the one in the line has not, a line behind what commander said of it. */
function otherCommands({ code, message }: CommanderError, program: Program): string {
  const option = code === 'commander.unknownOption' ? /'(-[^'=]+)/.exec(message)?.[1] : undefined
  const own = program.commands.filter(({ options }) => options.some(o => option && [o.short, o.long].includes(option)))
  return own.length === 0 ? '' : `(${option} is an option of ${own.map(command => command.name()).join(', ')})\n`
}

/** ` (did you mean tmx?)` behind a complaint of a word that is nearly one that is known. */
async function suggestion({ unknown }: UserError): Promise<string> {
  const meant = unknown && (await import('./suggest.js')).meantBy(unknown)
  return meant === null ? '' : ` (did you mean ${meant}?)`
}

const stackOf = (error: unknown) => (error instanceof Error ? error.stack : String(error))

/** A command and its arguments; that it has options goes without saying. */
const termOf = (command: Program) => [command.name(), command.usage().replace('[options]', '').trim()].join(' ').trim()

function programFor(io: Io, done: (code: number) => void): Program {
  const program = withOptions(new Program('parawire'), GENERAL)
    .description('Turn press releases in several languages into a parallel corpus: one JSON record per release.')
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'Print the help of a command')
    .addHelpText('after', `${exampleText(EXAMPLES)}\n${NOTES}`)
    .usage('[build] [options] <paths...>\n       parawire <command> [options] ...')
    .configureHelp({ showGlobalOptions: true, subcommandTerm: termOf })
    .showHelpAfterError('(see parawire --help)')
    .exitOverride()
    .configureOutput({
      writeOut: text => void io.stdout.write(text),
      writeErr: text => void io.stderr.write(text),
      outputError: (text, write) =>
        write(
          text
            .replace(/^error: /, 'parawire: ')
            .split('\n')
            .map(printable)
            .join('\n'),
        ),
      getOutHelpWidth: () => HELP_WIDTH,
      getErrHelpWidth: () => HELP_WIDTH,
    })
  for (const command of commands) add(program, command, io, done)
  return program
}

/** The same on every terminal and in every pipe. */
const HELP_WIDTH = 100

function withOptions(program: Program, options: readonly Option[]): Program {
  for (const [flags, description, isRepeatable] of options)
    if (isRepeatable) program.option(flags, description, gather)
    else program.option(flags, description)
  return program
}

const gather = (value: string, before: string[] | undefined) => [...(before ?? []), value]

/** Adds a command with its help; `done` takes the exit code. */
function add(program: Program, command: Command, io: Io, done: (code: number) => void): void {
  const { name, description, operands, options, examples, run } = command
  const own = program.command(name, { isDefault: name === 'build' }).description(description)
  for (const [term, meaning] of operands) own.argument(term, meaning)
  withOptions(own, options)
  own.showHelpAfterError(`(see parawire ${name} --help)`)
  own.addHelpText('after', exampleText(examples)).action(async () => {
    done(await run({ operands: own.args, flags: own.optsWithGlobals<Flags>(), io }))
  })
}

function version(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}

/** Under the help of the program: what most people want first. */
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

/** What every command has in common. */
const NOTES = `
Exit codes: 0 success; 1 some input could not be used (with --strict: or any warning); 2 could not run.
Common build options: -o FILE, --pretty, --files-from FILE, --include and --exclude PATTERN, --rejects FILE,
--work FOLDER, --since DAY, --charset NAME, --language TAG. For all of them: parawire build --help.
Use - for a text on standard input. Use ./build for a file or folder named like a command.`

/** Examples as they stand under a help. */
const exampleText = (examples: Command['examples']): string =>
  ['', 'Examples:', ...examples.flatMap(([line, purpose]) => [`  # ${purpose}`, `  ${line}`])].join('\n')
