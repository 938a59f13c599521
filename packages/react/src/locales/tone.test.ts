// How every language speaks: of what is on the window, in one way of address, and without repeating a button.

import { ConnectError, type ConnectErrorCode } from 'smartcar-connect'
import { expect, test } from 'vitest'
import { everyLanguage, sentencesOf, textsOf, translations } from '../../test/every-language.ts'
import { statusActions } from '../connect/status-words.ts'
import { en } from './en.ts'
import { enUS } from './en-us.ts'
import type { Labels } from './labels.ts'

// The first letters of each word, without accents: “Inténtalo” begins like “intentarlo”.
function wordsOf(text: string, language: string): string[] {
  const segments = new Intl.Segmenter(language, { granularity: 'word' }).segment(text)
  return [...segments]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().slice(0, 4))
}

/** Whether the last sentence of a text says what is on the button beside it. */
function endsLike(text: string, button: string, language: string): boolean {
  const segments = new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)
  const last = wordsOf([...segments].at(-1)?.segment ?? '', language)
  return wordsOf(button, language).every(word => last.includes(word))
}

function actionAfter(code: ConnectErrorCode, { connect }: Labels): string | undefined {
  const [action] = statusActions({ status: 'failed', error: new ConnectError(code) })
  return action && connect.actions[action]
}

test.each([
  ['We could not finish on our side. Try again.', 'Try again', 'en'],
  ['Die Antwort war unverständlich. Versuchen Sie es noch einmal.', 'Noch einmal versuchen', 'de'],
  ['No se ha usado. Inténtalo otra vez.', 'Intentarlo otra vez', 'es'],
  ['完成连接所需时间过长。请重试。', '重试', 'zh-Hans'],
])('“%s” ends like its button', (text, button, language) => {
  expect(endsLike(text, button, language)).toBe(true)
})

test.each(everyLanguage)(
  '%s does not end a failure in what its button says',
  (language, labels) => {
    const repeats = Object.entries(labels.connect.failed).filter(([code, text]) => {
      const button = actionAfter(code as ConnectErrorCode, labels)
      return button !== undefined && endsLike(text, button, language)
    })
    expect(repeats).toEqual([])
    expect(endsLike(labels.car.failed, labels.car.signInAgain, language)).toBe(false)
  },
)

test.each(everyLanguage)('%s speaks of Smartcar, which is what the window says', (_, labels) => {
  const { preparing, redirecting, waiting } = labels.connect
  for (const text of [preparing, redirecting, ...Object.values(waiting)]) {
    expect(text).toContain('Smartcar')
  }
  // In English the verb may begin a sentence.
  const connects = sentencesOf(labels).filter(([, text]) => /(?<=\S\s)Connect\b/.test(text))
  expect(connects).toEqual([])
})

test.each(translations)('%s does not use the English name of Connect', (_, labels) => {
  expect(sentencesOf(labels).filter(([, text]) => /\bConnect\b/.test(text))).toEqual([])
})

// Words of the other way of address. Those that also mean “its” or “they” cannot be told apart.
const otherAddress: Readonly<Record<string, string>> = {
  da: 'Dem Deres',
  de: 'du dich dir dein deine deinen deinem deiner',
  es: 'usted ustedes vosotros',
  'es-419': 'usted ustedes vosotros vos',
  fr: 'tu te toi ton ta tes',
  it: 'Lei Suo Sua voi vostra vostro',
  nb: 'Dem Deres',
  nl: 'u uw',
  sv: 'Ni Er Ert',
  'zh-Hans': '你 你们 你的',
}

test.each(Object.entries(otherAddress))('%s addresses people in one way', (language, words) => {
  const other = words.split(' ')
  const labels = everyLanguage.find(([tag]) => tag === language)?.[1] ?? en
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' })
  const found = sentencesOf(labels).filter(([, text]) =>
    [...segmenter.segment(text)].some(
      ({ segment }) => other.includes(segment) || other.includes(segment.toLowerCase()),
    ),
  )
  expect(labels.language).toBe(language)
  expect(found).toEqual([])
})

test.each(everyLanguage)('%s: the long name of a button has its short name in it', (_, { car }) => {
  expect(car.disconnectCar).toContain(car.disconnect)
})

test('American English has none of the British words, and British English none of the American', () => {
  const british =
    /tyre|\bboot\b|bonnet|cancelled|any more|(?<!at )any time|carmaker|carry on|somebody|licence/i
  const american = /\btires?\b|\btrunk\b|\bhood\b|canceled|anymore|automaker|license/i
  expect(sentencesOf(enUS).filter(([, text]) => british.test(text))).toEqual([])
  expect(sentencesOf(en).filter(([, text]) => american.test(text))).toEqual([])
  expect(textsOf(enUS).get('scope.permissions.control_trunk.title')).toBe('Open the trunk')
})
