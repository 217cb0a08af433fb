/** What the packs of the desk say. */
import type { Catalogue } from '#kernel/words.ts';

export const words = {
  'pack.account': { en: 'Account', es: 'Cuenta' },
  'pack.name': { en: 'Name', es: 'Nombre' },
  'pack.balance': { en: 'Balance', es: 'Saldo' },
  'pack.overdue': { en: 'Overdue', es: 'Vencido' },
  'pack.disputed': { en: 'Disputed', es: 'En disputa' },
  'pack.planned': { en: 'In a plan', es: 'En plan' },
  'pack.to_collect': { en: 'To collect', es: 'Por cobrar' },
  'pack.change': { en: 'Change', es: 'Cambio' },
  'pack.days': { en: 'Days', es: 'Días' },
  'pack.cause': { en: 'Cause', es: 'Causa' },
  'pack.plan': { en: 'Plan', es: 'Plan' },
  'pack.owner': { en: 'Owner', es: 'Responsable' },
  'pack.until': { en: 'Until', es: 'Hasta' },
  'pack.total': { en: 'Total', es: 'Total' },
  'pack.collector': { en: 'Collector', es: 'Gestor' },
  'pack.accounts': { en: 'Accounts', es: 'Cuentas' },
  'pack.unapplied': { en: 'Unapplied', es: 'Sin aplicar' },
  'pack.not_due': { en: 'Not due', es: 'Por vencer' },
  'pack.nobody': { en: 'Nobody', es: 'Nadie' },
  'pack.document': { en: 'Document', es: 'Documento' },
  'pack.day': { en: 'Day', es: 'Día' },
  'pack.recorded': { en: 'Recorded', es: 'Registrado' },
  'pack.amount': { en: 'Amount', es: 'Importe' },
  'pack.missing': { en: 'missing', es: 'falta' },
  'pack.stale': { en: 'day passed', es: 'día vencido' },
  'pack.dispute_says': { en: 'disputed', es: 'en disputa' },
  'pack.plan_says': { en: 'payment plan', es: 'plan de pagos' },

  'over60.title': { en: 'Over 60 days', es: 'Más de 60 días' },
  'over60.says': {
    en: 'Everything past due by more than 60 days, with cause, plan and owner; the controller signs it.',
    es: 'Todo lo vencido hace más de 60 días, con causa, plan y responsable; la contraloría lo firma.',
  },
  'over60.sum': {
    en: '{total} is more than 60 days past due in {accounts, plural, one {# account} other {# accounts}}.',
    es: '{total} lleva más de 60 días vencido en {accounts, plural, one {# cuenta} other {# cuentas}}.',
  },
  'over60.parts': {
    en: 'Of it {disputed} is disputed, {planned} is in payment plans and {collect} is to be collected.',
    es: 'De ello {disputed} está en disputa, {planned} en planes de pago y {collect} por cobrar.',
  },
  'over60.none': {
    en: 'Nothing is more than 60 days past due.',
    es: 'Nada lleva más de 60 días vencido.',
  },
  'over60.gaps': {
    en: '{count, plural, one {# account lacks} other {# accounts lack}} a cause, a plan or an owner; {count, plural, one {it stands} other {they stand}} first and {count, plural, one {is} other {are}} marked.',
    es: 'A {count, plural, one {# cuenta le} other {# cuentas les}} falta causa, plan o responsable; {count, plural, one {va} other {van}} al principio y con marca.',
  },
  'over60.since': {
    en: 'Changes are since {day}.',
    es: 'Los cambios son desde el {day}.',
  },
  'over60.by_cause': { en: 'By cause', es: 'Por causa' },
  'over60.by_cause_alt': {
    en: 'Amounts over 60 days by cause, the largest first',
    es: 'Importes de más de 60 días por causa, el mayor primero',
  },
  'over60.unsaid': { en: 'not said', es: 'sin indicar' },

  'aging.title': { en: 'Month-end aging', es: 'Antigüedad al cierre de mes' },
  'aging.says': {
    en: 'The aging at the end of the month, and what was posted into it after it was reported.',
    es: 'La antigüedad al cierre del mes y lo que se registró en ella después de informada.',
  },
  'aging.sum': {
    en: '{total} was open on {day}; {overdue} of it was past due ({share} %).',
    es: '{total} estaba abierto el {day}; {overdue} de ello estaba vencido ({share} %).',
  },
  'aging.none': { en: 'Nothing was open on {day}.', es: 'Nada estaba abierto el {day}.' },
  'aging.buckets': { en: 'By age, {currency}', es: 'Por antigüedad, {currency}' },
  'aging.buckets_alt': {
    en: 'The balance by age in {currency}',
    es: 'El saldo por antigüedad en {currency}',
  },
  'aging.by_collector': { en: 'By collector, {currency}', es: 'Por gestor, {currency}' },
  'aging.by_account': { en: 'By account, {currency}', es: 'Por cuenta, {currency}' },
  'aging.after': { en: 'What changed after the fact', es: 'Qué cambió después' },
  'aging.after_none': {
    en: 'Nothing was posted into {day} since it was reported (known at {known}).',
    es: 'Nada se registró con fecha hasta el {day} desde que se informó (según lo conocido el {known}).',
  },
  'aging.after_some': {
    en: 'Since the issue known at {known}, postings dated up to {day} changed its balance by {amount}: from {before} to {after}.',
    es: 'Desde la edición conocida el {known}, registros con fecha hasta el {day} cambiaron su saldo en {amount}: de {before} a {after}.',
  },
  'aging.after_first': {
    en: 'This is the first issue; later ones say what was posted into it after the fact.',
    es: 'Esta es la primera edición; las siguientes dirán qué se registró en ella después.',
  },
  'aging.late_rows': { en: 'Late postings, {currency}', es: 'Registros tardíos, {currency}' },

  'portfolio.title': { en: 'Portfolio brief', es: 'Resumen de cartera' },
  'portfolio.says': {
    en: 'Where the accounts stand, for sales and management: who owes, what moved, what is promised.',
    es: 'Cómo están las cuentas, para ventas y dirección: quién debe, qué se movió, qué se prometió.',
  },
  'portfolio.sum': {
    en: '{total} is owed, {overdue} of it past due; {promised} is promised and {disputed} disputed.',
    es: 'Se deben {total}, de ello {overdue} vencido; {promised} prometido y {disputed} en disputa.',
  },
  'portfolio.none': { en: 'Nothing is owed.', es: 'No se debe nada.' },
  'portfolio.over_60': { en: 'Over 60 days', es: 'Más de 60 días' },
  'portfolio.promised': { en: 'Promised', es: 'Prometido' },
  'portfolio.owed': { en: 'Owed', es: 'Adeudado' },
  'portfolio.largest': {
    en: 'Largest overdue accounts, {currency}',
    es: 'Mayores cuentas vencidas, {currency}',
  },
  'portfolio.moved': {
    en: 'What moved since {day}, {currency}',
    es: 'Qué se movió desde el {day}, {currency}',
  },
  'portfolio.invoiced': { en: 'Invoiced', es: 'Facturado' },
  'portfolio.cash': { en: 'Cash', es: 'Cobros' },
  'portfolio.last_touch': { en: 'Last touch', es: 'Último contacto' },
  'portfolio.status': { en: 'Status', es: 'Estado' },
} as const satisfies Catalogue;
