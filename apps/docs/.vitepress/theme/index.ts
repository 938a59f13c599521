// VitePress's own look, in the system's fonts and this project's colours.

import DefaultTheme from 'vitepress/theme-without-fonts'
import './style.css'

export default DefaultTheme
