'use client'
// Smartcar Connect for React: the public surface, with the client's own.

export * from 'smartcar-connect'
export { BrandPicker, type BrandPickerProps } from './brand-picker.tsx'
export { type Brand, brands, brandsIn } from './brands.ts'
export { ConnectButton, type ConnectButtonProps } from './connect-button.tsx'
export { ConnectStatus, type ConnectStatusProps } from './connect-status.tsx'
export type {
  BrandLabels,
  ConnectLabels,
  Labels,
  PermissionLabels,
  PluralForms,
  ScopeLabels,
} from './labels.ts'
export {
  type ConnectDefaults,
  SmartcarConnectProvider,
  type SmartcarConnectProviderProps,
} from './provider.tsx'
export type { ScopeGroup, ScopeItem } from './scope-group.ts'
export { ScopePicker, type ScopePickerProps } from './scope-picker.tsx'
export type { ScopePreset } from './scope-presets.ts'
export {
  type BrandItem,
  type BrandPickerOptions,
  type BrandPickerState,
  useBrandPicker,
} from './use-brand-picker.ts'
export type { Controllable } from './use-controllable.ts'
export {
  type CheckboxProps,
  type ScopePickerOptions,
  type ScopePickerState,
  useScopePicker,
} from './use-scope-picker.ts'
export {
  type ConnectButtonAttributes,
  type ConnectSource,
  type UseSmartcarConnect,
  useSmartcarConnect,
} from './use-smartcar-connect.ts'
