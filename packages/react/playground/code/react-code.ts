// The React code for a state: a file that runs as it is pasted.

import { childrenCode, indented, literal } from '../../docs/snippets/code.ts'
import type { PlaygroundState } from '../state/playground-state.ts'
import { askedParams, pageOptions } from './connect-params.ts'

/** The file `connect-car.tsx`. Options that are as they are by default are not in it. */
export function reactCode(state: PlaygroundState): string {
  const { language } = state
  const hasLabels = language !== 'en'
  const names = ['ConnectButton', 'ConnectStatus', 'createConnect']
  if (hasLabels) names.push('SmartcarConnectProvider')
  return [
    '// connect-car.tsx: a button that connects a car, and a line that says how it goes.',
    '',
    `import { ${names.join(', ')} } from 'smartcar-connect-react'`,
    ...(hasLabels ? [localeImport(language)] : []),
    "import 'smartcar-connect-react/styles.css' // optional",
    '',
    'const connect = createConnect({',
    ...options(state).map(([name, value]) => indented(`${name}: ${value},`)),
    '})',
    '',
    'export function ConnectCar() {',
    '  return (',
    ...element(state).map(line => `    ${line}`),
    '  )',
    '}',
    '',
  ].join('\n')
}

/** The name of a language's words in its file, such as `zhHans` for `zh-Hans`. */
function localeName(language: string): string {
  return language.replaceAll('-', '')
}

function localeImport(language: string): string {
  return `import { ${localeName(language)} } from 'smartcar-connect-react/locales/${language.toLowerCase()}'`
}

function options(state: PlaygroundState): readonly [name: string, value: string][] {
  const { way, externalId, applicationId } = state
  const ofWay =
    way === 'backend'
      ? { backend: '/api/smartcar' }
      : {
          applicationId,
          redirectUri: '/smartcar-redirect.html',
          exchange: '/api/smartcar/exchange',
          ...askedParams(state),
          ...(externalId && { externalId }),
        }
  return [
    ...Object.entries({ ...ofWay, ...pageOptions(state) }).map(
      ([name, value]): [string, string] => [name, `${literal(value)}`],
    ),
    ['onSuccess', "cars => console.log('Connected:', cars)"],
    ['onError', 'error => console.error(error)'],
  ]
}

function element(state: PlaygroundState): readonly string[] {
  const { language, theme } = state
  const scheme = theme === 'dark' ? " style={{ colorScheme: 'dark' }}" : ''
  const lang = language === 'en' ? '' : ` lang=${JSON.stringify(language)}`
  const inner = [
    `<div${lang}${scheme}>`,
    ...button(state).map(line => `  ${line}`),
    '  <ConnectStatus connect={connect} />',
    '</div>',
  ]
  if (language === 'en') return inner
  return [
    `<SmartcarConnectProvider labels={${localeName(language)}}>`,
    ...inner.map(line => `  ${line}`),
    '</SmartcarConnectProvider>',
  ]
}

function button({ label, variant, size, fullWidth }: PlaygroundState): readonly string[] {
  const look = [
    variant !== 'primary' && ` variant="${variant}"`,
    size !== 'regular' && ` size="${size}"`,
    fullWidth && ' fullWidth',
  ]
  const open = `<ConnectButton connect={connect}${look.filter(Boolean).join('')}`
  return label ? [`${open}>`, `  ${childrenCode(label)}`, '</ConnectButton>'] : [`${open} />`]
}
