// Spanish, as in Spain.

import type { Labels } from './labels.ts'

/** Spanish, as in Spain. */
export const es: Labels = {
  language: 'es',
  connect: {
    button: 'Conectar tu coche',
    opensWindow: 'Abre una ventana nueva',
    preparing: 'Preparando Connect.',
    waiting: {
      open: 'Te esperamos en la ventana de Connect.',
      lost: 'Ya no vemos la ventana de Connect. Si sigue abierta, continúa allí.',
    },
    exchanging: 'Ya casi está: terminando la conexión.',
    stillExchanging:
      'Seguimos terminando la conexión. Puede tardar hasta 15 segundos. Deja esta página abierta.',
    connected: 'Tu coche está conectado.',
    redirecting: 'Te llevamos a Connect.',
    cancelled: {
      popup_closed: 'Has cerrado la ventana antes de terminar. No se ha conectado nada.',
      returned_to_app: 'Has vuelto antes de terminar. No se ha conectado nada.',
      aborted: 'Cancelado. No se ha conectado nada.',
      superseded: 'Has empezado de nuevo en otra ventana.',
    },
    failed: {
      popup_blocked: 'Tu navegador ha bloqueado la ventana. Abre Connect en esta pestaña.',
      popup_failed: 'No se ha podido abrir la ventana. Abre Connect en esta pestaña.',
      popup_unsupported:
        'No se pueden conectar coches desde esta página. Abre la aplicación en su dirección habitual, en su propia pestaña.',
      not_loaded: 'No se ha podido cargar una parte de esta página. Recárgala y empieza de nuevo.',
      login_changed:
        'Ahora ha iniciado sesión otra persona. No se ha conectado nada. Inténtalo otra vez.',
      invalid_response:
        'La respuesta de Connect no tenía sentido. No se ha conectado nada. Inténtalo otra vez.',
      state_mismatch:
        'La respuesta era de otro intento, así que no se ha usado. Inténtalo otra vez.',
      expired: 'Ha tardado más de 15 minutos. No se ha conectado nada. Inténtalo otra vez.',
      exchange_failed: 'No hemos podido terminar por nuestra parte. Inténtalo otra vez.',
      exchange_timeout: 'Terminar la conexión está tardando demasiado. Inténtalo otra vez.',
      network_error: 'Parece que no tienes conexión. Compruébala e inténtalo otra vez.',
      provider_error:
        'Connect ha informado de un problema. No se ha conectado nada. Inténtalo otra vez.',
      access_denied: 'Has decidido no dar acceso. No se ha conectado nada.',
      invalid_subscription:
        'Tu coche no tiene una suscripción activa a servicios conectados. Renuévala con el fabricante e inténtalo otra vez.',
      vehicle_incompatible: 'Este coche no se puede conectar.',
      no_vehicles: 'No hay ningún coche en esa cuenta.',
      configuration_error:
        'Esta aplicación no está bien configurada para Connect. Avisa a sus responsables.',
      server_error: 'Connect tiene problemas ahora mismo. Inténtalo dentro de un momento.',
    },
    actions: {
      show: 'Mostrar la ventana',
      cancel: 'Cancelar',
      retry: 'Intentarlo otra vez',
      here: 'Abrir en esta pestaña',
      reload: 'Recargar la página',
    },
  },
  scope: {
    search: 'Buscar permisos',
    matches: { one: '{count} permiso coincide', other: '{count} permisos coinciden' },
    presets: 'Empezar con',
    insurance: 'Seguros',
    energy: 'Energía',
    carSharing: 'Coche compartido',
    roadside: 'Asistencia en carretera',
    read: { title: 'Leer', description: 'Lo que la aplicación puede ver' },
    control: { title: 'Controlar', description: 'Lo que la aplicación puede hacer con el coche' },
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
    insists: 'No puede prescindir de: {list}.',
    asksNothing: 'Todavía no pide nada.',
    permissions: {
      read_alerts: { title: 'Avisos', description: 'Los avisos que muestra el coche' },
      read_battery: { title: 'Batería', description: 'Su carga y la autonomía que da' },
      read_charge: { title: 'Carga', description: 'Si el coche está enchufado y cargando' },
      read_charge_events: {
        title: 'Inicio y fin de carga',
        description: 'Cuándo empieza y termina la carga',
      },
      read_charge_locations: {
        title: 'Lugares de carga',
        description: 'Dónde carga el coche y qué hay ajustado allí',
      },
      read_charge_records: { title: 'Historial de carga', description: 'Las cargas anteriores' },
      read_climate: {
        title: 'Climatización',
        description: 'La calefacción, el frío y cómo están ajustados',
      },
      read_compass: { title: 'Brújula', description: 'Hacia dónde apunta el coche' },
      read_diagnostics: {
        title: 'Diagnóstico',
        description: 'Los códigos de avería y el estado de los sistemas',
      },
      read_engine_oil: { title: 'Aceite del motor', description: 'Cuánto le queda al aceite' },
      read_extended_vehicle_info: {
        title: 'Más detalles',
        description: 'El acabado, el equipamiento y otras características',
      },
      read_fuel: {
        title: 'Combustible',
        description: 'Cuánto hay en el depósito y la autonomía que da',
      },
      read_location: { title: 'Ubicación', description: 'Dónde está el coche' },
      read_odometer: {
        title: 'Cuentakilómetros',
        description: 'Cuánto ha recorrido el coche en total',
      },
      read_security: {
        title: 'Cierres',
        description: 'Si puertas, ventanillas y maletero están abiertos o cerrados',
      },
      read_service_history: {
        title: 'Historial de mantenimiento',
        description: 'Las revisiones y reparaciones anteriores',
      },
      read_speedometer: { title: 'Velocidad', description: 'A qué velocidad va el coche' },
      read_thermometer: {
        title: 'Temperatura',
        description: 'Las temperaturas medidas dentro y fuera',
      },
      read_tires: { title: 'Neumáticos', description: 'La presión de los neumáticos' },
      read_user_profile: { title: 'Tu perfil', description: 'Tus datos con el fabricante' },
      read_vehicle_info: { title: 'Datos básicos', description: 'Marca, modelo y año' },
      read_vin: { title: 'VIN', description: 'El número de bastidor' },
      control_charge: {
        title: 'Controlar la carga',
        description: 'Iniciar y parar la carga, fijar su límite',
      },
      control_climate: {
        title: 'Controlar la climatización',
        description: 'Iniciar y parar la calefacción y el frío',
      },
      control_navigation: {
        title: 'Enviar un destino',
        description: 'Poner un destino en el navegador',
      },
      control_pin: {
        title: 'Controlar el PIN',
        description: 'Poner o borrar los códigos que protegen el coche',
      },
      control_security: {
        title: 'Abrir y cerrar',
        description: 'Bloquear y desbloquear las puertas',
      },
      control_trunk: {
        title: 'Abrir el maletero',
        description: 'Abrir y cerrar el maletero y el capó',
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
