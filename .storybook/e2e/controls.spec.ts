// The check of controls in every-story.spec.ts can fail, and a link holds what a control holds.

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
