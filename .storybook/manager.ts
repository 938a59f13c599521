// The frame around the stories: in the system's font, light or dark as the system is.

import { addons } from 'storybook/manager-api'
import { create } from 'storybook/theming'
import { keepValues } from './address/keep-values.ts'

const isDark = matchMedia('(prefers-color-scheme: dark)').matches

addons.setConfig({
  // With roots, Storybook would put whatever has rooms behind whatever has none.
  sidebar: { showRoots: false },
  // The Playground has its own controls and needs the room.
  layoutCustomisations: {
    showPanel: ({ storyId }, isShown) => isShown && !storyId?.startsWith('playground--'),
  },
  theme: create({
    base: isDark ? 'dark' : 'light',
    brandTitle: 'Smartcar Connect for React',
    brandUrl: './',
    fontBase: 'system-ui, sans-serif',
    colorSecondary: isDark ? '#8fb8ee' : '#1f4f93',
    appBorderRadius: 10,
  }),
})

keepValues()
