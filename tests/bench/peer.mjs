/**
 * The peer that repair is measured beside: `fix_text` of @photostructure/ftfy, the only port of ftfy to JavaScript. It asks
 * for Node 22 (and works on 20), so it is not among the packages of the project: npm would warn at every installation.
 */
const VERSION = '0.0.2'

/** The function. Ends the process with what to do where the package is not installed. */
export async function peerFixText() {
  try {
    return (await import('@photostructure/ftfy')).fix_text
  } catch (error) {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error
    console.error(`the peer is not installed: npm install --no-save @photostructure/ftfy@${VERSION}`)
    process.exit(2)
  }
}
