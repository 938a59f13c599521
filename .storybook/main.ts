// Storybook: the components' stories, to look at, to check with axe and to run as tests.

import type { StorybookConfig } from '@storybook/react-vite'
import remarkGfm from 'remark-gfm'
import { smartcarConnect } from '../packages/client/src/redirect-page/vite.ts'
import { propsModule } from './props/props-module.ts'
import { simulatorWorker } from './simulator-worker.ts'

const config: StorybookConfig = {
  framework: '@storybook/react-vite',
  stories: ['../packages/react/{src,docs,playground}/**/*.@(mdx|stories.tsx)'],
  addons: [
    {
      name: '@storybook/addon-docs',
      // For tables.
      options: { mdxPluginOptions: { mdxCompileOptions: { remarkPlugins: [remarkGfm] } } },
    },
    '@storybook/addon-a11y',
    '@storybook/addon-vitest',
  ],
  // props/ reads the types themselves.
  typescript: { reactDocgen: false },
  features: { sidebarOnboardingChecklist: false },
  viteFinal: config => ({
    ...config,
    plugins: [config.plugins, smartcarConnect(), simulatorWorker(), propsModule()],
    // Browsers with light-dark(): its translation for older ones does not follow the theme switch.
    build: { ...config.build, cssTarget: ['chrome123', 'firefox120', 'safari17.5'] },
  }),
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
}

export default config
