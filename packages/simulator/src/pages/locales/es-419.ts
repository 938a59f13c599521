// Spanish of Latin America: what differs from the Spanish of Spain.

import type { Words } from '../words.ts'
import { es } from './es.ts'

/** The texts in the Spanish of Latin America. */
export const es419: Words = {
  ...es,
  language: 'es-419',
  brandTitle: 'Elige la marca de tu auto',
  brandIntro: application => `${application} quiere conectarse a tu auto.`,
  noBrand: query => `Ninguna marca coincide con “${query}”.`,
  noWebBody: 'Esta marca solo se conecta desde una aplicación móvil. No se conectó nada.',
  incompatibleTitle: 'Este auto aún no es compatible',
  incompatibleBody: application =>
    `Puedes decirle a ${application} qué auto era. No se comparte nada si no aceptas.`,
  problemBody: 'La aplicación pidió algo imposible. Cierra esta ventana.',
  endedTitle: 'Esta página venció',
  endedBody: 'Vuelve a la aplicación y empieza de nuevo. Aquí no se conectó nada.',
  permissions: {
    ...es.permissions,
    read_alerts: 'Ver las alertas del auto',
    read_charge: 'Ver si el auto está cargando',
    read_charge_events: 'Ver cuándo empieza y termina la carga',
    read_climate: 'Ver los ajustes del clima',
    read_compass: 'Ver hacia dónde apunta el auto',
    read_diagnostics: 'Ver diagnósticos y códigos de falla',
    read_extended_vehicle_info: 'Ver el equipamiento del auto',
    read_location: 'Ver dónde está el auto',
    read_odometer: 'Ver la distancia recorrida',
    read_security: 'Ver si el auto está cerrado',
    read_service_history: 'Ver los servicios anteriores',
    read_speedometer: 'Ver la velocidad del auto',
    read_tires: 'Ver la presión de las llantas',
    control_climate: 'Cambiar los ajustes del clima',
    control_navigation: 'Enviar destinos al auto',
    control_pin: 'Poner un PIN para manejar',
    control_security: 'Cerrar y abrir el auto',
    control_trunk: 'Abrir la cajuela',
  },
}
