/** What a container says of a text, as facts: each only where something is said, and said in a form that can be used. */
import type { SourceFacts, Tag } from '../model.js'
import { statedDay } from './stated-day.js'

/** Values as a container has them: anything, or nothing. */
export interface Stated {
  readonly title?: unknown
  readonly language?: unknown
  readonly date?: unknown
  readonly publisher?: unknown
  readonly url?: unknown
}

/** The facts that the values state. */
export function statedFacts({ title, language, date, publisher, url }: Stated): SourceFacts {
  const facts = {
    title: lineOf(title),
    language: statedTag(language),
    date: statedDay(date),
    publisher: lineOf(publisher),
    url: addressOf(url),
  }
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))
}

/** A tag of a language (BCP 47) in its usual letters: `de-AT` for `de_at`; undefined for anything else. */
export function statedTag(value: unknown): Tag | undefined {
  if (typeof value !== 'string' || value.length > LONGEST_TAG) return undefined
  try {
    return Intl.getCanonicalLocales(value.trim().replaceAll('_', '-'))[0]
  } catch {
    return undefined
  }
}

/** Language, script, region and a variant. */
const LONGEST_TAG = 35

function lineOf(value: unknown): string | undefined {
  return (typeof value === 'string' && value.replace(/\s+/g, ' ').trim()) || undefined
}

function addressOf(value: unknown): string | undefined {
  const text = typeof value === 'string' ? value.trim() : ''
  return /^https?:\/\/\S+$/i.test(text) ? text : undefined
}
