// The documents of webhooks field by field. What is not recorded says so.

import {
  boolean,
  epochMs,
  integer,
  isoTime,
  listOf,
  matching,
  nullable,
  number,
  oneOf,
  optional,
  recordOf,
  type ShapeFields,
  text,
  uuid,
} from './shape.ts'

const signalName: ShapeFields = { name: text, code: text, group: text }

const about: ShapeFields = {
  user: { id: uuid, externalId: nullable(text) },
  vehicle: {
    id: uuid,
    // Upper case, as in every recording.
    make: matching(/^[A-Z_]+$/),
    model: text,
    year: integer,
    // `test` stands in samples of the dashboard; `simulated` is approximate.
    mode: oneOf('live', 'simulated', 'test'),
    powertrainType: nullable(text),
  },
}

const meta: ShapeFields = {
  deliveryId: uuid,
  // A number here, text in VERIFY.
  deliveredAt: epochMs,
  version: '4.0',
  webhookId: text,
  webhookName: text,
  // `SIMULATED` is approximate.
  mode: oneOf('LIVE', 'SIMULATED', 'TEST'),
  // These two are in the newest samples of the dashboard alone; what `sequence` counts is approximate.
  sequence: integer,
  applicationId: text,
}

const goodSignal: ShapeFields = {
  ...signalName,
  body: recordOf(() => []),
  // What never changes has 0.
  meta: { oemUpdatedAt: oneOf(0, epochMs), retrievedAt: oneOf(0, epochMs) },
  status: { value: 'SUCCESS' },
}

const failedSignal: ShapeFields = {
  ...signalName,
  // Only these two; a permission has no code.
  status: { value: 'ERROR', error: { type: text, code: nullable(text) } },
}

/** VERIFY (recorded). */
export const verifyShape: ShapeFields = {
  eventId: uuid,
  eventType: 'VERIFY',
  data: { challenge: matching(/^challenge_[\da-f]{32}$/) },
  meta: {
    version: '4.0',
    webhookId: text,
    webhookName: text,
    deliveryId: uuid,
    deliveredAt: isoTime,
  },
}

/** VEHICLE_STATE (recorded). */
export const stateShape: ShapeFields = {
  eventId: uuid,
  eventType: 'VEHICLE_STATE',
  data: { ...about, signals: listOf(oneOf(goodSignal, failedSignal)) },
  triggers: listOf(
    oneOf(
      // The form of this one is approximate.
      { type: 'FIRST_DELIVERY' },
      { type: 'SIGNAL_UPDATED', signal: signalName },
    ),
  ),
  meta: { ...meta, signalCount: number },
}

/** VEHICLE_ERROR (recorded). Its descriptions are our own. */
export const errorShape: ShapeFields = {
  eventId: uuid,
  eventType: 'VEHICLE_ERROR',
  data: {
    ...about,
    errors: listOf({
      type: text,
      code: nullable(text),
      description: text,
      docURL: matching(
        /^https:\/\/smartcar\.com\/docs\/errors\/api-errors\/[a-z-]+-errors#[a-z-]+$/,
      ),
      resolution: { type: nullable(text), url: optional(text) },
      suggestedUserMessage: optional(text),
      state: oneOf('ERROR', 'RESOLVED'),
      // Missing where the whole connection is meant.
      signals: optional(listOf(signalName)),
    }),
  },
  meta,
}

/** The resource of a webhook: documented, and the names of what else there may be are not known. */
export const webhookShape: ShapeFields = {
  id: text,
  type: 'webhook',
  attributes: { name: text, callbackUri: text, isEnabled: boolean, autoSubscribe: boolean },
  links: { self: text },
  // That of connections; approximate.
  meta: { createdAt: isoTime, updatedAt: isoTime },
}

/** The resource of a subscription (documented). */
export const subscriptionShape: ShapeFields = {
  id: uuid,
  type: 'subscription',
  attributes: {
    vehicle: { make: text, model: text, year: integer, mode: text, powertrainType: text },
  },
  relationships: {
    webhook: { data: { id: text, type: 'webhook' } },
    user: { data: { id: uuid, type: 'user' } },
    vehicle: { data: { id: uuid, type: 'vehicle' } },
  },
  meta: { createdAt: isoTime, updatedAt: isoTime },
  links: { self: text },
}
