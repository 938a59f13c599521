// Where an announcement is heard: in an open dialog nothing else on the page is.

import { expect, vi } from 'vitest'
import { test } from '../../test/in-page.ts'
import { createAnnouncement } from './announce.ts'

function regionIn(parent: Element | null | undefined) {
  return parent?.querySelector(':scope > [data-sc="announcement"]')
}

test.each([
  '<dialog open><button>Disconnect</button></dialog>',
  '<div role="dialog"><button>Disconnect</button></div>',
  '<div role="alertdialog"><button>Disconnect</button></div>',
  '<div aria-modal="true"><button>Disconnect</button></div>',
])('near an element in %s it is in the dialog', html => {
  const place = document.body.appendChild(document.createElement('main'))
  place.innerHTML = html
  const announcement = createAnnouncement(place.querySelector('button'))
  const region = regionIn(place.firstElementChild)
  expect(region?.getAttribute('aria-live')).toBe('polite')
  expect(region?.textContent).toBe('')
  announcement.say('Kia EV6 is disconnected.')
  expect(region?.textContent).toBe('Kia EV6 is disconnected.')
  announcement.remove()
  expect(regionIn(place.firstElementChild)).toBeNull()
  place.remove()
})

test('elsewhere it is on the page, and the last one stays until there is another', () => {
  const [first, second] = [createAnnouncement(null), createAnnouncement(document.body)]
  first.say('One')
  second.say('Two')
  const said = [...document.querySelectorAll('body > [data-sc="announcement"]')]
  expect(said.map(region => region.textContent)).toEqual(['Two'])
  second.remove()
})

test('where the dialog is gone, it is said in the one around it, in a place that is there before', async () => {
  const place = document.body.appendChild(document.createElement('main'))
  place.innerHTML = '<dialog open><div role="dialog"><button>Disconnect</button></div></dialog>'
  const announcement = createAnnouncement(place.querySelector('button'))
  place.querySelector('[role="dialog"]')?.remove()
  announcement.say('Kia EV6 is disconnected.')
  const region = regionIn(place.firstElementChild)
  expect(region?.textContent).toBe('')
  await vi.waitFor(() => expect(region?.textContent).toBe('Kia EV6 is disconnected.'))
  place.remove()
})
