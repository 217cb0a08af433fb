/** What each variant of a metric is called: a figure is never shown without it. */
import type { Catalogue, Phrase } from '#kernel/words.ts';

const aging = {
  not_due: { en: 'not due', es: 'no vencido' },
  '1-30': { en: '1–30 days', es: '1–30 días' },
  '31-60': { en: '31–60 days', es: '31–60 días' },
  '61-90': { en: '61–90 days', es: '61–90 días' },
  '91-120': { en: '91–120 days', es: '91–120 días' },
  '121+': { en: '121 days and more', es: '121 días o más' },
  'not_due_to_1-30': { en: 'not due → 1–30', es: 'no vencido → 1–30' },
  '1-30_to_31-60': { en: '1–30 → 31–60', es: '1–30 → 31–60' },
  '31-60_to_61-90': { en: '31–60 → 61–90', es: '31–60 → 61–90' },
  '61-90_to_91-120': { en: '61–90 → 91–120', es: '61–90 → 91–120' },
  '91-120_to_121+': { en: '91–120 → 121+', es: '91–120 → 121+' },
} as const satisfies Catalogue;

export const variantWords = {
  ...aging,
  net: { en: 'net of unapplied', es: 'neto de lo sin aplicar' },
  gross: { en: 'before unapplied', es: 'antes de lo sin aplicar' },
  less_credits: { en: 'less credit memos', es: 'menos notas de crédito' },
  due_date: { en: 'by due day', es: 'por vencimiento' },
  open_credits: { en: 'open credits', es: 'créditos abiertos' },
  period_end: { en: 'period end', es: 'fin de período' },
  months_of_30: { en: '30-day months', es: 'meses de 30 días' },
  trailing_year: { en: 'last 12 months', es: 'últimos 12 meses' },
  conventional: { en: 'conventional, 30 days', es: 'convencional, 30 días' },
  countback: { en: 'count-back', es: 'por agotamiento' },
  true: { en: 'true DSO', es: 'DSO verdadero' },
  CRF_monthly_average: { en: 'CRF, monthly sales', es: 'CRF, ventas mensuales' },
  period_total: { en: 'whole period’s sales', es: 'ventas de todo el período' },
  turns: { en: 'turns a year', es: 'rotaciones al año' },
  days: { en: 'in days', es: 'en días' },
  opening: { en: 'of the opening', es: 'del saldo inicial' },
  opening_overdue: { en: 'of the opening past due', es: 'de lo vencido al inicio' },
  amount_weighted: { en: 'weighted by amount', es: 'ponderado por monto' },
  own_date: { en: 'from their own day', es: 'desde su fecha' },
  '90_days': { en: 'after 90 days', es: 'tras 90 días' },
  with_open: { en: 'with what is open', es: 'con lo abierto' },
  open: { en: 'open', es: 'abierto' },
  of_sales: { en: 'of credit sales', es: 'de las ventas a crédito' },
  received: { en: 'received', es: 'recibido' },
  from_invoice: { en: 'from the invoice', es: 'desde la factura' },
  from_due: { en: 'from the due day', es: 'desde el vencimiento' },
  per_payment: { en: 'each payment once', es: 'cada pago una vez' },
  posted: { en: 'posted', es: 'contabilizado' },
  count: { en: 'by number', es: 'por cantidad' },
  amount: { en: 'by amount', es: 'por monto' },
  next_7_days: { en: 'next 7 days', es: 'próximos 7 días' },
  per_attempt: { en: 'per attempt', es: 'por intento' },
  per_person_reached: { en: 'per person reached', es: 'por persona alcanzada' },
  per_contact: { en: 'per contact', es: 'por contacto' },
  attempts: { en: 'attempts', es: 'intentos' },
  right_party: { en: 'right person', es: 'persona correcta' },
  one_call: { en: 'one call', es: 'una llamada' },
  '7_days': { en: 'within 7 days', es: 'en 7 días' },
  per_dispute: { en: 'per dispute', es: 'por reclamo' },
  lines: { en: 'by line', es: 'por línea' },
  invoice_level: { en: 'by invoice', es: 'por factura' },
  touchless: { en: 'of touchless lines', es: 'de líneas sin intervención' },
  of_cash: { en: 'of cash', es: 'del efectivo' },
  paid_hours: { en: 'paid hours', es: 'horas pagadas' },
  cash: { en: 'cash', es: 'efectivo' },
} as const satisfies Catalogue;

/** The words of a variant; its own name where it has none. */
export function variantSaid(variant: string): Phrase {
  const all: Readonly<Record<string, Phrase>> = variantWords;
  return all[variant] ?? { en: variant, es: variant };
}
