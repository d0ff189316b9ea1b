/** A run that the user or the system may stop: with SIGINT or SIGTERM, whose exit code it then ends with. */
import type { Io } from './io.js'

/** What a run throws that was asked to stop. */
const interrupted = new Error('interrupted')

/** Runs to the end, or until it is asked to stop; `resumption` says how to go on then. Answers with the exit code. */
export async function interruptible(
  io: Io,
  resumption: string,
  run: (signal: AbortSignal) => Promise<number>,
): Promise<number> {
  const interruption = new AbortController()
  let code = 0
  const undo = io.onInterrupt?.(asked => {
    code = asked
    interruption.abort(interrupted)
  })
  try {
    return await run(interruption.signal)
  } catch (error) {
    if (error !== interrupted) throw error
    io.stderr.write(`parawire: stopped; ${resumption}\n`)
    return code
  } finally {
    undo?.()
  }
}
