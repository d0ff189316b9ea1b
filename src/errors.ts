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

const ADVICE: ReadonlyMap<string, string> = new Map([
  ['EACCES', 'permission denied; check its permissions'],
  ['EDQUOT', 'the quota is used up; make room'],
  ['EEXIST', 'something else is there; name another place'],
  ['EFBIG', 'the file would be larger than is allowed; raise the limit (ulimit -f)'],
  ['EIO', 'the system reports an input/output error; check the disk'],
  ['EISDIR', 'it is a folder; name a file'],
  ['EMFILE', 'too many files are open; raise the limit (ulimit -n)'],
  ['ENAMETOOLONG', 'the name is too long; name a shorter one'],
  ['ENOENT', 'no such file or folder; check the name'],
  ['ENOSPC', 'the disk is full; make room'],
  ['ENOTDIR', 'a part of the path is no folder; check the name'],
  ['EPERM', 'permission denied; check its permissions'],
  ['EROFS', 'the disk is read-only; name another place'],
])

/** A UserError for a system error: what could not be done, and what to do. Any other error is handed back as it is. */
export function cannot(what: string, error: unknown): unknown {
  const code = codeOf(error)
  return code === null ? error : new UserError(`cannot ${what}: ${ADVICE.get(code) ?? code}`, { cause: error })
}

/** The code of a system error, such as `ENOENT`; null for any other. */
export function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}
