// Gives the story that is open every value that each of its controls offers.

import type { Page } from '@playwright/test'
import type { StorybookWindow } from './stories.ts'

type Control = { control?: { type?: string; disable?: boolean }; options?: readonly unknown[] }

type ControlsWindow = StorybookWindow & {
  __STORYBOOK_PREVIEW__: {
    currentRender?: {
      id?: string
      story?: { title: string; argTypes: Readonly<Record<string, Control>> }
      storyContext(): { unmappedArgs: Readonly<Record<string, unknown>> }
    }
  }
}

/**
 * What goes wrong after a control has been used: an error of the story, or one in the console. The
 * story is broken afterwards if something is found, and otherwise as it was.
 *
 * @param done the controls not to be used again, as `title: name`; those that are used are added
 */
export async function controlFaults(page: Page, done: Set<string> = new Set()): Promise<string[]> {
  const logged: string[] = []
  function note(message: { type(): string; text(): string }) {
    if (message.type() === 'error') logged.push(`console: ${message.text()}`)
  }
  page.on('console', note)
  const { found, used } = await page.evaluate(
    async done => {
      const { __STORYBOOK_PREVIEW__: preview } = window as unknown as ControlsWindow
      const { currentRender } = preview
      const { id: storyId, story } = currentRender ?? {}
      const found: string[] = []
      const used: string[] = []

      function valuesOf({ control, options }: Control): readonly unknown[] {
        if (!control?.type || control.disable) return []
        // What is empty, what a link could not hold as it is, and what would be HTML.
        if (control.type === 'text') return ['', 'Fahren: <b>los</b>. {1}', undefined]
        if (control.type === 'boolean') return [true, false, undefined]
        if (control.type === 'number') return [0, 1, 1000, undefined]
        if (options) return [...options, undefined]
        found.push(`${control.type} is a control in which anything can be written`)
        return []
      }

      for (const [name, argType] of Object.entries(story?.argTypes ?? {})) {
        const key = `${story?.title}: ${name}`
        if (done.includes(key)) continue
        used.push(key)
        const before = currentRender?.storyContext().unmappedArgs[name]
        for (const value of valuesOf(argType)) {
          preview.channel.emit('updateStoryArgs', { storyId, updatedArgs: { [name]: value } })
          await new Promise(requestAnimationFrame)
          await new Promise(requestAnimationFrame)
          const isBroken = /sb-show-(errordisplay|nopreview)/.test(document.body.className)
          const error = document.querySelector('#error-message')?.textContent
          if (isBroken) found.push(`${name}: ${JSON.stringify(value)}: ${error}`)
        }
        preview.channel.emit('updateStoryArgs', { storyId, updatedArgs: { [name]: before } })
      }
      await new Promise(requestAnimationFrame)
      return { found, used }
    },
    [...done],
  )
  page.off('console', note)
  for (const key of used) done.add(key)
  return [...found, ...logged]
}
