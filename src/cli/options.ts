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
    .option('-q, --quiet', 'print nothing on standard error but errors')
    .option('--strict', 'exit with 1 on any warning, skipped input or altered value')
    .option('--color', 'use colours even if standard error is not a terminal')
    .option('--no-color', 'use no colours (also with NO_COLOR set)')
}

export function inputs<C extends Optioned>(command: C): C {
  return reading(command)
    .option(
      '--files-from <file>',
      'read file names from a file, or from standard input with -; one per line, or NUL-separated',
    )
    .option('--root <folder>', 'write paths relative to this folder (default: the deepest common folder)')
    .option('--include <pattern>', 'read files that match in a folder, instead of *.txt and *.text; repeatable', gather)
    .option('--exclude <pattern>', 'skip files and folders that match; repeatable', gather)
    .option('--max-bytes <size>', 'skip larger files with a warning: 500k, 64MB (default: 32MB, at most 128MB)')
    .option('--rejects <file>', 'write the inputs that could not be used, one JSON line each')
}

export function limited<C extends Optioned>(command: C): C {
  return command
    .option('--limit <number>', 'read only the first <number> files, sorted by path')
    .option('--dry-run', 'print the files that would be read, and stop')
}

export function reading<C extends Optioned>(command: C): C {
  return command
    .option('--charset <name>', 'charset of the input (windows-1252, ...); detected by default')
    .option('--language <tag>', 'language of the input (da, de, ...); detected by default')
}

export function taught<C extends Optioned>(command: C): C {
  return command.option('--model <file>', 'use a model written by parawire learn')
}

export function decided<C extends Optioned>(command: C): C {
  return command.option(
    '--decisions <file>',
    'apply decisions saved from a report; repeatable, later decisions win',
    gather,
  )
}

export function embedded<C extends Optioned>(command: C): C {
  return command
    .option('--embeddings <where>', 'align with sentence embeddings, from a URL or a module that exports embed(texts)')
    .option('--embeddings-model <name>', 'model name sent to the URL; the key is read from PARAWIRE_EMBEDDINGS_KEY')
}

export function since<C extends Optioned>(command: C): C {
  return command.option(
    '--since <day>',
    'write only releases issued on or after this day (2026-03-02); skip releases without a date',
  )
}

export function kept<C extends Optioned>(command: C): C {
  return command.option('--work <folder>', 'cache results in this folder; a later run reads only new and changed files')
}

export function grouped<C extends Optioned>(command: C): C {
  return command.option('--group <how>', 'group files into releases by content (default), name, dir, or manifest=FILE')
}

export function threaded<C extends Optioned>(command: C): C {
  return command.option('-j, --jobs <number>', 'number of threads (default: one per core); the output is the same')
}

export function sharded<C extends Optioned>(command: C): C {
  return command
    .option('--shard <part>', 'process one part of many, such as 3/16')
    .option('--shards <folder>', 'folder of the parts; finished parts are skipped')
}

export function exported<C extends Optioned>(command: C): C {
  return command
    .option(
      '--format <name>',
      'tmx, tsv, csv, parquet, moses, xliff, tei, xces, ninjs, schemaorg, text or stats (see docs/exports.md)',
    )
    .option('-o, --output <file>', 'write to a file (xces, text: a new folder; moses: a file name prefix or a folder)')
    .option(
      '--languages <tags>',
      'write only these languages, in this order: da,de; und matches any unknown language, de-2 a second text in one (default: all)',
    )
    .option('--level <level>', 'unit for aligned blocks (default), or segment for the sentences in them')
    .option('--min-confidence <x>', 'skip units with a lower alignment confidence, 0 to 1')
    .option('--all-versions', 'write all versions of a text, not only the last')
    .option('--excel', 'csv and tsv: write a byte order mark, so that Excel reads UTF-8')
}

/** Of what is printed for people, in a terminal or for a page. */
export function wide<C extends Optioned>(command: C): C {
  return command.option('--width <columns>', "width of the output (default: the terminal's width, or 100)")
}

export function shown<C extends Optioned>(command: C): C {
  return wide(command)
    .option(
      '--languages <tags>',
      'show only these languages, in this order: da,he; de-2 is a second text in one language (default: all)',
    )
    .option('--level <level>', 'unit for aligned blocks (default), or segment for the sentences in them')
}

export function patient<C extends Optioned>(command: C): C {
  return command.option('--keep-going', 'skip invalid records with a warning, and exit with 1')
}

export function written<C extends Optioned>(command: C): C {
  return command
    .option('-o, --output <file>', 'write to a file; it appears only when it is complete')
    .option('--pretty', 'write one indented JSON array instead of JSON lines')
}
