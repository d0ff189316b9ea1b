/** Documents into releases: by what the texts say, or by what somebody said of them. */
import { UserError } from '../errors.js'
import { type ExplainedGroup, explainGroup } from '../group/explain.js'
import { type Group, type Grouped, grouped, versionsOf } from '../group/group.js'
import { constraintsFor, heeded } from '../group/join.js'
import { groupByFolder, groupByManifest, groupByName, languageWords, nameKey } from '../group/modes.js'
import { unpackProfile } from '../group/packed.js'
import type { Profile } from '../group/profile.js'
import { packOf, packs } from '../languages/index.js'
import type { Document, GroupedDocuments, ReleaseConstraints } from '../model.js'
import { issueDateOf } from '../reconcile/issued.js'
import { releaseId } from '../record/record.js'
import { PART, type Store } from '../store/store.js'
import { openJson } from '../structures/json-bytes.js'
import type { DocumentMeta } from './document-meta.js'

/** By content (names count a little), by names alone, by folders alone, or the release of each path. */
export type Grouping = 'content' | 'name' | 'dir' | ReadonlyMap<string, string>

/**
 * Texts that are not versions of one another, in a release that somebody else put together: aligning takes their square,
 * 200 of a page each three minutes and 1.3 GB.
 */
const MOST_TEXTS = 40
/** And with their versions. */
const MOST_FILES = 1000

/** A release before its documents are fetched from the store. */
export interface Release extends Omit<GroupedDocuments, 'documents'> {
  readonly metas: readonly DocumentMeta[]
}

/** How documents become releases. */
export interface Ways {
  readonly grouping?: Grouping
  readonly learn?: boolean
  readonly constraints?: ReleaseConstraints | undefined
}

/** Which documents are one release; the releases by the date of issue, those without one at last, and then their ids. */
export const releasesOf = (metas: readonly DocumentMeta[], store: Store, ways: Ways): Release[] =>
  sortedGroups(metas, store, ways).groups.map(group => releaseOf(group, metas))

/** The same, and why, for a person. Numbers of documents are their places in `metas`. */
export function* explainedReleases(
  metas: readonly DocumentMeta[],
  store: Store,
  ways: Ways,
): Generator<ExplainedGroup> {
  const documentAt = (k: number) => openJson<Document>(store.files.read(metas[k]!.entry, PART.document))
  const { groups, translations } = sortedGroups(metas, store, ways)
  const words = languageWords(packs)
  for (const group of groups) yield explainGroup(group, documentAt, packOf, { words, translations })
}

function sortedGroups(metas: readonly DocumentMeta[], store: Store, ways: Ways): Grouped {
  const { groups, ...taught } = groupsOf(metas, store, ways)
  const keyed = groups.map(({ members, nearest }) => {
    // By the language of the text: a text of two languages is compared as one of neither.
    const sorted = [...members].sort((a, b) => compare(metas[a.document]!.tag, metas[b.document]!.tag))
    const own = sorted.map(({ document }) => metas[document]!)
    return { group: { members: sorted, nearest }, key: `${issueDateOf(own) ?? '~'} ${releaseId(own)}` }
  })
  return { groups: keyed.sort((a, b) => compare(a.key, b.key)).map(({ group }) => group), ...taught }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function releaseOf({ members, nearest }: Group, metas: readonly DocumentMeta[]): Release {
  const placeOf = new Map(members.map(({ document }, place) => [document, place]))
  const other = nearest && metas[nearest.document]!
  return {
    metas: members.map(member => metas[member.document]!),
    versions: members.flatMap(({ versionOf, kind }, document) =>
      versionOf === null || kind === null ? [] : [{ document, versionOf: placeOf.get(versionOf)!, kind }],
    ),
    nearest: nearest && { path: other!.path, sha256: other!.sha256, score: nearest.score, reason: nearest.reason },
  }
}

function groupsOf(
  metas: readonly DocumentMeta[],
  { files }: Store,
  { grouping = 'content', learn, constraints }: Ways,
): Grouped {
  const paths = metas.map(({ path }) => path)
  const words = languageWords(packs)
  const profileAt = (k: number): Profile => {
    const { entry, path } = metas[k]!
    return { ...unpackProfile(files.read(entry, PART.profile))!, path }
  }
  const given = (found: readonly (readonly number[])[]): Grouped => {
    const sets = constraints ? heeded(found, constraintsFor(constraints, metas.length)) : found
    const groups = sets.map(group => {
      if (group.length > MOST_FILES) throw tooMany(group, paths)
      const members = versionsOf(group, profileAt)
      if (members.filter(({ versionOf }) => versionOf === null).length > MOST_TEXTS) throw tooMany(group, paths)
      return { members, nearest: null }
    })
    return { groups }
  }
  if (grouping === 'name') return given(groupByName(paths, words))
  if (grouping === 'dir') return given(groupByFolder(paths))
  if (grouping !== 'content') return given(groupByManifest(paths, grouping))
  const nameAt = (k: number) => nameKey(paths[k]!, words)
  return grouped({ count: metas.length, profileAt, nameAt }, constraints, learn)
}

const tooMany = (group: readonly number[], paths: readonly string[]) =>
  new UserError(
    `${group.length} files from ${paths[group[0]!]} on would be one release, which has at most ${MOST_TEXTS} texts besides ` +
      'versions; fix the names, folders or manifest, or use --group content',
  )
