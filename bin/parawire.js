#!/usr/bin/env node
import process from 'node:process'
import { main } from '../dist/cli/cli.js'

const { argv, stdin, stdout, stderr, env } = process
process.exitCode = await main(argv.slice(2), { stdin, stdout, stderr, cwd: process.cwd(), env })
