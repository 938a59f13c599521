// Smartcar Connect for React: the public surface, with the client's own.

// No 'use client' here: each file with a hook or a component has its own. In a server component the
// values of this entry, such as `permissions`, are therefore themselves.
export type * from 'smartcar-connect'
export {
  buildConnectUrl,
  ConnectError,
  createConnect,
  createConnectedCars,
  isConnectOption,
  permissions,
} from 'smartcar-connect'
export type { BrandGroup, BrandItem } from './brand-picker/brand-groups.ts'
export { BrandPicker, type BrandPickerProps } from './brand-picker/brand-picker.tsx'
export { type Brand, brands, brandsIn } from './brand-picker/brands.ts'
export {
  type BrandPickerOptions,
  type BrandPickerState,
  useBrandPicker,
} from './brand-picker/use-brand-picker.ts'
export type { RadioProps } from './brand-picker/use-radio-props.ts'
export { brandName, carName, type NamedCar } from './cars/car-name.ts'
export type { CarWords } from './cars/car-sentence.ts'
export {
  carsToReconnect,
  type ReconnectAccount,
  type ReconnectCar,
} from './cars/cars-to-reconnect.ts'
export { ConnectedCar, type ConnectedCarProps } from './cars/connected-car.tsx'
export { DisconnectButton, type DisconnectButtonProps } from './cars/disconnect-button.tsx'
export { ReconnectBanner, type ReconnectBannerProps } from './cars/reconnect-banner.tsx'
export {
  type CarDetails,
  type ConnectedCarOptions,
  type ConnectedCarState,
  useConnectedCar,
} from './cars/use-connected-car.ts'
export {
  type UseConnectedCars,
  type UseConnectedCarsOptions,
  useConnectedCars,
} from './cars/use-connected-cars.ts'
export {
  type DisconnectOptions,
  type DisconnectState,
  type DisconnectStatus,
  useDisconnect,
} from './cars/use-disconnect.ts'
export { type ReconnectOptions, type ReconnectState, useReconnect } from './cars/use-reconnect.ts'
export { useReconnectAccounts } from './cars/use-reconnect-accounts.ts'
export type { ConnectButtonAttributes } from './connect/button-props.ts'
export { ConnectButton, type ConnectButtonProps } from './connect/connect-button.tsx'
export type { ConnectDefaults } from './connect/connect-defaults.ts'
export { ConnectStatus, type ConnectStatusProps } from './connect/connect-status.tsx'
export {
  SmartcarConnectProvider,
  type SmartcarConnectProviderProps,
} from './connect/smartcar-connect-provider.tsx'
export type { ConnectSource } from './connect/use-connect.ts'
export { type UseSmartcarConnect, useSmartcarConnect } from './connect/use-smartcar-connect.ts'
export { ConnectIntro, type ConnectIntroProps } from './intro/connect-intro.tsx'
export {
  type ConnectIntroOptions,
  type ConnectIntroState,
  useConnectIntro,
} from './intro/use-connect-intro.ts'
export type {
  BrandLabels,
  CarLabels,
  ConnectLabels,
  IntroLabels,
  Labels,
  PermissionLabels,
  PluralForms,
  ScopeLabels,
} from './locales/labels.ts'
export type { Controllable } from './picker/use-controllable.ts'
export type { CheckboxProps, ScopeSet } from './scope-picker/checkbox-props.ts'
export type { PermissionGroup } from './scope-picker/permission-groups.ts'
export type { ScopeGroup, ScopeItem, ScopeTopic } from './scope-picker/scope-group.ts'
export { ScopePicker, type ScopePickerProps } from './scope-picker/scope-picker.tsx'
export type { ScopePreset } from './scope-picker/scope-presets.ts'
export { type PermissionWords, scopeWords } from './scope-picker/scope-words.ts'
export type { TopicProps } from './scope-picker/use-open-topics.ts'
export type { PresetButton } from './scope-picker/use-presets.ts'
export {
  type ScopePickerOptions,
  type ScopePickerState,
  useScopePicker,
} from './scope-picker/use-scope-picker.ts'
