/** What the parts of formulas are called; the metrics give them stable names, not words. */
import type { Language, Phrase } from '#kernel/words.ts';

const parts: Readonly<Record<string, Phrase>> = {
  ar: { en: 'Receivables, net', es: 'Por cobrar, neto' },
  gross: { en: 'Invoices open', es: 'Facturas abiertas' },
  current: { en: 'Not yet due', es: 'Por vencer' },
  over_60: { en: 'Over 60 days', es: 'Más de 60 días' },
  unapplied: { en: 'Unapplied', es: 'Sin aplicar' },
  unapplied_over_30: { en: 'Unapplied over 30 days', es: 'Sin aplicar más de 30 días' },
  start_ar: { en: 'Receivables before', es: 'Por cobrar antes' },
  sales: { en: 'Credit sales', es: 'Ventas a crédito' },
  cash: { en: 'Cash received', es: 'Efectivo recibido' },
  goal_cash: { en: 'Goal', es: 'Meta' },
  promised_7: { en: 'Promised', es: 'Prometido' },
  kept_amount: { en: 'Kept', es: 'Cumplido' },
  ended_amount: { en: 'Fell due', es: 'Vencido' },
  kept: { en: 'Kept', es: 'Cumplidas' },
  ended: { en: 'Fell due', es: 'Vencidas' },
  made: { en: 'Promises', es: 'Promesas' },
  attempts: { en: 'Attempts', es: 'Intentos' },
  rpc: { en: 'Conversations', es: 'Conversaciones' },
  disputed: { en: 'Disputed', es: 'En disputa' },
  matched: { en: 'Lines matched', es: 'Líneas conciliadas' },
  touchless: { en: 'Untouched', es: 'Sin tocar' },
  false_matches: { en: 'Wrong', es: 'Erradas' },
  chased: { en: 'Contacts', es: 'Contactos' },
  bucket_1: { en: '1–30 now', es: '1–30 ahora' },
  bucket_2: { en: '31–60 now', es: '31–60 ahora' },
  bucket_3: { en: '61–90 now', es: '61–90 ahora' },
  bucket_4: { en: '91–120 now', es: '91–120 ahora' },
  bucket_5: { en: 'Over 120 now', es: 'Más de 120 ahora' },
  prior_bucket_0: { en: 'Not due a month ago', es: 'Por vencer hace un mes' },
  prior_bucket_1: { en: '1–30 a month ago', es: '1–30 hace un mes' },
  prior_bucket_2: { en: '31–60 a month ago', es: '31–60 hace un mes' },
  prior_bucket_3: { en: '61–90 a month ago', es: '61–90 hace un mes' },
  prior_bucket_4: { en: '91–120 a month ago', es: '91–120 hace un mes' },
};

export function partNamed(name: string, language: Language): string {
  return parts[name]?.[language] ?? name.replaceAll('_', ' ');
}
