// What an app with webpack 5 or Rspack needs for a style sheet; Rspack reads it, too.

module.exports = {
  mode: 'production',
  entry: './main.js',
  output: { path: `${__dirname}/out` },
  experiments: { css: true },
  module: { rules: [{ test: /\.css$/, type: 'css/auto' }] },
  performance: { hints: false },
}
