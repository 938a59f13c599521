// A registry on this machine that has our packages as packed, and sends on for all others.

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename } from 'node:path'
import type { PackedPackage } from './packed-packages.ts'

/** A registry that answers. */
export type PackageRegistry = {
  readonly origin: string
  /** Ends it. */
  readonly stop: () => void
}

/**
 * Starts a registry on a free port.
 *
 * @param elsewhere the registry that has everything else, such as `https://registry.npmjs.org/`
 * @see https://github.com/npm/registry/blob/main/docs/responses/package-metadata.md
 */
export async function startRegistry(
  packed: readonly PackedPackage[],
  elsewhere: string,
): Promise<PackageRegistry> {
  const server = createServer(({ url = '/' }, response) => {
    const path = decodeURIComponent(url.slice(1))
    const described = packed.find(({ manifest }) => manifest.name === path)
    if (described) {
      response.setHeader('Content-Type', 'application/json')
      return response.end(JSON.stringify(description(described, origin())))
    }
    const wanted = packed.find(({ tarball }) => path === `tarballs/${basename(tarball)}`)
    if (wanted) return response.end(readFileSync(wanted.tarball))
    response.writeHead(302, { Location: new URL(url.slice(1), elsewhere).href }).end()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  function origin(): string {
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  }
  return { origin: origin(), stop: () => server.close() }
}

function description({ manifest, tarball }: PackedPackage, origin: string) {
  const { name, version } = manifest
  const integrity = `sha512-${createHash('sha512').update(readFileSync(tarball)).digest('base64')}`
  const dist = { tarball: `${origin}/tarballs/${basename(tarball)}`, integrity }
  return { name, 'dist-tags': { latest: version }, versions: { [version]: { ...manifest, dist } } }
}
