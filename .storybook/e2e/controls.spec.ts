// The check of controls in every-story.spec.ts can fail, and a link holds what a control or a switch holds.

import { expect, test } from '@playwright/test'
import { controlFaults } from './controls.ts'
import { openStory, type StorybookWindow } from './stories.ts'

test('finds a value that breaks the story, and a control in which anything can be written', async ({
  page,
}) => {
  await openStory(page, 'components-connectstatus--on-the-way')
  expect(await controlFaults(page)).toEqual([])
  await page.evaluate(() => {
    const { __STORYBOOK_PREVIEW__: preview } = window as unknown as StorybookWindow & {
      __STORYBOOK_PREVIEW__: { currentRender: { story: { argTypes: Record<string, object> } } }
    }
    const { argTypes } = preview.currentRender.story
    argTypes.labels = { control: { type: 'object' } }
    argTypes.sessions = { control: { type: 'select' }, options: ['no such session'] }
  })
  expect(await controlFaults(page)).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^object is a control/),
      expect.stringMatching(/^sessions: "no such session": /),
      expect.stringMatching(/^console: /),
    ]),
  )
})

test('a link holds every value, also those that Storybook leaves out', async ({ page }) => {
  const id = 'components-connectbutton--idle'
  const children = 'Fahren Sie los: jetzt. <b>mail@example.com</b>'
  await page.goto(`?path=/story/${id}`)
  const preview = page.frameLocator('#storybook-preview-iframe')
  await expect(preview.getByRole('button', { name: 'Connect your car' })).toBeVisible()
  await page.locator('#control-session').selectOption('waiting, popup not seen any more')
  await page.locator('#set-children').click()
  await page.locator('#control-children').fill(children)
  await expect(preview.getByRole('button', { name: children })).toBeVisible()
  await expect(page).toHaveURL(/values=/)
  await expect(page).toHaveURL(/session:lost/)

  await page.goto(page.url())
  const button = preview.getByRole('button', { name: children })
  await expect(button).toHaveAttribute('data-status', 'waiting')
  await page.getByRole('button', { name: 'Reset controls' }).click()
  await expect(preview.getByRole('button', { name: 'Connect your car' })).toBeVisible()
})

test('a link cannot give a story what no control offers', async ({ page }) => {
  const values = {
    style: 'x',
    dangerouslySetInnerHTML: 'x',
    session: 'no.such',
    children: { a: 1 },
  }
  const encoded = Buffer.from(JSON.stringify(values)).toString('base64url')
  await page.goto(`iframe.html?id=components-connectbutton--idle&viewMode=story&values=${encoded}`)
  const button = page.getByRole('button', { name: 'Connect your car' })
  await expect(button).toHaveAttribute('data-status', 'idle')
  await expect(button).not.toHaveAttribute('style')
})

test('a link in another language shows the story after it has been played', async ({ page }) => {
  const thrown: string[] = []
  page.on('console', message => {
    if (message.type() === 'error') thrown.push(message.text())
  })
  await openStory(page, 'components-brandpicker--not-found', { language: 'de' })
  await expect(page.locator('.stage')).toHaveAttribute('lang', 'de')
  await expect(page.getByRole('searchbox', { name: 'Marken suchen' })).toHaveValue('lada')
  expect(thrown).toEqual([])
})
