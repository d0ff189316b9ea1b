/**
 * Bad use: an error with a sentence for the person who can mend it. Everything else that throws is a bug and keeps
 * its stack; bad input never throws, it becomes a warning on the document (`model.ts`).
 */

/** A word that is not known, and what it should have been one of: the command line suggests what is nearest. */
export interface Unknown {
  readonly word: string
  readonly among: 'languages' | 'charsets' | readonly string[]
}

/** What happened, to which path or option, and what to do. `cause` keeps the system's error. */
export class UserError extends Error {
  override readonly name = 'UserError'
  readonly unknown: Unknown | null

  constructor(message: string, options: { readonly cause?: unknown; readonly unknown?: Unknown } = {}) {
    super(message, 'cause' in options ? { cause: options.cause } : undefined)
    this.unknown = options.unknown ?? null
  }
}
