/**
 * Bad use: an error with a sentence for the person who can mend it. Everything else that throws is a bug and keeps
 * its stack; bad input never throws, it becomes a warning on the document (`model.ts`).
 */

/** What happened, to which path or option, and what to do. `cause` keeps the system's error. */
export class UserError extends Error {
  override readonly name = 'UserError'
}
