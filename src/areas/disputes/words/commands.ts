/** What `dunlin disputes` says. */
import type { Catalogue } from '#kernel/words.ts';

export const commandWords = {
  summary: {
    en: 'Disputes and deductions: whose turn it is, and by when',
    es: 'Reclamos y descuentos: a quién le toca y para cuándo',
  },
  none: { en: 'No case fits.', es: 'Ningún caso coincide.' },
  reference: { en: 'Case', es: 'Caso' },
  account: { en: 'Account', es: 'Cuenta' },
  documents: { en: 'Invoice', es: 'Factura' },
  reason: { en: 'Reason', es: 'Motivo' },
  amount: { en: 'Disputed', es: 'En reclamo' },
  currency: { en: 'Currency', es: 'Moneda' },
  state: { en: 'State', es: 'Estado' },
  owner: { en: 'With', es: 'Con' },
  answer_by: { en: 'Answer by', es: 'Responder antes de' },
  pace: { en: 'Clock', es: 'Plazo' },
} satisfies Catalogue;
