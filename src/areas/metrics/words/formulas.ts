/**
 * Each figure's formula in words, by metric and variant: what `w` shows beside the figure.
 *
 * A formula names what it divides by what, and what it leaves out; it never praises itself. A
 * variant without words of its own has its metric's.
 */
import type { Catalogue, Phrase } from '#kernel/words.ts';
import type { MetricKey } from '../rules/metric.ts';

/** The formula of a variant. */
export function formulaOf(metric: MetricKey, variant: string): Phrase {
  const all: Catalogue = formulas;
  return all[`formula.${metric}.${variant}`] ?? formulas[`formula.${metric}`];
}

export const formulas = {
  'formula.ar': {
    en: 'Σ open items less unapplied cash: the balance of the aging and of the control account',
    es: 'Σ partidas abiertas menos efectivo sin aplicar: el saldo de la antigüedad y de la cuenta de control',
  },
  'formula.ar.gross': {
    en: 'Σ of all buckets of the aging',
    es: 'Σ de todos los tramos de antigüedad',
  },
  'formula.current': {
    en: 'Σ open items whose due day has not passed',
    es: 'Σ partidas abiertas cuyo vencimiento no ha pasado',
  },
  'formula.overdue': {
    en: 'Σ open items one day and more past due',
    es: 'Σ partidas abiertas vencidas desde hace un día o más',
  },
  'formula.over_60': {
    en: 'Σ open items 61 days and more past due',
    es: 'Σ partidas abiertas vencidas desde hace 61 días o más',
  },
  'formula.over_90': {
    en: 'Σ open items 91 days and more past due',
    es: 'Σ partidas abiertas vencidas desde hace 91 días o más',
  },
  'formula.unapplied': {
    en: 'Σ open credits: cash on account and credit memos that nothing uses yet',
    es: 'Σ créditos abiertos: efectivo a cuenta y notas de crédito aún sin usar',
  },
  'formula.credit_sales': {
    en: 'Σ invoices and debit memos less credit memos posted in the period, tax included',
    es: 'Σ facturas y notas de débito menos notas de crédito del período, impuestos incluidos',
  },
  'formula.dso': {
    en: 'total receivables ÷ credit sales of the period × its calendar days',
    es: 'cuentas por cobrar ÷ ventas a crédito del período × sus días calendario',
  },
  'formula.dso.months_of_30': {
    en: 'total receivables ÷ credit sales of the period × 30 days for each month',
    es: 'cuentas por cobrar ÷ ventas a crédito del período × 30 días por mes',
  },
  'formula.dso.trailing_year': {
    en: 'total receivables ÷ credit sales of the last 12 months × the days of that year',
    es: 'cuentas por cobrar ÷ ventas a crédito de los últimos 12 meses × los días de ese año',
  },
  'formula.dso.conventional': {
    en: 'total receivables × 30 ÷ credit sales of the last 30 days',
    es: 'cuentas por cobrar × 30 ÷ ventas a crédito de los últimos 30 días',
  },
  'formula.dso.countback': {
    en: 'from the newest month back: its whole days while receivables cover its sales, then the covered share of the next month’s days',
    es: 'del mes más reciente hacia atrás: sus días completos mientras las cuentas cubren sus ventas, luego la parte cubierta de los días del mes siguiente',
  },
  'formula.dso.true': {
    en: 'Σ open invoices: age in days × open amount ÷ credit sales of the month of the sale',
    es: 'Σ facturas abiertas: días de edad × monto abierto ÷ ventas a crédito del mes de la venta',
  },
  'formula.best_possible_dso': {
    en: 'what is not yet due ÷ credit sales of the period × its days: nobody late at all',
    es: 'lo aún no vencido ÷ ventas a crédito del período × sus días: nadie atrasado',
  },
  'formula.add': {
    en: 'DSO less best possible DSO, subtracted before rounding',
    es: 'DSO menos el mejor DSO posible, restados antes de redondear',
  },
  'formula.cei': {
    en: '(opening AR + credit sales ÷ months − closing AR) ÷ (opening AR + credit sales ÷ months − closing current AR) × 100',
    es: '(saldo inicial + ventas a crédito ÷ meses − saldo final) ÷ (saldo inicial + ventas a crédito ÷ meses − saldo final no vencido) × 100',
  },
  'formula.cei.period_total': {
    en: '(opening AR + credit sales − closing AR) ÷ (opening AR + credit sales − closing current AR) × 100; without ÷ months it reads far higher',
    es: '(saldo inicial + ventas a crédito − saldo final) ÷ (saldo inicial + ventas a crédito − saldo final no vencido) × 100; sin ÷ meses da mucho más',
  },
  'formula.turnover': {
    en: 'credit sales of the last 12 months ÷ the average of receivables a year ago and now',
    es: 'ventas a crédito de 12 meses ÷ el promedio de las cuentas por cobrar hace un año y ahora',
  },
  'formula.turnover.days': {
    en: '365 ÷ turns, taken before the turns are rounded',
    es: '365 ÷ rotaciones, antes de redondearlas',
  },
  'formula.recovery': {
    en: 'cash received in the period ÷ receivables at its opening × 100',
    es: 'efectivo recibido en el período ÷ cuentas por cobrar al inicio × 100',
  },
  'formula.liquidation': {
    en: 'cash applied in the period to what was overdue at its opening ÷ what was overdue then × 100',
    es: 'efectivo aplicado en el período a lo vencido al inicio ÷ lo vencido entonces × 100',
  },
  'formula.current_pct': {
    en: 'not yet due ÷ all buckets × 100, before unapplied cash',
    es: 'no vencido ÷ todos los tramos × 100, antes del efectivo sin aplicar',
  },
  'formula.current_pct.net': {
    en: 'not yet due ÷ total receivables net of unapplied cash × 100',
    es: 'no vencido ÷ cuentas por cobrar netas del efectivo sin aplicar × 100',
  },
  'formula.overdue_pct': {
    en: 'past due ÷ all buckets × 100, before unapplied cash',
    es: 'vencido ÷ todos los tramos × 100, antes del efectivo sin aplicar',
  },
  'formula.over_60_pct': {
    en: '61 days and more past due ÷ all buckets × 100, before unapplied cash',
    es: 'vencido desde hace 61 días o más ÷ todos los tramos × 100, antes del efectivo sin aplicar',
  },
  'formula.over_90_pct': {
    en: '91 days and more past due ÷ all buckets × 100, before unapplied cash',
    es: 'vencido desde hace 91 días o más ÷ todos los tramos × 100, antes del efectivo sin aplicar',
  },
  'formula.over_90_pct.net': {
    en: '91 days and more past due ÷ total receivables net of unapplied cash × 100',
    es: 'vencido desde hace 91 días o más ÷ cuentas por cobrar netas del efectivo sin aplicar × 100',
  },
  'formula.aging': {
    en: 'Σ open items of the bucket, by due day',
    es: 'Σ partidas abiertas del tramo, por vencimiento',
  },
  'formula.aging_pct': {
    en: 'the bucket ÷ all buckets × 100, before unapplied cash',
    es: 'el tramo ÷ todos los tramos × 100, antes del efectivo sin aplicar',
  },
  'formula.roll_rate': {
    en: 'the later bucket now ÷ the earlier bucket a month ago × 100',
    es: 'el tramo posterior ahora ÷ el tramo anterior hace un mes × 100',
  },
  'formula.unapplied_age': {
    en: 'Σ open credit × days since its own day ÷ Σ open credits',
    es: 'Σ crédito abierto × días desde su fecha ÷ Σ créditos abiertos',
  },
  'formula.unapplied_over_30': {
    en: 'Σ open credits older than 30 days, from their own day',
    es: 'Σ créditos abiertos de más de 30 días, desde su fecha',
  },
  'formula.at_risk': {
    en: 'of the last whole month of invoices that is 90 days old: what was unpaid 90 days after the invoice ÷ what was billed × 100',
    es: 'del último mes completo de facturas con 90 días: lo impago 90 días después de la factura ÷ lo facturado × 100',
  },
  'formula.payment_delay': {
    en: '(Σ paid × days after due + Σ overdue × days late so far) ÷ (Σ paid + Σ overdue); early counts negative, disputed counts too',
    es: '(Σ pagado × días tras el vencimiento + Σ vencido × días de atraso) ÷ (Σ pagado + Σ vencido); lo anticipado cuenta negativo, lo disputado también',
  },
  'formula.ddo': {
    en: 'Σ contested amounts that are open ÷ credit sales of the period × its days',
    es: 'Σ montos en disputa abiertos ÷ ventas a crédito del período × sus días',
  },
  'formula.disputed': {
    en: 'Σ contested amounts of disputes that are open, none above what is still owed',
    es: 'Σ montos en disputa de los reclamos abiertos, sin pasar de lo que aún se debe',
  },
  'formula.net_write_off': {
    en: '(written off − recovered) in the period ÷ its credit sales × 100',
    es: '(dado de baja − recuperado) en el período ÷ sus ventas a crédito × 100',
  },
  'formula.cash': {
    en: 'Σ receipts of the period less receipts that came back in it',
    es: 'Σ cobros del período menos los devueltos en él',
  },
  'formula.payment_days': {
    en: 'Σ paid × days from the invoice to the payment ÷ Σ paid',
    es: 'Σ pagado × días de la factura al pago ÷ Σ pagado',
  },
  'formula.payment_days.from_due': {
    en: 'Σ paid × days from the due day to the payment ÷ Σ paid; early is negative',
    es: 'Σ pagado × días del vencimiento al pago ÷ Σ pagado; anticipado es negativo',
  },
  'formula.spi': {
    en: 'average days from issue to due plus average days from due to paid, each payment counting once',
    es: 'promedio de días de emisión a vencimiento más promedio de vencimiento a pago, cada pago una vez',
  },
  'formula.written_off': {
    en: 'Σ debts written off in the period less those taken back in it',
    es: 'Σ deudas dadas de baja en el período menos las restituidas en él',
  },
  'formula.promise_kept': {
    en: 'promises kept ÷ promises that ended in the period × 100; those that can still be kept are out',
    es: 'promesas cumplidas ÷ promesas terminadas en el período × 100; las aún abiertas no cuentan',
  },
  'formula.promise_kept.amount': {
    en: 'amounts of promises kept ÷ amounts of promises that ended in the period × 100',
    es: 'montos de promesas cumplidas ÷ montos de promesas terminadas en el período × 100',
  },
  'formula.promised': {
    en: 'Σ open promises due within 7 days',
    es: 'Σ promesas abiertas que vencen en 7 días',
  },
  'formula.promised.open': { en: 'Σ promises that are open', es: 'Σ promesas abiertas' },
  'formula.promises_made': {
    en: 'promises taken in the period',
    es: 'promesas tomadas en el período',
  },
  'formula.promises_made.amount': {
    en: 'Σ amounts of promises taken in the period',
    es: 'Σ montos de promesas tomadas en el período',
  },
  'formula.rpc': {
    en: 'talks with the right person ÷ outbound calls × 100',
    es: 'conversaciones con la persona correcta ÷ llamadas salientes × 100',
  },
  'formula.rpc.per_person_reached': {
    en: 'talks with the right person ÷ calls on which anybody answered × 100',
    es: 'conversaciones con la persona correcta ÷ llamadas que alguien contestó × 100',
  },
  'formula.promise_to_pay': {
    en: 'promises taken ÷ talks with the right person × 100',
    es: 'promesas tomadas ÷ conversaciones con la persona correcta × 100',
  },
  'formula.contacts': {
    en: 'outbound calls, emails, texts and letters of the period',
    es: 'llamadas, correos, mensajes y cartas salientes del período',
  },
  'formula.contacts.right_party': {
    en: 'outbound calls that reached the right person',
    es: 'llamadas salientes que hallaron a la persona correcta',
  },
  'formula.first_call': {
    en: 'accounts spoken with once and without anything overdue now ÷ accounts spoken with × 100',
    es: 'cuentas con una sola conversación y sin nada vencido ahora ÷ cuentas con conversación × 100',
  },
  'formula.cash_after_contact': {
    en: 'cash that came within 7 days after a contact ÷ all cash of the period × 100',
    es: 'efectivo llegado en los 7 días tras un contacto ÷ todo el efectivo del período × 100',
  },
  'formula.dispute_cycle': {
    en: 'Σ days from opening to resolution ÷ disputes resolved in the period',
    es: 'Σ días de apertura a resolución ÷ reclamos resueltos en el período',
  },
  'formula.dispute_cycle.amount_weighted': {
    en: 'Σ contested amount × days to resolution ÷ Σ contested amounts',
    es: 'Σ monto en disputa × días a la resolución ÷ Σ montos en disputa',
  },
  'formula.touchless': {
    en: 'invoice lines that the engine posted alone ÷ invoice lines posted × 100',
    es: 'líneas de factura aplicadas solas por el motor ÷ líneas aplicadas × 100',
  },
  'formula.hit_rate': {
    en: 'invoice lines that the best explanation held and nobody took back ÷ invoice lines posted × 100',
    es: 'líneas acertadas por la mejor explicación y no retiradas ÷ líneas aplicadas × 100',
  },
  'formula.false_match': {
    en: 'invoice lines posted alone and taken back since ÷ invoice lines posted alone × 100',
    es: 'líneas aplicadas solas y luego retiradas ÷ líneas aplicadas solas × 100',
  },
  'formula.cost_to_collect': {
    en: 'stated cost of the department ÷ cash received × 100',
    es: 'costo declarado del departamento ÷ efectivo recibido × 100',
  },
  'formula.cash_per_hour': {
    en: 'cash received ÷ paid hours',
    es: 'efectivo recibido ÷ horas pagadas',
  },
  'formula.contacts_per_hour': {
    en: 'talks with the right person ÷ paid hours',
    es: 'conversaciones con la persona correcta ÷ horas pagadas',
  },
  'formula.attainment': {
    en: 'cash received ÷ forecasted goal for the same days × 100',
    es: 'efectivo recibido ÷ meta pronosticada de los mismos días × 100',
  },
} as const satisfies Catalogue & Readonly<Record<`formula.${MetricKey}`, Phrase>>;
