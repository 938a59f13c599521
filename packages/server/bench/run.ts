// All of the server's benchmarks, printed side by side. Numbers, not tests: nothing fails here.

import { Console } from 'node:console'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '../test/start-postgres.ts'
import { benchExchange } from './exchange.ts'
import { benchRefresh } from './refresh.ts'
import { benchRewrap } from './rewrap.ts'
import { benchSameCalls } from './same-calls.ts'
import { benchLimitedVehicles, benchManyVehicles } from './vehicles.ts'
import { benchWebhooks } from './webhooks.ts'

const folder = await mkdtemp(join(tmpdir(), 'smartcar-bench-'))
const postgres = await startPostgres('on')
const out = new Console(process.stdout)
out.log('Exchange, 20 at a time')
out.table(await benchExchange(join(folder, 'exchange.db'), postgres.url))
out.log('getAccessToken at expiry; the provider takes 100 ms')
out.table(await benchRefresh(join(folder, 'refresh.db'), postgres.url))
out.log('rewrap() of 500 rows')
out.table(await benchRewrap(folder, postgres.url))
out.log('Exchange beside bare code that makes the same HTTP calls, 20 at a time')
out.table({ ...(await benchSameCalls(0)), ...(await benchSameCalls(50)) })
out.log('Signals of 10,000 vehicles, without limits')
out.table([await benchManyVehicles()])
out.log('Signals of 300 vehicles with the documented limits, on a clock that the benchmark moves')
out.table([await benchLimitedVehicles(60_000), await benchLimitedVehicles(3 * 60 * 60_000)])
out.log('Webhook intake')
out.table(await benchWebhooks(join(folder, 'webhooks.db'), postgres.url))
await postgres.stop()
await rm(folder, { recursive: true, force: true })
