// The page of the provider's docs that an error links to.

/**
 * The address of the page about an error, at its code. Without a code it ends in `#null`: the address
 * is always a text, as the provider's Java SDK fails on anything else.
 *
 * @param version of the error document. The address for version 3 is approximate.
 */
export function docUrl(type: string, code: string | null, version: 2 | 3): string {
  const folder = version === 2 ? 'api-errors' : 'api-errors/v3'
  return `https://smartcar.com/docs/errors/${folder}/${dashed(type)}-errors#${dashed(code ?? 'null')}`
}

function dashed(name: string): string {
  return name.toLowerCase().replaceAll('_', '-')
}
