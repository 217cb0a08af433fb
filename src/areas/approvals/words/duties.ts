/** What each duty is called that one person may not hold beside another. */
import type { Catalogue } from '#kernel/words.ts';

export const words = {
  'approvals.duty_bank_details_change': {
    en: 'changing bank details',
    es: 'cambiar datos bancarios',
  },
  'approvals.duty_bank_reconciliation': { en: 'bank reconciliation', es: 'conciliación bancaria' },
  'approvals.duty_cash_posting': { en: 'posting cash', es: 'contabilizar pagos' },
  'approvals.duty_credit_limit': { en: 'setting credit limits', es: 'fijar límites de crédito' },
  'approvals.duty_credit_memo_approval': {
    en: 'approving credit memos',
    es: 'aprobar notas de crédito',
  },
  'approvals.duty_customer_master': {
    en: 'keeping customers’ records',
    es: 'llevar los datos de clientes',
  },
  'approvals.duty_deposit_rdc': { en: 'depositing checks', es: 'depositar cheques' },
  'approvals.duty_invoicing': {
    en: 'charging and invoicing',
    es: 'cargar y facturar',
  },
  'approvals.duty_order_release': { en: 'releasing orders', es: 'liberar pedidos' },
  'approvals.duty_period_close': { en: 'closing periods', es: 'cerrar periodos' },
  'approvals.duty_plan_approval': { en: 'approving plans', es: 'aprobar planes de pago' },
  'approvals.duty_refund_approval': { en: 'approving refunds', es: 'aprobar reembolsos' },
  'approvals.duty_refund_release': { en: 'paying refunds out', es: 'pagar reembolsos' },
  'approvals.duty_user_admin': { en: 'managing users', es: 'administrar usuarios' },
  'approvals.duty_write_off_approval': { en: 'approving write-offs', es: 'aprobar castigos' },
  'command.duties': {
    en: 'Who holds duties that one person should not hold together',
    es: 'Quién reúne tareas que una sola persona no debe tener',
  },
  'approvals.duties_none': {
    en: 'Nobody holds duties that must be apart.',
    es: 'Nadie reúne tareas que deben estar separadas.',
  },
  'approvals.duties_who': { en: 'Who', es: 'Quién' },
  'approvals.duties_roles': { en: 'Roles', es: 'Funciones' },
  'approvals.duties_one': { en: 'One duty', es: 'Una tarea' },
  'approvals.duties_other': { en: 'and', es: 'y' },
  'approvals.duties_own': {
    en: 'Nobody answers for their own duties. Another person who approves does.',
    es: 'Nadie responde por sus propias tareas. Lo hace otra persona que aprueba.',
  },
  'approvals.duties_not_held': {
    en: 'They do not hold these two duties.',
    es: 'Esa persona no reúne esas dos tareas.',
  },
  'approvals.duties_until': {
    en: 'Name a last day from today to {latest}.',
    es: 'Indique un último día entre hoy y el {latest}.',
  },
  'approvals.duties_accepted': { en: 'Answered for by', es: 'Responde' },
  'approvals.duties_until_on': { en: 'Until', es: 'Hasta' },
  'approvals.duties_instead': { en: 'Instead', es: 'En su lugar' },
  'approvals.duties_by': { en: 'By', es: 'Por' },
} satisfies Catalogue;
