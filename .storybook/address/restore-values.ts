// In the page of a story: adds what Storybook left out of the address to what it read from it.

import { decodeValues, valuesParameter } from './values.ts'

type Selection = { args?: Readonly<Record<string, unknown>> }
type PreviewWindow = {
  __STORYBOOK_PREVIEW__?: { selectionStore?: { selectionSpecifier?: Selection | null } }
}

/**
 * To be called while Storybook starts. Afterwards Storybook treats these values as those of `args`: it
 * drops what the story does not know, and what a control does not offer.
 */
export function restoreValues(): void {
  const encoded = new URLSearchParams(location.search).get(valuesParameter)
  const { __STORYBOOK_PREVIEW__: preview } = window as unknown as PreviewWindow
  const selection = preview?.selectionStore?.selectionSpecifier
  if (!encoded || !selection) return
  selection.args = { ...selection.args, ...decodeValues(encoded) }
}
