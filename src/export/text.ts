/** The clean text of each document, a file each (`RELEASE.da.txt`): its blocks, a blank line between them. */

import { textBlocks } from './articles.js'
import { editionsOf } from './editions.js'
import type { MakeWriter } from './format.js'
import { xmlId } from './xml.js'

/** The writer of texts. */
export const text: MakeWriter = (settings, counts) => ({
  begin: () => [],
  *add(record) {
    for (const document of editionsOf(record, settings, counts)) {
      counts.documents++
      const own = textBlocks(document).map(block => `${block.text}\n`)
      yield { file: `${xmlId('r', record.id)}.${xmlId('', document.id)}.txt`, content: own.join('\n'), isWhole: true }
    }
  },
  end: () => [],
})
