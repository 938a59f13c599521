// The vehicles of users in a database.

import type { Row, SqlQuery } from './sql-query.ts'
import {
  type SmartcarIds,
  type StoredVehicle,
  toldStateMs,
  type VehicleStore,
} from './vehicle-store.ts'

const forgottenAtOnce = 1000

function textOrNull(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value)
}

/** A damaged list is none: then every call of the vehicle is refused, and the next sign-in mends it. */
function readPermissions(text: string): string[] {
  try {
    const list: unknown = JSON.parse(text)
    return Array.isArray(list) ? list.filter(item => typeof item === 'string') : []
  } catch {
    return []
  }
}

function vehicleOf(row: Row): StoredVehicle {
  return {
    user: String(row.app_user),
    smartcarUserId: String(row.smartcar_user_id),
    vehicleId: String(row.vehicle_id),
    connectionId: textOrNull(row.connection_id),
    make: textOrNull(row.make),
    model: textOrNull(row.model),
    year: row.year === null ? null : Number(row.year),
    powertrainType: textOrNull(row.powertrain_type),
    mode: textOrNull(row.mode),
    permissions: readPermissions(String(row.permissions)),
    state: row.state === 'connected' ? 'connected' : 'needs_reauth',
    stateMs: Number(row.state_ms),
    connectedMs: Number(row.connected_ms),
  }
}

/**
 * Creates the store for the vehicles of all users. Each statement is atomic by itself. Where a vehicle is
 * marked while it is saved, each side writes first and looks at what the other one wrote after that, so
 * one of the two sees it.
 */
export function createSqlVehicles(query: SqlQuery, now: () => number): VehicleStore {
  async function select(where: string, values: readonly string[]): Promise<StoredVehicle[]> {
    const rows = await query(
      `SELECT * FROM smartcar_vehicles WHERE ${where} ORDER BY connected_ms, vehicle_id`,
      values,
    )
    return rows.map(vehicleOf)
  }
  async function keepTold(
    { smartcarUserId, vehicleId }: SmartcarIds,
    state: StoredVehicle['state'],
    stateMs: number,
  ): Promise<void> {
    await query(
      `INSERT INTO smartcar_told_states (smartcar_user_id, vehicle_id, state, state_ms)
       VALUES ($1, $2, $3, $4)
       ON CONFLICT (smartcar_user_id, vehicle_id) DO UPDATE SET
         state = excluded.state, state_ms = excluded.state_ms
       WHERE smartcar_told_states.state_ms <= excluded.state_ms
         OR smartcar_told_states.state_ms > $5`,
      [smartcarUserId, vehicleId, state, stateMs, now()],
    )
    await query(
      `DELETE FROM smartcar_told_states WHERE (smartcar_user_id, vehicle_id) IN (
         SELECT smartcar_user_id, vehicle_id FROM smartcar_told_states
         WHERE state_ms < $1 LIMIT $2)`,
      [stateMs - toldStateMs, forgottenAtOnce],
    )
  }
  return {
    async saveVehicle(vehicle) {
      await query(
        `INSERT INTO smartcar_vehicles
         (app_user, smartcar_user_id, vehicle_id, connection_id, make, model, year,
          powertrain_type, mode, permissions, state, state_ms, connected_ms)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
         ON CONFLICT (app_user, smartcar_user_id, vehicle_id) DO UPDATE SET
           connection_id = excluded.connection_id, make = excluded.make, model = excluded.model,
           year = excluded.year, powertrain_type = excluded.powertrain_type, mode = excluded.mode,
           permissions = excluded.permissions, state = excluded.state,
           state_ms = excluded.state_ms`,
        [
          vehicle.user,
          vehicle.smartcarUserId,
          vehicle.vehicleId,
          vehicle.connectionId,
          vehicle.make,
          vehicle.model,
          vehicle.year,
          vehicle.powertrainType,
          vehicle.mode,
          JSON.stringify(vehicle.permissions),
          vehicle.state,
          vehicle.stateMs,
          vehicle.connectedMs,
        ],
      )
      await query(
        `UPDATE smartcar_vehicles SET state = told.state, state_ms = told.state_ms
         FROM smartcar_told_states AS told
         WHERE told.smartcar_user_id = $2 AND told.vehicle_id = $3
           AND told.state_ms > smartcar_vehicles.state_ms AND told.state_ms <= $4
           AND smartcar_vehicles.app_user = $1 AND smartcar_vehicles.smartcar_user_id = $2
           AND smartcar_vehicles.vehicle_id = $3`,
        [vehicle.user, vehicle.smartcarUserId, vehicle.vehicleId, now()],
      )
    },
    vehiclesOf: user => select('app_user = $1', [user]),
    async readVehicle(user, vehicleId) {
      const found = await select('app_user = $1 AND vehicle_id = $2', [user, vehicleId])
      return found.at(-1)
    },
    vehiclesOfPerson: smartcarUserId => select('smartcar_user_id = $1', [smartcarUserId]),
    async markVehicle(ids, state, stateMs) {
      await keepTold(ids, state, stateMs)
      const rows = await query(
        `UPDATE smartcar_vehicles SET state = $3, state_ms = $4
         WHERE smartcar_user_id = $1 AND vehicle_id = $2 AND state_ms <= $4
         RETURNING vehicle_id`,
        [ids.smartcarUserId, ids.vehicleId, state, stateMs],
      )
      return rows.length
    },
    async deleteVehicle({ smartcarUserId, vehicleId }, stateMs) {
      const rows = await query(
        `DELETE FROM smartcar_vehicles
         WHERE smartcar_user_id = $1 AND vehicle_id = $2 AND state_ms <= $3
         RETURNING vehicle_id`,
        [smartcarUserId, vehicleId, stateMs],
      )
      return rows.length
    },
  }
}
