/** `parawire schema`: the JSON Schema (2020-12) of a record. */
import { type Io, standardOutput } from './io.js'

/** Prints the schema, indented. */
export async function schema(io: Io): Promise<number> {
  const { releaseRecordJsonSchema } = await import('../record/schema.js')
  await standardOutput(io).write(`${JSON.stringify(releaseRecordJsonSchema, null, 2)}\n`)
  return 0
}
