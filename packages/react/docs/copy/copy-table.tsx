// The copy deck: every text in the languages that are chosen, with a filter and a download.

import { useMemo, useState } from 'react'
import { directionOf, languageName } from '../../../../.storybook/languages.ts'
import { locales } from '../../../../.storybook/locales.ts'
import '../blocks/blocks.css'
import { download } from '../blocks/download.ts'
import { copyRows, filteredRows, toCsv } from './copy-deck.ts'

const languages = locales.map(({ language }) => language)

/** All texts. English and one more language are shown; the file has them all. */
export function CopyTable() {
  const rows = useMemo(() => copyRows(locales), [])
  const [word, setWord] = useState('')
  const [shown, setShown] = useState<readonly string[]>(['en', 'de'])
  const found = filteredRows(rows, word)
  const columns = languages.filter(language => shown.includes(language))

  function toggle(language: string) {
    setShown(now =>
      now.includes(language) ? now.filter(each => each !== language) : [...now, language],
    )
  }

  return (
    <div className="copy-deck">
      <p>
        <label>
          Find a word or a key{' '}
          <input type="search" value={word} onChange={event => setWord(event.target.value)} />
        </label>{' '}
        <button
          type="button"
          className="docs-action"
          onClick={() =>
            download('smartcar-connect-texts.csv', toCsv(['key', ...languages], rows), 'text/csv')
          }
        >
          Download all as CSV
        </button>
      </p>
      <fieldset>
        <legend>Languages</legend>
        {languages.map(language => (
          <label key={language}>
            <input
              type="checkbox"
              checked={shown.includes(language)}
              onChange={() => toggle(language)}
            />{' '}
            {languageName(language)}
          </label>
        ))}
      </fieldset>
      <p role="status">
        {found.length} of {rows.length} texts
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with the keyboard */}
      <table tabIndex={0}>
        <thead>
          <tr>
            <th scope="col">Key</th>
            {columns.map(language => (
              <th scope="col" key={language}>
                {languageName(language)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {found.map(({ key, texts }) => (
            <tr key={key}>
              <th scope="row">
                <code>{key}</code>
              </th>
              {columns.map(language => {
                const text = texts[languages.indexOf(language)]
                return (
                  <td key={language} lang={language} dir={directionOf(language)}>
                    {text}
                    {text !== undefined && <small> {[...text].length}</small>}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
