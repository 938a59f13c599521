// The app that each bundler builds: every entry for browsers, a style sheet, and a click that fails.

import 'smartcar-connect-react/styles.css'
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { diagnoseConnect } from 'smartcar-connect/diagnose'
import { redirectPage } from 'smartcar-connect/redirect-page'
import {
  ConnectButton,
  ConnectStatus,
  createConnect,
  permissions,
  SmartcarConnectProvider,
} from 'smartcar-connect-react'
import { de } from 'smartcar-connect-react/locales/de'
import { createFakeConnect } from 'smartcar-connect-react/testing'

const connect = createConnect({ backend: '/nothing', onError: () => {} })
const fake = createFakeConnect()
fake.set({ status: 'connected', grant: {}, data: undefined })

createRoot(document.querySelector('#app')).render(
  createElement(
    SmartcarConnectProvider,
    { labels: de },
    createElement(ConnectButton, { connect }),
    createElement(ConnectStatus, { connect: fake }),
  ),
)
document.title = [
  permissions.length > 20,
  redirectPage().html.length > 100,
  typeof diagnoseConnect,
].join()
