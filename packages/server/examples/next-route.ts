// Next.js: app/api/smartcar/exchange/route.ts

export { exchange as POST } from './exchange.ts'
