// The checks of a session that outlives its page.

import type { MutatedFile } from './mutated-file.ts'

/** The mutations in `resume/`. */
export const resumeMutations: readonly MutatedFile[] = [
  {
    file: 'resume/session-record.ts',
    tests: ['resume/session-record.browser.test.ts'],
    mutations: [
      ['if (!hash) return undefined', ''],
      [
        '  } catch {\n    return undefined\n  }\n  return () => deleteRecord',
        '  } catch {}\n  return () => deleteRecord',
      ],
      ['if (readRecord()?.hash === hash) sessionStorage', 'sessionStorage'],
      ['if (readRecord()?.hash === hash) sessionStorage.removeItem(recordKey)', ''],
      ['    hash,\n    createdMs', '    hash: token,\n    createdMs'],
      ["searchParams.get('response_type')", 'searchParams'],
      ['    return undefined\n  }\n}', '    return {} as SessionRecord\n  }\n}'],
      [" ?? 'null') ?? undefined", " ?? 'null')"],
      ['[applicationId, clientId, redirectUri, exchange]', '[clientId, redirectUri, exchange]'],
      [
        '[applicationId, clientId, redirectUri, exchange]',
        '[applicationId, redirectUri, exchange]',
      ],
      ['[applicationId, clientId, redirectUri, exchange]', '[applicationId, clientId, exchange]'],
      [
        '[applicationId, clientId, redirectUri, exchange]',
        '[applicationId, clientId, redirectUri]',
      ],
      [".filter(text => typeof text === 'string')", ''],
    ],
  },
  {
    file: 'resume/keep-record.ts',
    tests: ['late.browser.test.ts', 'resume/resume.browser.test.ts'],
    mutations: [
      ['if (signal.aborted) return\n', ''],
      ['if (signal.aborted) forget?.()\n  else ', ''],
      ["signal.addEventListener('abort', () => forget?.())", '{}'],
    ],
  },
  {
    file: 'resume/leave.ts',
    tests: ['resume/leave.browser.test.ts'],
    mutations: [
      ["if (!forget) throw new Error('Nothing can be stored in this tab.')", ''],
      ['pathname + search + hash', 'location.href'],
      ['pathname + search + hash', 'pathname + search'],
      ['if (!event.persisted) return', ''],
      ["removeEventListener('pageshow', onPageShow)", ''],
      ['    forget()\n', ''],
      ['    onReturn()\n', ''],
      ["addEventListener('pageshow', onPageShow, { signal })\n  location", 'location'],
      [', { signal })', ')'],
      ['if (signal.aborted) return forget()', ''],
      ['if (signal.aborted) return\n', ''],
      ["signal.addEventListener('abort', forget)", ''],
    ],
  },
  {
    file: 'resume/resume-session.ts',
    tests: ['resume/resume.browser.test.ts'],
    mutations: [
      ['page?.origin !== origin || ', ''],
      ['page.pathname !== pathname || ', ''],
      [' || !tokenOf(state)', ''],
      ["history.replaceState(history.state, '', origin + pathname)", ''],
      ["    refuse('redirectUri', 'is answered with the app itself', 'app_at_redirect_uri')\n", ''],
      ['!record || record.owner !== recordOwner(options)', '!record'],
      ['if (returnTo || leftMs <= 0) deleteRecord', 'if (leftMs <= 0) deleteRecord'],
      ['if (returnTo || leftMs <= 0) deleteRecord', 'if (returnTo) deleteRecord'],
      ['if (leftMs <= 0 || (returnTo && !answer) || ', 'if ((returnTo && !answer) || '],
      ['if (leftMs <= 0 || (returnTo && !answer) || ', 'if (leftMs <= 0 || '],
      [' || !URL.canParse(address)', ''],
      ['receive(new URL(address), age)', "receive(new URL('https://connect.smartcar.com'), age)"],
      ['receive(new URL(address), age)', 'receive(new URL(address), () => 0)'],
      ['if (isOurs && appState.ok)', 'if (appState.ok)'],
      [
        'if (isOurs && appState.ok) accept(message, acknowledge, appState.value)',
        "if (isOurs) accept(message, acknowledge, 'value' in appState ? appState.value : '')",
      ],
      ['acknowledge, appState.value)', 'acknowledge, options.state)'],
      ["    else if (answer) fail('invalid_response')\n", ''],
      ["else if (answer) fail('invalid_response')\n  }", "else fail('invalid_response')\n  }"],
      ['if (!answer && !listenOnChannel', 'if (!listenOnChannel'],
      [
        '!listenOnChannel(hash, onMessage, signal)) return undefined',
        '!listenOnChannel(hash, onMessage, signal)) {}',
      ],
      ["const timer = setTimeout(fail, leftMs, 'expired')", 'const timer = 0'],
      ['clearTimeout(timer)', ''],
      ['    deleteRecord(hash)\n  })', '  })'],
      ['if (isConnectMessage(answer)) void', 'if (answer) void'],
      ["else if (answer) queueMicrotask(() => fail('invalid_response'))", ''],
      ["queueMicrotask(() => fail('invalid_response'))", "fail('invalid_response')"],
    ],
  },
]
