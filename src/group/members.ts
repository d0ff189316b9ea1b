/** The documents of a group in their order: by language, versions of one text behind the first of them. */
import type { VersionKind } from '../model.js'
import type { Profile } from './profile.js'
import { byVersion, versionKind, versionLikeness } from './versions.js'

/** A document of a group, by its number. */
export interface Member {
  readonly document: number
  /** The document that it is a version of: the first of them. */
  readonly versionOf: number | null
  /** Null where it is a version of nothing. */
  readonly kind: VersionKind | null
}

const compare = (x: string, y: string) => (x < y ? -1 : x > y ? 1 : 0)

/**
 * Orders and marks a group that somebody made, by whatever means: by language tag, versions in their order, else by
 * sha256. Each document is a version of the first of its language that it is like, directly or by others between.
 */
export function versionsOf(members: readonly number[], profileAt: (k: number) => Profile): Member[] {
  const profiles = new Map(members.map(k => [k, profileAt(k)]))
  const sorted = [...members].sort(
    (a, b) => compare(profiles.get(a)!.tag, profiles.get(b)!.tag) || byVersion(profiles.get(a)!, profiles.get(b)!),
  )
  const first = new Map<number, number>()
  return sorted.map((k, at) => {
    const own = profiles.get(k)!
    const earlier = sorted.find((other, k) => k < at && versionLikeness(profiles.get(other)!, own) > 0)
    if (earlier === undefined) return { document: k, versionOf: null, kind: null }
    const versionOf = first.get(earlier) ?? earlier
    first.set(k, versionOf)
    return { document: k, versionOf, kind: versionKind(own, profiles.get(versionOf)!) }
  })
}
