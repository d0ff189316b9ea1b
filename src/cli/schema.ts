/** `parawire schema`: the JSON Schema (2020-12) of a record, indented. */
import type { Command } from './command.js'
import { standardOutput } from './io.js'

export const schemaCommand: Command = {
  name: 'schema',
  description: 'Print the JSON Schema of a record',
  operands: [],
  options: [],
  examples: [
    ['parawire schema > record.schema.json', 'for another validator'],
    ["parawire schema | jq '.properties | keys'", 'list the fields of a record'],
  ],
  async run({ io }) {
    const { releaseRecordJsonSchema } = await import('../record/schema.js')
    await standardOutput(io).write(`${JSON.stringify(releaseRecordJsonSchema, null, 2)}\n`)
    return 0
  },
}
