// JSX by Babel, and style sheets; the bundle goes to dist/.

export default {
  entry: './src/main.jsx',
  module: {
    rules: [
      {
        test: /\.jsx$/,
        loader: 'babel-loader',
        options: { presets: [['@babel/preset-react', { runtime: 'automatic' }]] },
      },
      { test: /\.css$/, use: ['style-loader', 'css-loader'] },
    ],
  },
}
