/** What goes wrong with a work folder, told to the user. */
import { UserError } from '../errors.js'

const ADVICE: Readonly<Record<string, string>> = {
  EACCES: 'permission denied; check its permissions',
  EDQUOT: 'the quota is used up; make room',
  EFBIG: 'a file would be larger than is allowed; raise the limit (ulimit -f)',
  EMFILE: 'too many files are open; raise the limit (ulimit -n)',
  ENOENT: 'it cannot be made there; name another place',
  ENOSPC: 'the disk is full; make room',
  EROFS: 'the disk is read-only; name another place',
}

/** A UserError for a system error, which says what to do; any other error is handed back as it is. */
export function cannotUse(folder: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
  return code === undefined
    ? error
    : new UserError(`cannot work in the folder ${folder}: ${ADVICE[code] ?? code}`, { cause: error })
}
