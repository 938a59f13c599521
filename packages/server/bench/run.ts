// All of the server's benchmarks, printed side by side. Numbers, not tests: nothing fails here.

import { Console } from 'node:console'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '../test/start-postgres.ts'
import { benchExchange } from './exchange.ts'
import { benchRefresh } from './refresh.ts'
import { benchRewrap } from './rewrap.ts'

const folder = await mkdtemp(join(tmpdir(), 'smartcar-bench-'))
const postgres = await startPostgres('on')
const out = new Console(process.stdout)
out.log('Exchange, 20 at a time')
out.table(await benchExchange(join(folder, 'exchange.db'), postgres.url))
out.log('getAccessToken at expiry; the provider takes 100 ms')
out.table(await benchRefresh(join(folder, 'refresh.db'), postgres.url))
out.log('rewrap() of 500 rows')
out.table(await benchRewrap(folder, postgres.url))
await postgres.stop()
await rm(folder, { recursive: true, force: true })
