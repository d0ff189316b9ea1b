/**
 * The fields of a JSON Schema as rows of a Markdown table: path, type, and what the schema says of it. Offsets come in
 * twos and threes: `start` and `end` are called a span, with a `block` a place.
 */

/** As much of JSON Schema 2020-12 as zod writes for a record. */
export interface Schema {
  readonly type?: string | readonly string[]
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly description?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: Schema | boolean
  readonly items?: Schema
}

/** A field, `documents[].blocks[].id`; `[]` is an entry of a list, `{}` of an object that is keyed by id. */
export interface Field {
  readonly path: string
  readonly type: string
  readonly about: string
}

/** Every field of an object, each before what is in it. */
export function fieldsOf(schema: Schema, path = ''): Field[] {
  const { properties = {}, required = [] } = schema
  const place = placeIn(schema)
  return Object.entries(properties)
    .filter(([name]) => !place.includes(name))
    .flatMap(([name, property]) => {
      const own = path === '' ? name : `${path}.${name}`
      return fieldsAt(own, property, required.includes(name))
    })
}

function fieldsAt(path: string, schema: Schema, isRequired: boolean): Field[] {
  const { description, within, end } = opened(schema)
  const about = [description, valuesOf(within), isRequired ? '' : 'not always there'].filter(Boolean).join('; ')
  return [{ path, type: typeOf(schema), about }, ...fieldsOf(within, path + end)]
}

/** What is inside lists, keyed objects and `or null`, and the marks of the way there. */
function opened(schema: Schema): { description: string; within: Schema; end: string } {
  let [description, within, end] = [schema.description ?? '', schema, '']
  for (;;) {
    const keyed = typeof within.additionalProperties === 'object' ? within.additionalProperties : undefined
    const next = within.items ?? keyed ?? within.anyOf?.find(option => option.type !== 'null')
    if (next === undefined) return { description, within, end }
    if (within.items) end += '[]'
    else if (keyed) end += '{}'
    description ||= next.description ?? ''
    within = next
  }
}

const valuesOf = ({ enum: values }: Schema) => (values ? values.map(value => `\`${value}\``).join(', ') : '')

function typeOf(schema: Schema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.anyOf) return schema.anyOf.map(typeOf).join(' or ')
  if (schema.items) return `list of ${typeOf(schema.items)}`
  if (typeof schema.additionalProperties === 'object') return `${typeOf(schema.additionalProperties)} by id`
  const place = placeIn(schema)
  if (place.length === 0) return [schema.type ?? 'any'].flat().join(' or ')
  const name = place.length === 3 ? 'place' : 'span'
  return place.length === Object.keys(schema.properties ?? {}).length ? name : `object with ${name}`
}

function placeIn({ properties = {} }: Schema): readonly string[] {
  if (!properties.start || !properties.end) return []
  return properties.block ? ['start', 'end', 'block'] : ['start', 'end']
}

/** The table, line by line. */
export const tableOf = (fields: readonly Field[]): string[] => [
  '| field | type | what |',
  '|---|---|---|',
  ...fields.map(({ path, type, about }) => `| \`${path}\` | ${type} | ${about} |`),
]
