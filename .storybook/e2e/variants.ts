// Checks the story that is open with axe in each theme, language and direction.

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { directionOf } from '../languages.ts'
import type { Globals, StorybookWindow } from './stories.ts'

const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

/** The switches of one check, and the rules of axe for it. */
type Variant = Required<Globals> & { rules: 'all' | 'colours' | 'words' }

/** Attributes that hold words for people. */
const wordy = ['alt', 'aria-description', 'aria-label', 'aria-valuetext', 'placeholder', 'title']

const english = { language: 'en', direction: 'ltr' } as const
const rightToLeft = { language: 'en', direction: 'rtl' } as const

/**
 * A language changes words but no colours, and a theme changes colours and nothing else. So every
 * language is checked with all rules but those about colours, and every theme with those. Right to
 * left may change anything.
 *
 * Those rules do not read words: they ask whether there are any, and whether two are equal. A
 * language whose page has the form of the English one, by `formOf`, is therefore checked with the
 * rule about languages alone. All rules in all combinations would take five times as long.
 */
function variantsIn(languages: readonly string[]): readonly Variant[] {
  return [
    ...languages.map((language): Variant => {
      return { theme: 'light', language, direction: directionOf(language), rules: 'words' }
    }),
    { theme: 'light', ...english, rules: 'colours' },
    { theme: 'dark', ...english, rules: 'colours' },
    { theme: 'dark', ...rightToLeft, rules: 'colours' },
    { theme: 'light', ...rightToLeft, rules: 'all' },
  ]
}

type Finding = { id: string; nodes: { html: string; any: { data?: { messageKey?: string } }[] }[] }
type AxeWindow = {
  axe: {
    run(on: string, options: object): Promise<Record<'violations' | 'incomplete', Finding[]>>
  }
}

/**
 * What axe finds in each variant, and whether the page is wider than its window. A variant without
 * faults is left out. Everything runs inside the page in one go, which is faster than a call for each.
 */
export async function faultsByVariant(
  page: Page,
  languages: readonly string[],
): Promise<Readonly<Record<string, string[]>>> {
  await page.evaluate(axe)
  // Axe does not check brands that are scrolled out of view.
  await page.addStyleTag({
    content: `[data-sc=brand-list] {
      block-size: auto !important;
      max-block-size: none !important;
      overflow: visible !important;
    }`,
  })
  return page.evaluate(
    async ({ variants, wordy }) => {
      const { switchGlobals, axe } = window as unknown as StorybookWindow & AxeWindow
      const colours = ['color-contrast', 'link-in-text-block']
      const rules = {
        all: {},
        colours: { runOnly: colours },
        words: { rules: Object.fromEntries(colours.map(id => [id, { enabled: false }])) },
        language: { runOnly: ['valid-lang'] },
      }

      /**
       * The page without its words, and what is shown of it: each word is replaced by a number, equal
       * words by the same.
       */
      function formOf(root: Element): string {
        const words = ['']
        function numberOf(text: string): number {
          const word = text.replace(/\s+/g, ' ').trim()
          if (!words.includes(word)) words.push(word)
          return words.indexOf(word)
        }
        function form(node: Node): string {
          if (node instanceof Text) return `${numberOf(node.data)}`
          if (!(node instanceof Element)) return ''
          const isShown = node.checkVisibility({ visibilityProperty: true })
          const attributes = [...node.attributes].map(({ name, value }) => {
            if (name === 'lang') return name
            return `${name}=${wordy.includes(name) ? numberOf(value) : value}`
          })
          const inside = [...node.childNodes].map(form).filter(part => part !== '0')
          return `<${node.tagName} ${isShown} ${attributes.join(' ')}>${inside.join()}</>`
        }
        return form(root)
      }
      const root = document.querySelector('#storybook-root') as Element
      await switchGlobals({ theme: 'light', language: 'en', direction: 'ltr' })
      const english = formOf(root)

      const found: Record<string, string[]> = {}
      for (const variant of variants) {
        const { theme, language, direction } = variant
        await switchGlobals({ theme, language, direction })
        const hasEnglishForm = language !== 'en' && formOf(root) === english
        // Nor what lies behind the line of the scope picker, which at the end of the page covers nothing.
        scrollTo(0, document.documentElement.scrollHeight)
        const { violations, incomplete } = await axe.run('#storybook-root', {
          ...rules[variant.rules === 'words' && hasEnglishForm ? 'language' : variant.rules],
          resultTypes: ['violations', 'incomplete'],
        })
        // A check that axe could not decide has not passed. Only a sign such as ✓, which is no text to
        // axe, is left out: it has the colour of the name beside it.
        function isSign({ any }: Finding['nodes'][0]) {
          return any[0]?.data?.messageKey === 'nonBmp'
        }
        const here = [
          ...violations.flatMap(({ id, nodes }) => nodes.map(node => ({ id, node }))),
          ...incomplete.flatMap(({ id, nodes }) =>
            nodes.filter(node => !isSign(node)).map(node => ({ id, node })),
          ),
        ].map(({ id, node }) => `${id}: ${node.html}`)
        if (document.documentElement.scrollWidth > innerWidth) here.push('wider than the window')
        const name = `${theme} ${language} ${direction}`
        if (here.length > 0) found[name] = [...(found[name] ?? []), ...here]
      }
      return found
    },
    { variants: variantsIn(languages), wordy },
  )
}
