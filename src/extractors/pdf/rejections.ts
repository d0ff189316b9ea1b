/**
 * On damaged files pdf.js forgets promises that fail, beside those it reports (`Page.getOperatorList` of 5.5 waits for one of
 * two): Node would end the process. While a PDF is open such failures are dropped; all others go their usual way.
 */

let open = 0

/** A PDF is opened. */
export function dropRejections(): void {
  if (open++ === 0) process.on('unhandledRejection', drop)
}

/** A PDF is closed: what fails until the next turn of the event loop is still dropped. */
export function endDropping(): void {
  setImmediate(() => {
    if (--open === 0) process.off('unhandledRejection', drop)
  })
}

function drop(reason: unknown): void {
  const isOfPdfjs = reason instanceof Object && 'stack' in reason && String(reason.stack).includes('pdfjs-dist')
  const isHeard = process.listenerCount('unhandledRejection') > 1
  if (!isOfPdfjs && !isHeard) throw reason
}
