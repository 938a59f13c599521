// The signals of temperatures and of the air conditioning. None of their bodies is recorded.

import { quantity, type Signal, signalsOf, value } from './signal.ts'

/** The signals of the groups Climate and HVAC. */
export const comfortSignals: readonly Signal[] = [
  ...signalsOf('Climate', 'read_thermometer', {
    ExternalTemperature: ({ readings }) => quantity(readings.climate?.outsideCelsius, 'celsius'),
    InternalTemperature: ({ readings }) => quantity(readings.climate?.insideCelsius, 'celsius'),
  }),
  ...signalsOf('HVAC', 'read_climate', {
    CabinTargetTemperature: ({ readings }) => quantity(readings.hvac?.targetCelsius, 'celsius'),
    IsCabinHVACActive: ({ readings }) => value(readings.hvac?.isActive),
    IsFrontDefrosterActive: ({ readings }) => value(readings.hvac?.isFrontDefrosterActive),
    IsRearDefrosterActive: ({ readings }) => value(readings.hvac?.isRearDefrosterActive),
    IsSteeringHeaterActive: ({ readings }) => value(readings.hvac?.isSteeringHeaterActive),
  }),
]
