#!/usr/bin/env node
import { createReadStream, fstatSync } from 'node:fs'
import { constants } from 'node:os'
import process from 'node:process'
import { setFlagsFromString } from 'node:v8'
import { main } from '../dist/cli/cli.js'

// V8 lets a heap grow to four times what is in use before it clears up; with three threads that is most of the memory of a
// run. Peak of tests/bench/corpus.bench.mjs --sizes 10000: 1,010 MB without it, 645 with it; at 30 % it took a tenth more time.
setFlagsFromString('--heap-growing-percent=40')

const { argv, stdin, stdout, stderr, env } = process

/** Calls once with the exit code that a signal asks for; a second signal ends the process. Answers with what undoes it. */
function onInterrupt(handler) {
  const listeners = ['SIGINT', 'SIGTERM'].map(signal => [signal, () => handler(128 + constants.signals[signal])])
  for (const [signal, listener] of listeners) process.once(signal, listener)
  return () => {
    for (const [signal, listener] of listeners) process.removeListener(signal, listener)
  }
}

/** Node takes a folder on standard input for one that ends at once; read as a file it is told. */
function input() {
  try {
    return fstatSync(0).isDirectory() ? createReadStream('', { fd: 0 }) : stdin
  } catch {
    return stdin
  }
}

process.exitCode = await main(argv.slice(2), { stdin: input(), stdout, stderr, cwd: process.cwd(), env, onInterrupt })
