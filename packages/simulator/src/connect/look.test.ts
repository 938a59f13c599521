// The language and the colours of the pages: those of the flags, else those of the browser.

import { expect, test } from 'vitest'
import { connectUrl, createVisitor } from '../../test/visitor.ts'
import { createSimulator } from '../simulator.ts'

const me = { email: 'me@example.com', password: 'anything' }

test('flags choose the language and the colours of every page, whatever the browser says', async () => {
  const visitor = createVisitor(createSimulator(), { 'Accept-Language': 'fr,en;q=0.5' })
  const flags = 'language:de theme:dark scenario:car-maker'
  function expectLook(): void {
    expect(visitor.text()).toContain('<html lang="de" class="dark">')
    expect(visitor.text()).toContain('<meta name="color-scheme" content="dark">')
  }
  await visitor.goTo(connectUrl({ flags }))
  const brandAddress = visitor.address()
  for (const button of ['Kia', 'Anmelden', 'Zustimmen und weiter']) {
    expectLook()
    await visitor.press(button, me)
  }
  expectLook()
  await visitor.press('Erlauben')
  expect(new URL(visitor.address()).searchParams.get('code')).not.toBeNull()
  await visitor.goTo(brandAddress)
  expect(visitor.status()).toBe(410)
  expectLook()
  await visitor.goTo(connectUrl({ flags: 'language:xx' }))
  expect(visitor.text()).toContain('<html lang="fr">')
})

test('pages about a mistake, an old attempt and the hosted redirect have the chosen look', async () => {
  const visitor = createVisitor(createSimulator(), { 'Accept-Language': 'fr' })
  const flags = 'language:de theme:dark'
  const look = '<html lang="de" class="dark">'
  for (const mistake of [
    { mode: 'odd', flags },
    { flags: `${flags} country:nowhere` },
    { application_id: 'nobody', flags },
  ]) {
    await visitor.goTo(connectUrl(mistake))
    expect([visitor.status(), visitor.text()]).toEqual([400, expect.stringContaining(look)])
  }

  const { redirect_uri: _none, ...hosted } = Object.fromEntries(
    new URL(connectUrl({ flags, response_type: 'none', app_origin: 'http://localhost:5173' }))
      .searchParams,
  )
  await visitor.goTo(`http://localhost:4010/oauth/authorize?${new URLSearchParams(hosted)}`)
  await visitor.press('Zurück zur Anwendung')
  expect(new URL(visitor.address()).pathname).toBe('/v2/redirect')
  expect(visitor.text()).toContain(look)
  await visitor.goTo(`http://localhost:4010/v2/redirect?${new URLSearchParams({ flags })}`)
  expect([visitor.status(), visitor.text()]).toEqual([400, expect.stringContaining(look)])

  await visitor.goTo(connectUrl({ flags }))
  const address = visitor.address()
  await visitor.moveClock(3_600_001)
  await visitor.goTo(address)
  expect([visitor.status(), visitor.text()]).toEqual([410, expect.stringContaining(look)])
})

test('the pages speak the language of the browser', async () => {
  const visitor = createVisitor(createSimulator(), { 'Accept-Language': 'de-AT,de;q=0.9' })
  await visitor.goTo(connectUrl({ make: 'TESLA' }))
  expect(visitor.text()).toContain('<html lang="de">')
  await visitor.press('Anmelden', me)
  await visitor.press('Erlauben')
  expect(new URL(visitor.address()).searchParams.get('code')).not.toBeNull()
})
