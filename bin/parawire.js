#!/usr/bin/env node
import { createReadStream, fstatSync } from 'node:fs'
import module from 'node:module'
import { constants } from 'node:os'
import process from 'node:process'
import { setFlagsFromString } from 'node:v8'

// V8 lets a heap grow to four times what is in use before it clears up; with three threads that is most of the memory of a
// run. Peak of tests/bench/corpus.bench.mjs --sizes 10000: 1,010 MB without it, 645 with it; at 30 % it took a tenth more time.
setFlagsFromString('--heap-growing-percent=40')
// Node 20 compiles a function anew, for speed, once some 130 KB of its code have run; most of what is compiled so in a short run
// is thrown away or never pays. Processor time of `build` on 5, 48 and 354 files by this number:
// 800k .50, 1.35, 4.6 s; 1,200k -, 1.28, 4.4; 1,600k .50, 1.24, 4.4; 2,400k -, 1.23, 4.6. Later versions have a compiler between the two.
// (--no-regexp-tier-up would save a twentieth more; set in a process that runs, it made one process in a hundred crash on Node 24.)
if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=1600000')

// From Node 22 on, what was compiled in one run is read in the next.
module.enableCompileCache?.()
const { main } = await import('../dist/bundle/cli.js')

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
