// In the frame around the stories: keeps the address complete while a person uses the controls.

import { STORY_ARGS_UPDATED, STORY_RENDERED } from 'storybook/internal/core-events'
import { addons } from 'storybook/manager-api'
import { encodeValues, valuesParameter } from './values.ts'

/** Writes what Storybook leaves out into a parameter of its own. */
export function keepValues(): void {
  addons.register('values-in-address', api => {
    function update() {
      const story = api.getCurrentStoryData()
      if (story?.type !== 'story') return
      const encoded = encodeValues(story.args ?? {}, story.initialArgs ?? {})
      if ((api.getQueryParam(valuesParameter) ?? '') === encoded) return
      api.applyQueryParams({ [valuesParameter]: encoded || undefined }, { replace: true })
    }
    api.on(STORY_ARGS_UPDATED, update)
    // The next story has args of its own.
    api.on(STORY_RENDERED, update)
  })
}
