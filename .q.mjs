import { build } from 'esbuild'
import { brotliCompressSync, constants } from 'node:zlib'
const out = process.argv.slice(2)
const r = await build({ stdin: { contents: "export { ConnectButton, useSmartcarConnect } from './src/index.ts'", resolveDir: 'packages/react', sourcefile: 'entry.js' }, bundle: true, minify: true, write: false, format: 'esm', platform: 'browser', target: 'es2022', splitting: false, outdir: '/tmp/o', external: ['react', 'react/jsx-runtime'], metafile: true, plugins: [{ name: 'x', setup(b) { b.onResolve({ filter: /^/ }, a => a.kind === 'dynamic-import' ? { path: a.path, external: true } : undefined); b.onLoad({ filter: /messages\/advice\.ts$/ }, () => ({ contents: 'export const adviceOn = () => ""', loader: 'ts' })) } }] })
for (const f of r.outputFiles) console.log(f.contents.length, brotliCompressSync(f.contents, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length)
if (out[0]) console.log(r.outputFiles[0].text)
