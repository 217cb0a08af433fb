/** The journal's accounts as a person reads them; the code stays in the title. */
import type { Phrase } from '#kernel/words.ts';
import type { ChartAccount } from '#areas/ledger/rules/chart.ts';

export const chartWords: Readonly<Record<ChartAccount, Phrase>> = {
  ar: { en: 'Accounts receivable', es: 'Cuentas por cobrar' },
  'ar-revaluation': { en: 'Receivables revaluation', es: 'Revaluación de cobros' },
  'opening-balance': { en: 'Opening balance', es: 'Saldo inicial' },
  'fx-rounding': { en: 'Exchange rounding', es: 'Redondeo cambiario' },
  'unclaimed-property': { en: 'Unclaimed property', es: 'Bienes no reclamados' },
  'cash-clearing': { en: 'Cash clearing', es: 'Compensación de caja' },
  'card-clearing': { en: 'Card clearing', es: 'Compensación de tarjetas' },
  'billing-clearing': { en: 'Billing clearing', es: 'Compensación de facturación' },
  'revenue-adjustments': { en: 'Revenue adjustments', es: 'Ajustes de ingresos' },
  discounts: { en: 'Discounts', es: 'Descuentos' },
  'small-differences': { en: 'Small differences', es: 'Diferencias menores' },
  'bad-debt': { en: 'Bad debt', es: 'Incobrables' },
  allowance: { en: 'Allowance', es: 'Provisión' },
  recoveries: { en: 'Recoveries', es: 'Recuperaciones' },
  'interest-income': { en: 'Interest income', es: 'Ingresos por intereses' },
  'fee-income': { en: 'Fee income', es: 'Ingresos por cargos' },
  'bank-fees': { en: 'Bank fees', es: 'Comisiones bancarias' },
  'card-fees': { en: 'Card fees', es: 'Comisiones de tarjeta' },
  'fx-realised': { en: 'Exchange result, realised', es: 'Diferencia cambiaria realizada' },
  'fx-unrealised': { en: 'Exchange result, unrealised', es: 'Diferencia cambiaria no realizada' },
  'refunds-payable': { en: 'Refunds payable', es: 'Reembolsos por pagar' },
  'sales-tax': { en: 'Sales tax', es: 'Impuesto sobre ventas' },
  transfers: { en: 'Transfers', es: 'Traspasos' },
  'other-receipts': { en: 'Other receipts', es: 'Otros ingresos de caja' },
  'due-to-affiliates': { en: 'Due to affiliates', es: 'Por pagar a empresas relacionadas' },
  'due-from-affiliates': {
    en: 'Due from affiliates',
    es: 'Por cobrar a empresas relacionadas',
  },
};
