// The compatible vehicles of version 3.

import { expect, test } from 'vitest'
import { expectShape, listOf } from '../../test/shape.ts'
import * as shapes from '../../test/version-3-shapes.ts'
import { createSimulator } from '../simulator.ts'
import { modelsOf } from '../world/models/models.ts'

type Entry = {
  readonly id: string
  readonly attributes: {
    readonly make: string
    readonly region: string
    readonly powertrainType: string
    readonly capabilities: readonly { readonly type: string; readonly capability: string }[]
  }
}

async function read(query = ''): Promise<readonly Entry[]> {
  const request = new Request(
    `https://compatibility.api.smartcar.com/v3/compatible-vehicles?${query}`,
  )
  const answer = await createSimulator().fetch(request)
  const body = (await answer.json()) as { data: Entry[] }
  const { length } = body.data
  expectShape(body, {
    data: listOf(shapes.compatibleVehicle),
    meta: { page: 1, pageSize: length, totalCount: length },
  })
  return body.data
}

function capabilitiesOf(entry: Entry | undefined): readonly string[] {
  return entry?.attributes.capabilities.map(({ capability }) => capability) ?? []
}

test('anybody reads all models on one page', async () => {
  const all = await read()
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
  expect(new Set(all.map(({ attributes }) => attributes.make)).size).toBeGreaterThan(40)
})

test('filters leave what was asked for', async () => {
  const found = await read('filter[region]=EUROPE&filter[make]=KIA&filter[powertrainType]=BEV')
  expect(found.length).toBeGreaterThan(0)
  for (const { id, attributes } of found) {
    expect(attributes).toMatchObject({ make: 'Kia', region: 'EUROPE', powertrainType: 'BEV' })
    expect(id).toMatch(/^KIA-.+-\d{4}-\d{4}-BEV-EUROPE$/)
  }
  expect(await read('filter[make]=NONE')).toEqual([])
})

test('a make has the models that its cars are made up from', async () => {
  const found = await read('filter[region]=US&filter[make]=TESLA')
  expect(found.map(({ id }) => id)).toEqual(
    modelsOf('TESLA').map(
      ({ name, fromYear, toYear, powertrain }) =>
        `TESLA-${name}-${fromYear}-${toYear}-${powertrain}-US`,
    ),
  )
})

test('brands are listed where they are sold', async () => {
  const regions = new Set((await read('filter[make]=RENAULT')).map(one => one.attributes.region))
  expect([...regions]).toEqual(['EUROPE'])
})

test('a battery charges, an engine has fuel, and a Tesla takes schedules', async () => {
  const [tesla] = await read('filter[make]=TESLA&filter[powertrainType]=BEV')
  const [engine] = await read('filter[make]=KIA&filter[powertrainType]=ICE')
  expect(capabilitiesOf(tesla)).toEqual(
    expect.arrayContaining([
      'tractionbattery-stateofcharge',
      'charge-start',
      'security-lock',
      'charge-schedules-weekly',
    ]),
  )
  expect(capabilitiesOf(tesla)).not.toContain('internalcombustionengine-fuellevel')
  expect(capabilitiesOf(engine)).toEqual(
    expect.arrayContaining(['internalcombustionengine-fuellevel', 'security-lock']),
  )
  expect(capabilitiesOf(engine)).not.toContain('charge-start')
  // Volvos take daily schedules, where they have a battery.
  const [volvo] = await read('filter[make]=VOLVO&filter[powertrainType]=ICE')
  expect(capabilitiesOf(volvo)).toContain('security-lock')
  expect(capabilitiesOf(volvo)).not.toContain('charge-schedules-daily')
})
