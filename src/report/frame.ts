/**
 * The frame of a page: head, style and script. The policy forbids everything but this very style and script, which are
 * named by their hashes: a page that is opened from a disk has no origin of its own, so that no rule that names one
 * would hold in every browser. What a text would smuggle in could neither run nor load nor send anything.
 *
 * The scripts are functions of `client/`, type-checked with everything else, as their own source text. So the build stays one
 * run of tsc, and a page needs no second file. Limits: such a function may name only its arguments, the browser's globals
 * and the other functions that are listed here with it; a tool that renames functions would break it.
 */
import { createHash } from 'node:crypto'
import { save } from './client/dom.js'
import {
  cellClass,
  entryRow,
  foldedText,
  isWanted,
  sortBy,
  startAddress,
  startIndex,
  startMerging,
} from './client/index-client.js'
import { repairTools, startDocuments, startMarks, startRelease, startRows } from './client/release-client.js'
import { Html, html, nothing, type Value } from './html.js'
import { STYLE } from './style.js'

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** A whole page of landmarks (`header`, `main` and so on); a script is our own, never made from a text of a release. */
export function page({ title, body, script }: { title: string; body: Value; script?: string }): string {
  const policy = [
    "default-src 'none'",
    `style-src ${hashOf(STYLE)}`,
    `script-src ${script === undefined ? "'none'" : hashOf(script)}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ')
  return html`<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${new Html(STYLE)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
${body}
${script === undefined ? nothing : html`<script>${new Html(script)}</script>`}
</body>
</html>
`.markup
}

const source = (functions: readonly { toString(): string }[], start: string) =>
  `'use strict'\n${functions.map(String).join('\n')}\n${start}\n`

/** The script of the index. */
export const INDEX_SCRIPT = source(
  [save, foldedText, isWanted, sortBy, cellClass, entryRow, startAddress, startMerging, startIndex],
  'startIndex(save)',
)

/** The script of the page of a release. */
export const RELEASE_SCRIPT = source(
  [save, repairTools, startMarks, startRows, startDocuments, startRelease],
  'startRelease(save)',
)
