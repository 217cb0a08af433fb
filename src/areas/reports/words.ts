/** Everything the reports say on the server's side: refusals, and the headings of exports. */
import type { Catalogue } from '#kernel/words.ts';

export const words = {
  'reports.nobody_to_delegate_to': {
    en: 'Choose the person to whom these crossings go.',
    es: 'Elija a la persona que recibirá estos avances.',
  },
  'reports.unknown_sort': {
    en: 'The aging cannot be sorted by “{sort}”.',
    es: 'La antigüedad no se puede ordenar por «{sort}».',
  },
  'aging.buckets_not_ascending': {
    en: 'The bucket edges must rise: {text}.',
    es: 'Los límites de los tramos deben ir en aumento: {text}.',
  },
  'aging.buckets_unreadable': {
    en: 'Write the bucket edges as at most {most} days, such as 0,30,60,90,120; not “{text}”.',
    es: 'Escriba los límites como {most} días a lo sumo, por ejemplo 0,30,60,90,120; no «{text}».',
  },
  'aging.title': { en: 'Aging', es: 'Antigüedad de saldos' },
  'aging.as_of': { en: 'As of {day}', es: 'Al {day}' },
  'aging.known_at': { en: 'Known at {moment}', es: 'Según lo conocido el {moment}' },
  'aging.basis_due': { en: 'By due date', es: 'Por fecha de vencimiento' },
  'aging.basis_invoice': { en: 'By invoice date', es: 'Por fecha de factura' },
  'aging.account': { en: 'Account', es: 'Cuenta' },
  'aging.customer': { en: 'Customer', es: 'Cliente' },
  'aging.name': { en: 'Name', es: 'Nombre' },
  'aging.company': { en: 'Company', es: 'Empresa' },
  'aging.collector': { en: 'Collector', es: 'Gestor' },
  'aging.currency': { en: 'Currency', es: 'Moneda' },
  'aging.not_due': { en: 'Not due', es: 'Por vencer' },
  'aging.unapplied': { en: 'Unapplied', es: 'Sin aplicar' },
  'aging.balance': { en: 'Balance', es: 'Saldo' },
  'aging.overdue': { en: 'Overdue', es: 'Vencido' },
  'aging.total': { en: 'Total', es: 'Total' },
  'over60.title': { en: 'Over 60 days', es: 'Más de 60 días' },
  'over60.document': { en: 'Document', es: 'Documento' },
  'over60.due': { en: 'Due', es: 'Vence' },
  'over60.days': { en: 'Days', es: 'Días' },
  'over60.open': { en: 'Open', es: 'Abierto' },
  'over60.disputed': { en: 'Disputed', es: 'En disputa' },
  'over60.yes': { en: 'yes', es: 'sí' },
} satisfies Catalogue;
