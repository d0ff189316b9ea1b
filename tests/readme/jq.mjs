/** jq for the recipes, the same on every machine: `jq [flags] FILTER [FILE...]`, flags without values of their own. */
import { readFileSync } from 'node:fs'
import jqWeb from 'jq-web'

const words = process.argv.slice(2)
const flags = words.filter(word => /^-[a-zA-Z-]/.test(word))
const [filter, ...files] = words.filter(word => !flags.includes(word))
const input = (files.length > 0 ? files : [0]).map(file => readFileSync(file, 'utf8')).join('')
const jq = await jqWeb
// The package takes nothing for a mistake, and gives nothing for nothing.
const output = input.trim() === '' ? '' : (jq.raw(input, filter, flags) ?? '')
process.stdout.write(output === '' || output.endsWith('\n') ? output : `${output}\n`)
