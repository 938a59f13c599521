// The components in jsdom, where nothing scrolls. @vitest-environment jsdom

import { testAsAnApp } from '../test/app-test.tsx'

testAsAnApp()
