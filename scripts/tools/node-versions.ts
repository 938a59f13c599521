// The oldest versions of Node that are promised, and a server that runs on each.

import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** A version of Node, as npm has it, and what the server is given there. */
export type NodeVersion = {
  readonly number: string
  /** For `npm install`: an alias, since two versions live side by side. */
  readonly package: string
  readonly folder: string
  /** The SQLite file, where this version has `node:sqlite`. */
  readonly args: readonly string[]
}

/** 20.19 for everything but SQLite, 22.13 with it. */
export const nodeVersions: readonly NodeVersion[] = [
  nodeVersion('20.19.0', []),
  nodeVersion('22.13.0', ['app.db']),
]

function nodeVersion(number: string, args: readonly string[]): NodeVersion {
  const folder = `node-${number}`
  const binary = `node-${process.platform}-${process.arch}`
  return { number, package: `${folder}@npm:${binary}@${number}`, folder, args }
}

/**
 * Starts a session, and opens Connect and the list of connections with it.
 *
 * @returns what was run, for people
 * @throws {Error} if anything failed, with the process's own words
 */
export function runServer({ folder, args }: NodeVersion, app: string): string {
  const node = join(app, 'node_modules', folder, 'bin/node')
  const { status, stdout, stderr } = spawnSync(node, ['server.mjs', ...args], {
    cwd: app,
    encoding: 'utf8',
  })
  if (status !== 0 || stdout.trim() !== '200 303 0 4') throw new Error(stdout + stderr)
  return args.length > 0 ? 'every server entry, with SQLite' : 'every entry but SQLite'
}
