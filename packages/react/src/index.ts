'use client'
// Smartcar Connect for React: the public surface, with the client's own.

export * from 'smartcar-connect'
export { ConnectButton, type ConnectButtonProps } from './connect-button.tsx'
export { ConnectStatus, type ConnectStatusProps } from './connect-status.tsx'
export { type ConnectLabels, en } from './locales/en.ts'
export {
  type ConnectDefaults,
  SmartcarConnectProvider,
  type SmartcarConnectProviderProps,
} from './provider.tsx'
export {
  type ConnectButtonAttributes,
  type ConnectSource,
  type UseSmartcarConnect,
  useSmartcarConnect,
} from './use-smartcar-connect.ts'
