/** What the panel of overlapping segments says. */
import type { Catalogue } from '#kernel/words.ts';

export const overlapWords = {
  overlap: { en: 'Whom the segments take', es: 'A quién toman los segmentos' },
  overlap_sub: {
    en: 'Accounts that several strategies would take, and accounts that none takes.',
    es: 'Cuentas que tomarían varias estrategias y cuentas que no toma ninguna.',
  },
  count: { en: 'Count the accounts', es: 'Contar las cuentas' },
  found: {
    en: '{accounts, plural, one {# account owes} other {# accounts owe}}: {several} in several segments, {none} in none.',
    es: '{accounts, plural, one {# cuenta debe} other {# cuentas deben}}: {several} en varios segmentos, {none} en ninguno.',
  },
  takes: { en: 'Taken by', es: 'La toma' },
  also: { en: 'Would also fit', es: 'También serviría' },
  accounts: { en: 'Accounts', es: 'Cuentas' },
  example: { en: 'For example', es: 'Por ejemplo' },
  nobody: { en: 'nobody', es: 'nadie' },
} satisfies Catalogue;
