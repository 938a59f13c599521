// What an app with Rollup needs for React, which is CommonJS, and for a style sheet.

import commonjs from '@rollup/plugin-commonjs'
import resolve from '@rollup/plugin-node-resolve'
import replace from '@rollup/plugin-replace'
import css from 'rollup-plugin-import-css'

export default {
  input: 'main.js',
  output: { dir: 'out', entryFileNames: 'main.js' },
  plugins: [
    css({ output: 'main.css' }),
    replace({ 'process.env.NODE_ENV': "'production'", preventAssignment: true }),
    resolve({ browser: true }),
    commonjs(),
  ],
}
