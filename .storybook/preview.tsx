// The style sheet of every story, and the switches for theme, language and direction.

import '../packages/react/src/styles/styles.css'
import './preview.css'
import { props } from 'virtual:props'
import type { Preview } from '@storybook/react-vite'
import type { ArgTypesEnhancer } from 'storybook/internal/types'
import { combineParameters } from 'storybook/preview-api'
import { configure } from 'storybook/test'
import {
  type StoryForSnippet,
  storySnippet,
} from '../packages/react/docs/snippets/story-snippet.ts'
import { restoreValues } from './address/restore-values.ts'
import { languageName, languages } from './languages.ts'
import { LazyContainer, LazyPage } from './lazy-docs.tsx'
import { argTypesOf } from './props/arg-types.ts'
import { Stage } from './stage.tsx'
import { systemTheme } from './system-theme.ts'

// A busy machine is slow, not wrong: `findBy…` of a play function has a second otherwise.
configure({ asyncUtilTimeout: 30_000 })

/** Stories below this are of one component each, with its name at the end. */
const components = 'Components/'

/** The props of a component from its types; what its stories say about them counts more. */
const fromTypes: ArgTypesEnhancer = ({ title, argTypes }) => {
  const taker = title.startsWith(components) ? props[title.slice(components.length)] : undefined
  return taker ? combineParameters(argTypesOf(taker), argTypes) : argTypes
}

/** Storybook's own code of a story is what the build has made of it: minified, and nothing to copy. */
function snippetOf(_: string, story: StoryForSnippet): string {
  const hasCode = story.title.startsWith(components) || story.parameters.snippet?.code !== undefined
  return hasCode ? storySnippet(story) : ''
}

const preview: Preview = {
  // Before Storybook chooses the story that the address names.
  beforeAll: restoreValues,
  tags: ['autodocs'],
  argTypesEnhancers: [fromTypes],
  parameters: {
    a11y: { test: 'error' },
    layout: 'centered',
    docs: {
      container: LazyContainer,
      page: LazyPage,
      codePanel: true,
      source: { language: 'tsx', transform: snippetOf },
    },
    options: {
      storySort: {
        order: [
          'Introduction',
          'Playground',
          'Components',
          [
            'ConnectButton',
            'ConnectStatus',
            'ScopePicker',
            'BrandPicker',
            'ConnectIntro',
            'ConnectedCar',
            'ReconnectBanner',
            'DisconnectButton',
          ],
          'Hooks',
          'Provider',
          'Patterns',
          'States',
          'Errors',
          'Copy',
          'Tokens',
          'Themes',
          'Guidelines',
          'Accessibility',
          'Testing',
        ],
      },
    },
  },
  globalTypes: {
    theme: {
      description: 'Colour scheme of the page',
      toolbar: {
        title: 'Theme',
        icon: 'mirror',
        dynamicTitle: true,
        items: [
          { value: 'light', title: 'Light', icon: 'sun' },
          { value: 'dark', title: 'Dark', icon: 'moon' },
        ],
      },
    },
    language: {
      description: 'Language of the components',
      toolbar: {
        title: 'Language',
        icon: 'globe',
        dynamicTitle: true,
        items: languages.map(({ language }) => ({
          value: language,
          title: languageName(language),
        })),
      },
    },
    direction: {
      description: 'Direction of writing',
      toolbar: {
        title: 'Direction',
        icon: 'transfer',
        dynamicTitle: true,
        items: [
          { value: 'auto', title: 'As the language' },
          { value: 'ltr', title: 'Left to right' },
          { value: 'rtl', title: 'Right to left' },
        ],
      },
    },
  },
  initialGlobals: { theme: systemTheme, language: 'en', direction: 'auto' },
  decorators: [
    (Story, { globals, viewMode, playFunction }) => {
      const isInDocs = viewMode === 'docs'
      return (
        <Stage
          globals={globals}
          isInDocs={isInDocs}
          isPlayed={!isInDocs && playFunction !== undefined}
        >
          <Story />
        </Stage>
      )
    },
  ],
}

export default preview
