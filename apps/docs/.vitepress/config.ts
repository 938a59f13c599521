// The documentation site: the Markdown of docs/, static, with nothing from other servers.

import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitepress'
import { repository, site } from '../site/addresses.ts'
import { exactAnchors, slugOf } from '../site/anchors.ts'
import { siteLinks } from '../site/links.ts'
import { sidebar } from '../site/sidebar.ts'

// The pages are outside this package, where Vue is not found. Built, they are rendered from inside it.
const vueForPages = {
  name: 'vue-for-pages',
  enforce: 'pre' as const,
  resolveId(id: string, _: string | undefined, { ssr = false }: { readonly ssr?: boolean }) {
    return ssr && /^vue(\/server-renderer)?$/.test(id) ? { id, external: true } : null
  },
}

export default defineConfig({
  title: 'Smartcar Connect',
  description: 'Connect cars by a popup that always ends, with a backend that does it right.',
  lang: 'en',
  srcDir: '../../docs',
  outDir: '../../dist/docs',
  cleanUrls: true,
  lastUpdated: false,
  // Storybook is built beside these pages, and looked for in the built site. The quickstart's page is the reader's.
  ignoreDeadLinks: [/^\/storybook\//, /^http:\/\/localhost:/],
  sitemap: { hostname: site },
  vite: {
    publicDir: fileURLToPath(new URL('../public', import.meta.url)),
    plugins: [vueForPages],
  },
  head: [['link', { rel: 'icon', type: 'image/svg+xml', href: '/icon.svg' }]],
  markdown: {
    anchor: { slugify: slugOf },
    config: markdown => {
      markdown.use(siteLinks)
      markdown.use(exactAnchors)
    },
  },
  themeConfig: {
    search: { provider: 'local' },
    outline: { level: [2, 3], label: 'On this page' },
    nav: [
      { text: 'Quickstart', link: '/quickstart' },
      { text: 'Storybook', link: '/storybook/', target: '_self' },
      { text: 'Examples', link: `${repository}/tree/main/apps/examples` },
    ],
    sidebar: sidebar(),
    socialLinks: [{ icon: 'github', link: repository }],
    editLink: { pattern: `${repository}/edit/main/docs/:path`, text: 'Change this page' },
    footer: { message: 'MIT. Not affiliated with Smartcar, Inc.' },
  },
})
