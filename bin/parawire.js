#!/usr/bin/env node
import { constants } from 'node:os'
import process from 'node:process'
import { main } from '../dist/cli/cli.js'

const { argv, stdin, stdout, stderr, env } = process

/** Calls once with the exit code that a signal asks for; a second signal ends the process. Answers with what undoes it. */
function onInterrupt(handler) {
  const listeners = ['SIGINT', 'SIGTERM'].map(signal => [signal, () => handler(128 + constants.signals[signal])])
  for (const [signal, listener] of listeners) process.once(signal, listener)
  return () => {
    for (const [signal, listener] of listeners) process.removeListener(signal, listener)
  }
}

process.exitCode = await main(argv.slice(2), { stdin, stdout, stderr, cwd: process.cwd(), env, onInterrupt })
