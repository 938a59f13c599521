// The sidebar, made from the pages that there are.

import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { DefaultTheme } from 'vitepress'

const docs = fileURLToPath(new URL('../../../docs/', import.meta.url))

/** The groups in order: names of pages without `.md`; a folder with a slash at its end is all the rest of it. */
const groups: readonly (readonly [title: string, pages: readonly string[]])[] = [
  [
    'Begin',
    [
      'quickstart',
      'quickstart-next',
      'quickstart-react-router',
      'from-smartcar-auth',
      'from-version-2-to-3',
    ],
  ],
  [
    'Concepts',
    [
      'concepts/popup',
      'concepts/session',
      'concepts/car',
      'concepts/connection',
      'concepts/versions',
      'concepts/trust',
      'concepts/',
    ],
  ],
  ['Recipes', ['recipes/']],
  ['In detail', ['connected-cars', 'whose-session', 'whose-car']],
  ['In production', ['redirect-page', 'deploy', 'testing', 'security', 'backend-contract']],
  ['When it does not work', ['troubleshooting', 'browsers']],
  [
    'Packages',
    ['packages/react', 'packages/client', 'packages/server', 'packages/simulator', 'packages/'],
  ],
  ['Reference', ['reference/']],
  ['And', ['']],
]

/** The groups with their pages. What no group names is in the last one, so that no page is lost. */
export function sidebar(): DefaultTheme.SidebarItem[] {
  const paths = globSync('**/*.md', { cwd: docs }).map(path => path.replaceAll('\\', '/'))
  return sidebarOf(
    paths.map(path => path.replace(/\.md$/, '')),
    titleOf,
  )
}

/** The same from a list of pages. */
export function sidebarOf(
  pages: readonly string[],
  title: (page: string) => string,
): DefaultTheme.SidebarItem[] {
  const named = groups.flatMap(([, names]) => names)
  const used = new Set(['index'])
  const sorted = pages.toSorted((a, b) => (linkOf(a) < linkOf(b) ? -1 : 1))
  function take(name: string): string[] {
    const found = sorted.filter(page => {
      const isHere = page === name || (/(^|\/)$/.test(name) && page.startsWith(name))
      return isHere && !used.has(page) && (page === name || !named.includes(page))
    })
    for (const page of found) used.add(page)
    return found
  }
  return groups
    .map(([text, names]) => ({
      text,
      collapsed: text === 'Reference', // longer than all the others together
      items: names.flatMap(take).map(page => ({ text: title(page), link: linkOf(page) })),
    }))
    .filter(({ items }) => items.length > 0)
}

function linkOf(page: string): string {
  return `/${page.replace(/(^|\/)index$/, '$1')}`
}

/** The first heading of a page. */
function titleOf(page: string): string {
  const text = readFileSync(`${docs}${page}.md`, 'utf8')
  const [, title] = /^# (.+)$/m.exec(text) ?? []
  return title?.replaceAll('`', '') ?? /([^/]+)$/.exec(page)?.[1] ?? page
}
