// The style sheet of every story, and the switches for theme, language and direction.

import '../packages/react/src/styles/styles.css'
import './preview.css'
import type { Preview } from '@storybook/react-vite'
import { create } from 'storybook/theming'
import { SmartcarConnectProvider } from '../packages/react/src/index.ts'
import { locales } from './locales.ts'

type Documented = { __docgenInfo?: { description?: string } }

// The theme until a person chooses one.
const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    a11y: { test: 'error' },
    layout: 'centered',
    docs: {
      theme: create({ base: system, fontBase: 'system-ui, sans-serif' }),
      // The example loses its lines here; the story's code shows it.
      extractComponentDescription: ({ __docgenInfo }: Documented) =>
        __docgenInfo?.description?.split('@example')[0],
    },
    options: {
      storySort: {
        order: [
          'Introduction',
          'Playground',
          'Components',
          'Guidelines',
          'Tokens',
          'Themes',
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
        items: locales.map(({ language }) => ({
          value: language,
          title: new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language,
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
          { value: 'ltr', title: 'Left to right' },
          { value: 'rtl', title: 'Right to left' },
        ],
      },
    },
  },
  initialGlobals: { theme: system, language: 'en', direction: 'ltr' },
  decorators: [
    (Story, { globals, viewMode }) => {
      const { theme, language, direction } = globals
      const inDocs = viewMode === 'docs'
      const colorScheme = theme === 'dark' ? 'dark' : 'light'
      // A docs page has colours of its own, so there only the stage around a story changes.
      document.documentElement.style.colorScheme = inDocs ? '' : colorScheme
      return (
        <SmartcarConnectProvider labels={locales.find(labels => labels.language === language)}>
          <div
            className={inDocs ? 'stage in-docs' : 'stage'}
            dir={direction}
            lang={language}
            style={{ colorScheme }}
          >
            <Story />
          </div>
        </SmartcarConnectProvider>
      )
    },
  ],
}

export default preview
