/** Options that several commands have, in groups: each function adds its own to a command. */

/** A command of commander, as far as it is asked here. */
export interface Optioned {
  option(flags: string, description: string): this
  option(flags: string, description: string, take: (value: string, before: string[] | undefined) => string[]): this
}

/** Of an option that may stand several times. */
export const gather = (value: string, before: string[] | undefined) => [...(before ?? []), value]

/** Of every command. */
export function general<C extends Optioned>(command: C): C {
  return command
    .option('-q, --quiet', 'nothing for people on standard error')
    .option('--strict', 'exit with 1 if anything warns, or was left out or altered')
    .option('--color', 'colours even where standard error is no terminal')
    .option('--no-color', 'no colours; so does the variable NO_COLOR')
}

export function inputs<C extends Optioned>(command: C): C {
  return reading(command)
    .option(
      '--files-from <file>',
      'read names from a file, or from standard input for -; a line each, or NUL-separated',
    )
    .option('--root <folder>', 'paths in the output are relative to it (default: the deepest common folder)')
    .option('--include <pattern>', 'what counts in a folder, instead of *.txt and *.text; repeatable', gather)
    .option('--exclude <pattern>', 'what to leave out, files and folders; repeatable', gather)
    .option(
      '--max-bytes <size>',
      'leave larger files unread and tell of them: 500k, 64MB (default: 32MB, at most 128MB)',
    )
    .option('--rejects <file>', 'write what could not be used, a line of JSON each')
}

export function limited<C extends Optioned>(command: C): C {
  return command
    .option('--limit <number>', 'only the first so many files, by path')
    .option('--dry-run', 'print which files would be read; nothing but names and sizes is read, nothing written')
}

export function reading<C extends Optioned>(command: C): C {
  return command
    .option('--charset <name>', 'take the charset for granted (windows-1252, ...)')
    .option('--language <tag>', 'take the language for granted (da, de, ...)')
}

export function taught<C extends Optioned>(command: C): C {
  return command.option('--model <file>', 'use what parawire learn has written')
}

export function decided<C extends Optioned>(command: C): C {
  return command.option(
    '--decisions <file>',
    'replay what was saved from the pages of a report; repeatable, and later decisions count more',
    gather,
  )
}

export function embedded<C extends Optioned>(command: C): C {
  return command
    .option('--embeddings <where>', 'align with the vectors of an endpoint (URL) or a module that exports embed(texts)')
    .option('--embeddings-model <name>', 'the model to ask an endpoint for; its key: PARAWIRE_EMBEDDINGS_KEY')
}

export function since<C extends Optioned>(command: C): C {
  return command.option('--since <day>', 'only releases issued on this day (2026-03-02) or later, none without a date')
}

export function kept<C extends Optioned>(command: C): C {
  return command.option('--work <folder>', 'keep what is made in a folder, so that a later run need not make it again')
}

export function grouped<C extends Optioned>(command: C): C {
  return command.option('--group <how>', 'what makes files one release: content (default), name, dir, or manifest=FILE')
}

export function threaded<C extends Optioned>(command: C): C {
  return command.option(
    '-j, --jobs <number>',
    'how many threads (default: as many as there are cores); the output is the same',
  )
}

export function sharded<C extends Optioned>(command: C): C {
  return command
    .option('--shard <part>', 'make one part of many, such as 3/16')
    .option('--shards <folder>', 'where the parts are; a part that is finished is not made again')
}

export function exported<C extends Optioned>(command: C): C {
  return command
    .option(
      '--format <name>',
      'tmx, tsv, csv, parquet, moses, xliff, tei, xces, ninjs, schemaorg, text, stats; what each is: docs/exports.md',
    )
    .option(
      '-o, --output <file>',
      'write to a file (xces, text: a new folder; moses: what file names begin with, or a folder)',
    )
    .option(
      '--languages <tags>',
      'only these, in this order: da,de; und is any unknown language, de-2 a second text in one (default: all)',
    )
    .option('--level <level>', 'unit (default): aligned blocks, or segment: the sentences inside them')
    .option('--min-confidence <x>', 'leave out units of which the alignment is less sure, 0 to 1')
    .option('--all-versions', 'all versions of a text, instead of the last')
    .option('--excel', 'csv and tsv: with the mark by which Excel knows UTF-8')
}

/** Of what is printed for people, in a terminal or for a page. */
export function wide<C extends Optioned>(command: C): C {
  return command.option('--width <columns>', "how wide (default: the terminal's width; 100 where there is none)")
}

export function shown<C extends Optioned>(command: C): C {
  return wide(command)
    .option(
      '--languages <tags>',
      'only these, in this order: da,he; de-2 is a second text in one language (default: all)',
    )
    .option('--level <level>', 'unit (default): aligned blocks, or segment: the sentences inside them')
}

export function patient<C extends Optioned>(command: C): C {
  return command.option('--keep-going', 'leave out what is no sound record, tell of it, and exit with 1')
}

export function written<C extends Optioned>(command: C): C {
  return command
    .option('-o, --output <file>', 'write to a file, which appears when it is complete')
    .option('--pretty', 'one indented array instead of a line each')
}
