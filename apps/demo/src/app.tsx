// The whole page, by the way, the language and the colours that are chosen.

import { type ReactNode, useEffect } from 'react'
import { SmartcarConnectProvider } from 'smartcar-connect-react'
import { CodeWay } from './code/code-way.tsx'
import { WaySelect } from './developer/way-select.tsx'
import { LiveWay } from './live/live-way.tsx'
import { connectDefaults } from './page/connect-defaults.ts'
import { readLanguage, readScenario, readTheme } from './page/look.ts'
import { LookSelects } from './page/look-selects.tsx'
import { SiteHeader } from './page/site-header.tsx'
import { useAddressParameter } from './page/use-address-parameter.ts'
import { readWay } from './page/way.ts'
import { languages } from './words/languages.ts'
import { LanguageProvider } from './words/use-language.ts'

/**
 * What the library is, and “Your garage”: the first screen of an imagined product. Another way to
 * connect is another garage.
 */
export function App(): ReactNode {
  const [way, chooseWay] = useAddressParameter('way', readWay)
  const [tag, chooseLanguage] = useAddressParameter('language', readLanguage)
  const [theme, chooseTheme] = useAddressParameter('theme', readTheme)
  const [scenario, chooseScenario] = useAddressParameter('scenario', readScenario)
  const look = { language: tag, theme, scenario }
  const language = languages.find(one => one.tag === tag) ?? languages[0]

  useEffect(() => {
    document.documentElement.lang = tag
    document.documentElement.dir = language?.direction ?? 'ltr'
    document.documentElement.style.colorScheme = theme === 'system' ? '' : theme
  }, [tag, language, theme])

  if (!language) return null
  const Garage = way === 'code' ? CodeWay : LiveWay
  return (
    <>
      <SiteHeader>
        <LookSelects
          language={tag}
          onLanguage={chooseLanguage}
          theme={theme}
          onTheme={chooseTheme}
        />
      </SiteHeader>
      <LanguageProvider value={language}>
        <SmartcarConnectProvider {...connectDefaults(way, look)} labels={language.labels} key={way}>
          <Garage
            optionsFor={scenario => connectDefaults(way, { ...look, scenario })}
            scenario={scenario}
            onScenario={chooseScenario}
            waySelect={<WaySelect value={way} onValueChange={chooseWay} />}
          />
        </SmartcarConnectProvider>
      </LanguageProvider>
    </>
  )
}
