// English, as in the United States.

import { en } from './en.ts'
import type { Labels } from './labels.ts'

/** English, as in the United States: whatever is said or spelled in another way than in `en`. */
export const enUS: Labels = {
  ...en,
  language: 'en-US',
  connect: {
    ...en.connect,
    waiting: {
      open: 'Continue in the Smartcar window.',
      lost: 'We can’t see the Smartcar window anymore. If it is still open, continue there.',
    },
    cancelled: {
      ...en.connect.cancelled,
      aborted: 'Canceled. Nothing was connected.',
      superseded: 'This continues in another window.',
    },
    failed: {
      ...en.connect.failed,
      popup_unsupported:
        'Cars can’t be connected from this page. Open the app at its usual address, in its own tab.',
      login_changed: 'Someone else is signed in now. Nothing was connected.',
      access_denied: 'You didn’t give access. You can change that at any time.',
      invalid_subscription:
        'Your car has no active subscription for connected services. You can renew it with the automaker.',
    },
  },
  scope: {
    ...en.scope,
    roadside: 'Roadside assistance',
    permissions: {
      ...en.scope.permissions,
      read_security: {
        title: 'Locks',
        description: 'Whether doors, windows and trunk are open or locked',
      },
      read_tires: { title: 'Tires', description: 'Tire pressure' },
      read_user_profile: {
        title: 'Your profile',
        description: 'Your details in the automaker’s account',
      },
      control_trunk: { title: 'Open the trunk', description: 'Open and close trunk and hood' },
    },
  },
  intro: {
    ...en.intro,
    trust: {
      ...en.intro.trust,
      signIn: 'You sign in with the automaker.',
      disconnect: 'Disconnect at any time.',
    },
  },
  car: {
    ...en.car,
    consequence: 'We’ll get no more data from this car. You can connect it again at any time.',
    reconnectReason: 'Automakers ask for this from time to time, for example after a new password.',
  },
}
