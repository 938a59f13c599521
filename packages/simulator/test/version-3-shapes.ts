// The documents of version 3, field by field. What is not recorded says so.

import {
  absoluteUrl,
  integer,
  isoSeconds,
  isoTime,
  listOf,
  matching,
  nullable,
  oneOf,
  optional,
  recordOf,
  type ShapeFields,
  text,
  uuid,
} from './shape.ts'

const mode = oneOf('live', 'simulated')

const vehicleAttributes: ShapeFields = {
  make: matching(/^[A-Z]+$/),
  model: text,
  year: integer,
  mode,
  powertrainType: oneOf('BEV', 'PHEV', 'ICE'),
}

// Recorded inside `included`.
export const vehicle: ShapeFields = {
  id: uuid,
  type: 'vehicle',
  attributes: vehicleAttributes,
  links: { self: absoluteUrl },
}

// Recorded, but for externalId, which one client reads.
export const connection: ShapeFields = {
  id: uuid,
  type: 'connection',
  attributes: {
    permissions: listOf(matching(/^(?:read|control)_[a-z_]+$/)),
    vehicle: vehicleAttributes,
    user: { id: uuid, externalId: optional(text) },
  },
  relationships: {
    vehicle: { data: { id: uuid, type: 'vehicle' }, links: { related: absoluteUrl } },
    user: { data: { id: uuid, type: 'user' } },
  },
  meta: { createdAt: isoTime, updatedAt: isoTime },
  links: { self: absoluteUrl },
}

const pageLink = matching(/^http:\S+\/connections\?page%5Bnumber%5D=\d+&page%5Bsize%5D=\d+/)

// Recorded.
export const connections: ShapeFields = {
  data: listOf(connection),
  meta: {
    pageNumber: integer,
    pageSize: integer,
    totalCount: integer,
    orderBy: 'createdAt',
    orderDirection: 'DESC',
  },
  links: {
    self: pageLink,
    first: pageLink,
    last: pageLink,
    next: nullable(pageLink),
    prev: nullable(pageLink),
  },
}

function signalOf(status: ShapeFields, rest: ShapeFields): ShapeFields {
  return {
    id: matching(/^[a-z]+-[a-z]+$/),
    type: 'signal',
    attributes: {
      code: matching(/^[a-z]+-[a-z]+$/),
      name: matching(/^[A-Z][A-Za-z]+$/),
      group: matching(/^[A-Z][A-Za-z]+$/),
      status,
      ...(rest.body !== undefined && { body: rest.body }),
    },
    meta: rest.meta as ShapeFields,
    links: { self: absoluteUrl },
  }
}

const allTimes: ShapeFields = { ingestedAt: isoTime, retrievedAt: isoTime, oemUpdatedAt: isoTime }
const storedOnly: ShapeFields = { ingestedAt: isoTime }
const body = recordOf(() => [])

function error(type: string, code: string, title: string, resolution: string): ShapeFields {
  return {
    value: 'ERROR',
    error: {
      type,
      code,
      title,
      detail: text,
      // Recorded: a constant that declares itself deprecated; the words are ours.
      description: 'This field is deprecated. Read detail in its place.',
      resolution: { type: resolution },
    },
  }
}

/** The elements that were recorded, by the kind of their status. */
export const signals = {
  success: signalOf({ value: 'SUCCESS' }, { body, meta: allTimes }),
  // The VIN, for one.
  static: signalOf({ value: 'SUCCESS' }, { body, meta: storedOnly }),
  // With the value that was known last.
  notCharging: signalOf(
    error('VEHICLE_STATE', 'NOT_CHARGING', 'Not Charging', 'UNKNOWN_RESOLUTION_TYPE'),
    { body, meta: allTimes },
  ),
  notCapable: signalOf(
    error('COMPATIBILITY', 'VEHICLE_NOT_CAPABLE', 'Vehicle Not Capable', 'UNKNOWN_RESOLUTION_TYPE'),
    { meta: storedOnly },
  ),
  // Recorded with nulls inside, such as `{ isOpen: null }`.
  notCapableWithNull: signalOf(
    error('COMPATIBILITY', 'VEHICLE_NOT_CAPABLE', 'Vehicle Not Capable', 'UNKNOWN_RESOLUTION_TYPE'),
    { body, meta: allTimes },
  ),
  notGranted: signalOf(error('PERMISSION', 'UNKNOWN', 'Unknown', 'REAUTHENTICATE'), {
    meta: storedOnly,
  }),
}

/** Any of the recorded elements. */
const signal = oneOf(...Object.values(signals))

// Recorded.
export const signalList: ShapeFields = {
  data: listOf(signal),
  meta: { totalCount: integer, pageSize: integer, pageNumber: 1 },
  links: { self: absoluteUrl },
  included: { vehicle },
}

// Recorded: status (a text), type, code, detail and the request id. Documented: the others; whether
// resolution is text or an object differs between sources.
export const errors: ShapeFields = {
  errors: listOf({
    status: matching(/^[45]\d\d$/),
    type: matching(/^[A-Z_]+$/),
    code: matching(/^[A-Z_]+$/),
    title: text,
    detail: text,
    resolution: { type: nullable(matching(/^[A-Z_]+$/)), url: optional(absoluteUrl) },
    suggestedUserMessage: optional(text),
    links: { about: absoluteUrl },
    meta: { debug: { requestId: uuid } },
  }),
}

const executed: ShapeFields = {
  executedAt: isoSeconds,
  completedAt: isoSeconds,
  durationInSeconds: integer,
}

// Documented; no successful command was recorded.
export const execution: ShapeFields = {
  data: {
    id: matching(/^exec_[\da-f]+$/),
    type: 'command-execution',
    attributes: {
      commandType: matching(/^[a-z-]+$/),
      status: { value: 'SUCCESS' },
      executionMode: 'sync',
      parameters: optional(body),
    },
    meta: executed,
  },
}

// Documented for `create`; `delete` is approximate.
export const scheduleExecution: ShapeFields = {
  data: {
    id: matching(/^exec_[\da-f]+$/),
    type: 'charge-schedule-execution',
    attributes: {
      action: oneOf('create', 'delete'),
      scheduleType: oneOf('DAILY', 'WEEKLY', 'WORKWEEK'),
      status: { value: 'SUCCESS' },
      executionMode: 'sync',
      scheduleId: matching(/^sched_[\da-f]+$/),
      parameters: optional(body),
    },
    links: { schedule: matching(/^\/vehicles\/[\da-f-]+\/charge-schedules\/sched_[\da-f]+$/) },
    meta: executed,
  },
}

// Documented by name only: what an application shows of itself is approximate.
export const application: ShapeFields = {
  id: text,
  type: 'application',
  attributes: { name: text, redirectUris: listOf(text) },
  links: { self: absoluteUrl },
}

// Documented.
export const compatibleVehicle: ShapeFields = {
  id: text,
  type: 'vehicle-model-capability',
  attributes: {
    make: text,
    model: text,
    region: oneOf('US', 'CA', 'EUROPE'),
    powertrainType: oneOf('BEV', 'PHEV', 'ICE'),
    years: { start: integer, end: integer },
    capabilities: listOf(
      oneOf(
        {
          type: 'signal',
          name: text,
          group: text,
          code: text,
          capability: matching(/^[a-z]+-[a-z]+$/),
          permission: matching(/^read_[a-z_]+$/),
        },
        {
          type: 'command',
          name: text,
          group: text,
          code: matching(/^[a-z-]+$/),
          capability: matching(/^[a-z-]+$/),
          permission: '',
        },
      ),
    ),
  },
}
