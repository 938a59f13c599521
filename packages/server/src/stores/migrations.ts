// The tables, as steps that only go forward; the same text for SQLite and PostgreSQL.

import { troubleshooting } from '../troubleshooting.ts'

/** Each step brings the tables from one version to the next. Never edit one that was released. */
const migrations: readonly string[] = [
  `CREATE TABLE smartcar_exchanges (
     key_hash TEXT PRIMARY KEY,
     spent_once_hash TEXT NOT NULL UNIQUE,
     lease TEXT NOT NULL,
     lease_ends_ms BIGINT NOT NULL,
     expires_ms BIGINT NOT NULL,
     status INTEGER,
     body TEXT
   );
   CREATE INDEX smartcar_exchanges_expires_ms ON smartcar_exchanges (expires_ms);
   CREATE TABLE smartcar_started_sessions (
     key_hash TEXT PRIMARY KEY,
     app_session_hash TEXT NOT NULL,
     binding_hash TEXT NOT NULL,
     setup TEXT NOT NULL,
     created_ms BIGINT NOT NULL,
     expires_ms BIGINT NOT NULL
   );
   CREATE INDEX smartcar_started_sessions_app_session_hash ON smartcar_started_sessions (app_session_hash);
   CREATE INDEX smartcar_started_sessions_created_ms ON smartcar_started_sessions (created_ms);
   CREATE TABLE smartcar_connections (
     id_hash TEXT PRIMARY KEY,
     owner_hash TEXT NOT NULL,
     revision TEXT NOT NULL,
     kid TEXT NOT NULL,
     wrapped_key TEXT NOT NULL,
     identity TEXT NOT NULL,
     access_token TEXT NOT NULL,
     refresh_token TEXT NOT NULL,
     access_expires_ms BIGINT NOT NULL,
     refresh_expires_ms BIGINT NOT NULL,
     status TEXT NOT NULL,
     lease TEXT,
     lease_ends_ms BIGINT
   );
   CREATE INDEX smartcar_connections_owner_hash ON smartcar_connections (owner_hash);
   CREATE INDEX smartcar_connections_kid ON smartcar_connections (kid)`,
  `ALTER TABLE smartcar_exchanges ADD COLUMN lease_ms BIGINT NOT NULL DEFAULT 60000;
   ALTER TABLE smartcar_exchanges ADD COLUMN replay_ends_ms BIGINT NOT NULL DEFAULT 0;
   ALTER TABLE smartcar_exchanges ADD COLUMN held TEXT;
   CREATE INDEX smartcar_exchanges_replay_ends_ms ON smartcar_exchanges (replay_ends_ms)
     WHERE status IS NOT NULL OR held IS NOT NULL;
   DROP INDEX smartcar_connections_kid;
   CREATE INDEX smartcar_connections_kid_id_hash ON smartcar_connections (kid, id_hash)`,
  `CREATE TABLE smartcar_vehicles (
     app_user TEXT NOT NULL,
     smartcar_user_id TEXT NOT NULL,
     vehicle_id TEXT NOT NULL,
     connection_id TEXT,
     make TEXT,
     model TEXT,
     year INTEGER,
     powertrain_type TEXT,
     mode TEXT,
     permissions TEXT NOT NULL,
     state TEXT NOT NULL,
     state_ms BIGINT NOT NULL,
     connected_ms BIGINT NOT NULL,
     PRIMARY KEY (app_user, smartcar_user_id, vehicle_id)
   );
   CREATE INDEX smartcar_vehicles_person ON smartcar_vehicles (smartcar_user_id, vehicle_id);
   CREATE TABLE smartcar_webhook_events (
     event_id TEXT PRIMARY KEY,
     lease TEXT NOT NULL,
     lease_ends_ms BIGINT NOT NULL,
     is_done INTEGER NOT NULL,
     expires_ms BIGINT NOT NULL
   );
   CREATE INDEX smartcar_webhook_events_expires_ms ON smartcar_webhook_events (expires_ms)`,
  `CREATE TABLE smartcar_told_states (
     smartcar_user_id TEXT NOT NULL,
     vehicle_id TEXT NOT NULL,
     state TEXT NOT NULL,
     state_ms BIGINT NOT NULL,
     PRIMARY KEY (smartcar_user_id, vehicle_id)
   );
   CREATE INDEX smartcar_told_states_state_ms ON smartcar_told_states (state_ms)`,
]

/** One step that the database does not have yet. */
export type PendingMigration = {
  /** The version that the step leads to. */
  version: number
  /** The statements of the step. */
  sql: string
}

/**
 * Returns the steps from a version to the newest.
 *
 * @param version how many steps the database has had.
 * @throws {Error} when the database is newer than this code.
 */
export function pendingMigrations(version: number): PendingMigration[] {
  if (version > migrations.length) {
    throw new Error(
      `The database is at version ${version}, but this release knows only ${migrations.length}, so writing to it could lose tokens. Deploy the newer release. See ${troubleshooting}#newer_database`,
    )
  }
  return migrations.map((sql, index) => ({ version: index + 1, sql })).slice(version)
}
