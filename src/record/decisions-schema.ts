/**
 * The schema of a file of decisions, as the pages of a report save it. It restates `model/decisions.ts` and adds what a type
 * cannot say. Like that of records it loads zod, so that only what reads such a file should import it.
 */
import { UserError } from '../errors.js'
import type { Decisions } from '../model.js'
import { jsonPath, type Same, sha256, span, z } from './schema-anatomy.js'
import { repairKind } from './schema-document.js'

const VERSION = '1.0'

const isRange = ({ start, end }: { readonly start: number; readonly end: number }) => start <= end
const BACKWARDS = 'ends before it begins'

const range = z.strictObject(span).refine(isRange, BACKWARDS)

const repair = z
  .strictObject({
    about: z.literal('repair'),
    verdict: z.enum(['accept', 'reject']),
    sha256,
    ...span,
    before: z.string(),
    after: z.string(),
    kind: repairKind,
  })
  .refine(isRange, BACKWARDS)
  .refine(
    ({ start, end, before }) => end - start === before.length,
    'before is not as long as the place that it stands in',
  )
  .refine(({ before, after }) => before !== after, 'before and after are the same')

const alignment = z.strictObject({
  about: z.literal('alignment'),
  verdict: z.literal('wrong'),
  documents: z.array(z.strictObject({ sha256, blocks: z.array(z.array(range).min(1)).min(1) })).min(1),
})

const release = { about: z.literal('release'), parts: z.array(z.array(sha256).min(1)).min(2) }
const split = z.strictObject({ ...release, verdict: z.literal('split') })
const merge = z.strictObject({ ...release, verdict: z.literal('merge') })

const decisionsSchema = z.strictObject({
  decisionsVersion: z.literal(VERSION),
  offsetUnit: z.literal('utf16'),
  generator: z.string(),
  decisions: z.array(
    z.discriminatedUnion('about', [repair, alignment, z.discriminatedUnion('verdict', [split, merge])]),
  ),
})

/**
 * The decisions in the text of a file; `name` is what a person calls it.
 * @throws UserError where it is no JSON, of another version, or not what the pages save: what is wrong, and where
 */
export function parseDecisions(text: string, name: string): Decisions {
  const value = parsed(text, name)
  const version = value instanceof Object && 'decisionsVersion' in value ? value.decisionsVersion : undefined
  if (typeof version === 'string' && version !== VERSION)
    throw new UserError(
      `${name}: decisionsVersion "${version}" is unknown to this version of parawire, which reads "${VERSION}"`,
    )
  const result = decisionsSchema.safeParse(value)
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw new UserError(
    `${name}: invalid decisions, ${jsonPath(issue?.path ?? [])}: ${issue?.message}; save them from a report`,
  )
}

function parsed(text: string, name: string): unknown {
  if (text.trim() === '') throw new UserError(`${name} is empty; save decisions from a report`)
  try {
    return JSON.parse(text.replace(/^\ufeff/, '')) as unknown
  } catch (error) {
    throw new UserError(`${name} is not JSON: ${(error as SyntaxError).message}; save decisions from a report`)
  }
}

// The schema and the type say the same; this line fails to compile where they do not.
const isSame: Same<z.infer<typeof decisionsSchema>, Decisions> = true
void isSame
