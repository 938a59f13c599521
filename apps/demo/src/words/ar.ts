// Arabic. It has not been read by a native speaker.

import type { Words } from './words.ts'

/** Arabic, written from right to left. */
export const ar: Words = {
  language: 'ar',
  garage: 'مرآبك',
  lead: {
    loading: 'نبحث عن سياراتك.',
    failed: 'لا نرى سياراتك الآن.',
    empty: 'اربط سيارة لترى عداد المسافة والبطارية والمدى.',
    ready: 'كما أبلغت سياراتك آخر مرة.',
  },
  cars: 'السيارات',
  notLoaded: 'تعذّر تحميل سياراتك',
  loadAgain: 'أعد المحاولة',
  intro: {
    title: 'هنا مكان لسيارتك الأولى',
    reasons: [
      'اعرف كم قطعت من مسافة وكم بقي لها.',
      'اقفلها وابدأ شحنها من هنا.',
      'اعرف ما تغيّر دون أن تسأل مرة أخرى.',
    ],
  },
  figures: {
    odometer: 'عداد المسافة',
    battery: 'البطارية',
    range: 'المدى',
    charging: 'الشحن',
    doors: 'الأبواب',
  },
  missing: {
    not_shared: 'لم تتم مشاركته',
    none: 'لا يوجد في هذه السيارة',
    unknown: 'لا شيء بعد',
  },
  lastSeen: 'آخر ظهور {age}',
  justNow: 'الآن',
  states: {
    charging: 'قيد الشحن',
    notCharging: 'ليست قيد الشحن',
    locked: 'مقفلة',
    unlocked: 'غير مقفلة',
  },
  commands: {
    'security/lock': { label: 'قفل', pending: 'جارٍ قفل السيارة…', done: 'السيارة مقفلة.' },
    'security/unlock': {
      label: 'فتح القفل',
      pending: 'جارٍ فتح قفل السيارة…',
      done: 'السيارة غير مقفلة.',
    },
    'charge/start': {
      label: 'بدء الشحن',
      pending: 'جارٍ بدء الشحن…',
      done: 'بدأت السيارة بالشحن.',
    },
    'charge/stop': {
      label: 'إيقاف الشحن',
      pending: 'جارٍ إيقاف الشحن…',
      done: 'توقّفت السيارة عن الشحن.',
    },
  },
  ended: 'انتهى الاتصال بهذه السيارة. اربطها مرة أخرى لترى بياناتها.',
  connectAgain: 'اربطها مرة أخرى',
}
