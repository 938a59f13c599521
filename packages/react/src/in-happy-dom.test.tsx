// The components in happy-dom. @vitest-environment happy-dom

import { testAsAnApp } from '../test/app-test.tsx'

testAsAnApp()
