// Every language is complete, in what the types cannot check.

import { expect, test } from 'vitest'
import {
  everyLanguage,
  formsOf,
  sentencesOf,
  textsOf,
  translations,
} from '../../test/every-language.ts'
import { scopeSummary } from '../scope-picker/scope-summary.ts'
import { ar } from './ar.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { enUS } from './en-us.ts'
import { regionalTag } from './formats.ts'
import { fr } from './fr.ts'
import { fill, list, plural } from './plural.ts'
import { zhHans } from './zh-hans.ts'

const english = textsOf(en)

function placeholders(text: string): string[] {
  return (text.match(/\{\w+\}/g) ?? []).sort()
}

// Nobody has a million cars, which is where `many` begins in Spanish, French and Italian.
function categoriesOf(language: string): string[] {
  const rules = new Intl.PluralRules(language)
  return [...new Set(Array.from({ length: 200 }, (_, count) => rules.select(count)))]
}

test('there are the eleven languages that Connect speaks, English twice, and Arabic', () => {
  expect(everyLanguage.map(([language]) => language).sort()).toEqual(
    'ar da de en en-US es es-419 fr it nb nl sv zh-Hans'.split(' ').sort(),
  )
})

test.each(everyLanguage)('%s has every text, none of them empty', (_language, labels) => {
  expect([...textsOf(labels).keys()].sort()).toEqual([...english.keys()].sort())
  for (const [path, sentence] of sentencesOf(labels)) expect(sentence.trim(), path).not.toBe('')
})

test.each(everyLanguage)('%s fills in what English fills in', (_language, labels) => {
  for (const [path, text] of textsOf(labels)) {
    const [, inEnglish = ''] = formsOf(english.get(path) ?? '').at(-1) ?? []
    const expected = placeholders(inEnglish)
    for (const [form, sentence] of formsOf(text)) {
      const found = placeholders(sentence)
      const where = `${path}.${form}`
      // “Your car” needs no number, “no car” no list of cars either.
      const isWithoutNumber = form === 'zero' || form === 'one' || form === 'two'
      expect(expected, where).toEqual(expect.arrayContaining(found))
      const needed = isWithoutNumber ? expected.filter(name => name !== '{count}') : expected
      if (form !== 'zero') expect(found, where).toEqual(expect.arrayContaining(needed))
    }
  }
})

test.each(everyLanguage)(
  '%s has each plural form that it uses, and no other',
  (language, labels) => {
    const needed = categoriesOf(language)
    for (const [path, text] of textsOf(labels)) {
      if (typeof text === 'string') continue
      // A name and a number, such as “Sehen: 3”, are the same for every number.
      if (Object.keys(text).length === 1 && /: \{count\}$/.test(text.other)) continue
      // A language without forms may have a sentence for one.
      const forms = Object.keys(text).filter(form => form !== 'one' || needed.includes('one'))
      expect(forms.sort(), path).toEqual([...needed].sort())
    }
  },
)

test('Arabic has six forms wherever something is counted', () => {
  expect(categoriesOf('ar').sort()).toEqual(['few', 'many', 'one', 'other', 'two', 'zero'])
  const { connected } = ar.connect
  const sentences = [0, 1, 2, 3, 11, 100].map(count => plural('ar', connected, count))
  expect(sentences.slice(0, 3)).toEqual([connected.zero, connected.one, connected.two])
  expect(sentences.slice(3).map(sentence => /\p{Nd}+/u.exec(sentence)?.[0])).toEqual(
    [3, 11, 100].map(count => new Intl.NumberFormat('ar').format(count)),
  )
})

test('one car is no number, in a language without plural forms either', () => {
  expect(plural('zh-Hans', zhHans.connect.connected, 1)).toBe('您的汽车已连接。')
  expect(plural('zh-Hans', zhHans.connect.connected, 2)).toBe('您的 2 辆汽车已连接。')
  expect(plural('zh-Hans', zhHans.scope.matches, 1)).toBe('找到 1 项权限')
})

test.each(everyLanguage)(
  '%s has a text of its own for each error, each cancellation and each permission',
  (_language, { connect, scope }) => {
    const titles = Object.values(scope.permissions).map(({ title }) => title)
    for (const texts of [Object.values(connect.failed), Object.values(connect.cancelled), titles]) {
      expect(new Set(texts).size).toBe(texts.length)
    }
  },
)

// What is the same in several languages.
const shared = ['VIN', 'VIN {vin}']

test.each(translations)('%s has no English left in it', (_language, labels) => {
  const same = sentencesOf(labels).filter(([path, sentence]) => {
    const text = english.get(path) ?? english.get(path.replace(/\.\w+$/, '')) ?? ''
    return formsOf(text).some(([, inEnglish]) => inEnglish === sentence)
  })
  expect(same.filter(([, sentence]) => !shared.includes(sentence))).toEqual([])
})

test('en is written as in Britain, and en-US as in the United States', () => {
  const day = new Date(2026, 4, 4)
  const [british, american] = [en, enUS].map(({ language }) => [
    list(language, ['a', 'b', 'c']),
    new Intl.DateTimeFormat(regionalTag(language), { dateStyle: 'long' }).format(day),
  ])
  expect(british).toEqual(['a, b and c', '4 May 2026'])
  expect(american).toEqual(['a, b, and c', 'May 4, 2026'])
})

test('only values that were given are filled in', () => {
  expect(fill('{car} {constructor} {toString}', { car: 'Kia' })).toBe(
    'Kia {constructor} {toString}',
  )
})

test('each language lists and counts in its own way', () => {
  const items = ['VIN', 'Fuel'].map(title => ({
    access: 'read' as const,
    title,
    checked: true,
    required: false,
  }))
  expect(scopeSummary(items, de)).toEqual(['Möchte 2 Dinge sehen: VIN und Fuel.'])
  expect(scopeSummary(items.slice(1), fr)).toEqual(['Demande à voir\u00a0: Fuel.'])
  expect(scopeSummary(items, zhHans)).toEqual(['请求查看 2 项：VIN和Fuel。'])
  expect(scopeSummary(items, ar)).toEqual(['يطلب الاطلاع على أمرين: VIN وFuel.'])
})
