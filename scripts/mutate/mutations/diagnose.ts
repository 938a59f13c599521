// The checks of the diagnosis: what it knows of the redirect page's script.

import type { MutatedFile } from './mutated-file.ts'

/** The mutations in `diagnose/`. */
export const diagnoseMutations: readonly MutatedFile[] = [
  {
    file: 'diagnose/allows-script.ts',
    tests: ['diagnose/allows-script.test.ts'],
    mutations: [
      ["sandbox && !['allow-scripts', 'allow-same-origin']", "sandbox && !['allow-scripts']"],
      ["sandbox && !['allow-scripts', 'allow-same-origin']", "sandbox && !['allow-same-origin']"],
      ["directives.get('script-src-elem') ??", ''],
      ["directives.get('default-src')", 'undefined'],
      [".includes(`'nonce-", ".some(source => source.toLowerCase() === `'nonce-"],
      ['!words.includes("\'strict-dynamic\'") &&', ''],
      ['if (!directives.has(name.toLowerCase())) ', ''],
      ['if (!hashes && words.some(isHash)) return true', ''],
      ['&& !isStricter', ''],
      ['isHash(word) || word.startsWith("\'nonce-") || word', 'word'],
      ['|| word === "\'strict-dynamic\'"', ''],
      ['return script.origin === page.origin', 'return true'],
      ["word === '*' || ", ''],
      ['|| word === script.protocol', ''],
      ['if (scheme && scheme !== script.protocol) return false', ''],
      ['isHost && (!path', '(!path'],
      ["path.endsWith('/') ? place.startsWith(path) : place === path", 'place.startsWith(path)'],
    ],
  },
  {
    file: 'diagnose/page-scripts.ts',
    tests: ['diagnose/page-scripts.test.ts'],
    mutations: [
      [".filter(({ type = '' })", ".filter(({ src: type = '' })"],
      [".replaceAll(/\\r\\n?/g, '\\n')", ''],
      ['/^content-security-policy$/i.test(name)', 'true'],
      ['name.toLowerCase(),', 'name,'],
      ['decoded(double ?? single ?? bare', 'decoded(double ?? single'],
      ['decoded(double ?? single ?? bare', '(double ?? single ?? bare'],
      ['signs[name] ?? entity', "signs[name] ?? ''"],
      ['decimal ? 10 : 16', '10'],
    ],
  },
  {
    file: 'diagnose/script-findings.ts',
    tests: ['diagnose/script-findings.test.ts'],
    mutations: [
      ['if (!scripts || ', 'if ('],
      ['if (!own) {', 'if (false) {'],
      ["text.includes('smartcar-connect')", 'true'],
      ["header.split(',').some", '[header].some'],
      ['policiesIn(page.text).every', '[].every'],
    ],
  },
  {
    file: 'diagnose/redirect-findings.ts',
    tests: ['diagnose/findings.test.ts'],
    mutations: [
      ['if (redirect.url !== hrefOf(redirectUri)) {', 'if (redirect.url !== redirectUri) {'],
      ["new URL(url).href.split('#')[0]", 'new URL(url).href'],
      ['found.push(...scriptFindings(redirect, redirectScripts))', ''],
    ],
  },
]
