/** Types of the families of texts, for the tests. */
export const FAMILIES: Readonly<Record<string, (n: number) => string | Uint8Array>>
export const RELEASES: Readonly<Record<string, readonly ((n: number) => string)[]>>
export function bytesOf(family: string, n: number): Uint8Array
export function releaseOf(name: string, n: number): Uint8Array[]
