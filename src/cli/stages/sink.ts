/** Where a command writes the things that it makes: a line of JSON each, or one indented array. */
import { fileOutput, type Io, standardOutput } from '../io.js'

export interface Sink {
  write(item: unknown): Promise<void>
  /** Makes it final; with the exit code that the run is going to end with. */
  finish(exitCode: number): Promise<void>
  abandon(): Promise<void>
}

/** The file that the options name, or standard output. */
export async function sinkOf(
  { output: path, pretty: isPretty }: { readonly output?: string; readonly pretty?: boolean },
  io: Io,
): Promise<Sink> {
  const output = path !== undefined && path !== '-' ? await fileOutput(path, io) : standardOutput(io)
  let written = 0
  return {
    write: item => {
      const lead = written++ === 0 ? '[\n' : ',\n'
      return output.write(isPretty ? lead + indented(item) : `${JSON.stringify(item)}\n`)
    },
    finish: async () => {
      if (isPretty) await output.write(written === 0 ? '[]\n' : '\n]\n')
      await output.finish()
    },
    abandon: output.abandon,
  }
}

/** An element of an array as JSON.stringify would indent it; no JSON string holds a line end. */
const indented = (item: unknown) => JSON.stringify(item, null, 2).replace(/^/gm, '  ')
