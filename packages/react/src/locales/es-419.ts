// Spanish, as in Latin America.

import type { Labels } from './labels.ts'

/** Spanish, as in Latin America. */
export const es419: Labels = {
  language: 'es-419',
  connect: {
    button: 'Conectar tu auto',
    opensWindow: 'Abre una ventana nueva',
    preparing: 'Preparando Connect.',
    waiting: {
      open: 'Te esperamos en la ventana de Connect.',
      lost: 'Ya no vemos la ventana de Connect. Si sigue abierta, continúa ahí.',
    },
    exchanging: 'Ya casi está: terminando la conexión.',
    stillExchanging:
      'Todavía estamos terminando la conexión. Puede tardar hasta 15 segundos. Deja esta página abierta.',
    connected: 'Tu auto está conectado.',
    redirecting: 'Te llevamos a Connect.',
    cancelled: {
      popup_closed: 'Cerraste la ventana antes de terminar. No se conectó nada.',
      returned_to_app: 'Volviste antes de terminar. No se conectó nada.',
      aborted: 'Cancelado. No se conectó nada.',
      superseded: 'Empezaste de nuevo en otra ventana.',
    },
    failed: {
      popup_blocked: 'Tu navegador bloqueó la ventana. Abre Connect en esta pestaña.',
      popup_failed: 'No se pudo abrir la ventana. Abre Connect en esta pestaña.',
      popup_unsupported:
        'No se pueden conectar autos desde esta página. Abre la aplicación en su dirección habitual, en su propia pestaña.',
      not_loaded:
        'No se pudo cargar una parte de esta página. Vuelve a cargarla y empieza de nuevo.',
      login_changed: 'Ahora inició sesión otra persona. No se conectó nada. Vuelve a intentarlo.',
      invalid_response:
        'La respuesta de Connect no tenía sentido. No se conectó nada. Vuelve a intentarlo.',
      state_mismatch: 'La respuesta era de otro intento, así que no se usó. Vuelve a intentarlo.',
      expired: 'Tardó más de 15 minutos. No se conectó nada. Vuelve a intentarlo.',
      exchange_failed: 'No pudimos terminar por nuestro lado. Vuelve a intentarlo.',
      exchange_timeout: 'Terminar la conexión está tardando demasiado. Vuelve a intentarlo.',
      network_error: 'Parece que no tienes conexión. Revísala y vuelve a intentarlo.',
      provider_error: 'Connect informó un problema. No se conectó nada. Vuelve a intentarlo.',
      access_denied: 'Decidiste no dar acceso. No se conectó nada.',
      invalid_subscription:
        'Tu auto no tiene una suscripción activa a servicios conectados. Renuévala con el fabricante y vuelve a intentarlo.',
      vehicle_incompatible: 'Este auto no se puede conectar.',
      no_vehicles: 'No hay ningún auto en esa cuenta.',
      configuration_error:
        'Esta aplicación no está bien configurada para Connect. Avísale a sus responsables.',
      server_error: 'Connect tiene problemas en este momento. Vuelve a intentarlo en un rato.',
    },
    actions: {
      show: 'Mostrar la ventana',
      cancel: 'Cancelar',
      retry: 'Volver a intentarlo',
      here: 'Abrir en esta pestaña',
      reload: 'Volver a cargar la página',
    },
  },
  scope: {
    search: 'Buscar permisos',
    matches: { one: '{count} permiso coincide', other: '{count} permisos coinciden' },
    presets: 'Empezar con',
    insurance: 'Seguros',
    energy: 'Energía',
    carSharing: 'Autos compartidos',
    roadside: 'Auxilio vial',
    read: { title: 'Leer', description: 'Lo que la aplicación puede ver' },
    control: { title: 'Controlar', description: 'Lo que la aplicación puede hacer con el auto' },
    required: 'Obligatorio',
    locked: 'Se pide siempre',
    unknown: 'Aún no está en esta lista',
    sensitive: 'Sensitive',
    topics: {
      identity: 'About the car and you',
      driving: 'Driving and location',
      charging: 'Battery, charging and fuel',
      condition: 'Condition and maintenance',
      doors: 'Doors and climate',
      other: 'Other',
    },
    chosenOf: '{count} of {total}',
    toSee: { one: '{count} to see', other: '{count} to see' },
    toDo: { one: '{count} to do', other: '{count} to do' },
    presetChosen: '{preset} chosen: {line}',
    asksToRead: { one: 'Pide ver: {list}.', other: 'Pide ver {count} cosas: {list}.' },
    asksToControl: {
      one: 'Pide hacer una cosa: {list}.',
      other: 'Pide hacer {count} cosas: {list}.',
    },
    insists: 'No puede funcionar sin: {list}.',
    asksNothing: 'Todavía no pide nada.',
    permissions: {
      read_alerts: { title: 'Alertas', description: 'Las alertas que muestra el auto' },
      read_battery: { title: 'Batería', description: 'Su carga y la autonomía que da' },
      read_charge: { title: 'Carga', description: 'Si el auto está enchufado y cargando' },
      read_charge_events: {
        title: 'Inicio y fin de carga',
        description: 'Cuándo empieza y termina la carga',
      },
      read_charge_locations: {
        title: 'Lugares de carga',
        description: 'Dónde carga el auto y qué está ajustado ahí',
      },
      read_charge_records: { title: 'Historial de carga', description: 'Las cargas anteriores' },
      read_climate: {
        title: 'Clima',
        description: 'La calefacción, el aire frío y cómo están ajustados',
      },
      read_compass: { title: 'Brújula', description: 'Hacia dónde apunta el auto' },
      read_diagnostics: {
        title: 'Diagnóstico',
        description: 'Los códigos de falla y el estado de los sistemas',
      },
      read_engine_oil: { title: 'Aceite del motor', description: 'Cuánto le queda al aceite' },
      read_extended_vehicle_info: {
        title: 'Más detalles',
        description: 'La versión, el equipamiento y otras características',
      },
      read_fuel: {
        title: 'Combustible',
        description: 'Cuánto hay en el tanque y la autonomía que da',
      },
      read_location: { title: 'Ubicación', description: 'Dónde está el auto' },
      read_odometer: { title: 'Odómetro', description: 'Cuánto recorrió el auto en total' },
      read_security: {
        title: 'Seguros de puertas',
        description: 'Si puertas, ventanas y cajuela están abiertas o cerradas',
      },
      read_service_history: {
        title: 'Historial de servicio',
        description: 'Los servicios y reparaciones anteriores',
      },
      read_speedometer: { title: 'Velocidad', description: 'A qué velocidad va el auto' },
      read_thermometer: {
        title: 'Temperatura',
        description: 'Las temperaturas medidas adentro y afuera',
      },
      read_tires: { title: 'Llantas', description: 'La presión de las llantas' },
      read_user_profile: { title: 'Tu perfil', description: 'Tus datos con el fabricante' },
      read_vehicle_info: { title: 'Datos básicos', description: 'Marca, modelo y año' },
      read_vin: { title: 'VIN', description: 'El número de identificación del vehículo' },
      control_charge: {
        title: 'Controlar la carga',
        description: 'Iniciar y detener la carga, fijar su límite',
      },
      control_climate: {
        title: 'Controlar el clima',
        description: 'Iniciar y detener la calefacción y el aire frío',
      },
      control_navigation: {
        title: 'Enviar un destino',
        description: 'Poner un destino en el navegador',
      },
      control_pin: {
        title: 'Controlar el PIN',
        description: 'Poner o borrar los códigos que protegen el auto',
      },
      control_security: {
        title: 'Abrir y cerrar',
        description: 'Bloquear y desbloquear las puertas',
      },
      control_trunk: {
        title: 'Abrir la cajuela',
        description: 'Abrir y cerrar la cajuela y el cofre',
      },
    },
  },
  brand: {
    search: 'Buscar marcas',
    matches: { one: '{count} marca coincide', other: '{count} marcas coinciden' },
    brand: 'Marca',
    any: 'Elegir después, en Connect',
    appOnly: 'Solo se conecta desde una aplicación',
  },
  intro: {
    title: 'Connect your car',
    read: 'What we’ll see',
    control: 'What we can do with your car',
    optional: 'optional',
    trust: {
      signIn: 'You sign in with the carmaker.',
      password: 'We never see your password.',
      disconnect: 'Disconnect any time.',
    },
  },
  car: {
    unnamed: 'your car',
    connected: 'Connected on {date}',
    vin: 'VIN {vin}',
    allowed: { one: 'You allowed one thing', other: 'You allowed {count} things' },
    read: 'What we see',
    control: 'What we can do with it',
    needsReauth: 'Paused until you sign in again',
    disconnect: 'Disconnect',
    disconnectCar: 'Disconnect {car}',
    question: 'Disconnect {car}?',
    consequence: 'We’ll get nothing from it any more. You can connect it again any time.',
    confirm: 'Yes, disconnect',
    keep: 'Keep it',
    disconnecting: 'Disconnecting {car}.',
    disconnected: '{car} is disconnected.',
    failed: 'We couldn’t disconnect {car}. Try again in a moment.',
    reconnect: {
      one: 'Sign in again to keep {list} connected.',
      other: 'Sign in again to keep {list} connected.',
    },
    reconnectReason: 'Carmakers ask for this now and then, for example after a new password.',
    signInAgain: 'Sign in again',
    signInAgainWith: 'Sign in again with {make}',
    signedIn: 'You are signed in again.',
  },
}
