/**
 * What a processor's word for a line means: `SettledBulk`, `charge` and `Pago estándar` are
 * payments, `MerchantPayout` and `General Withdrawal` are payouts.
 *
 * A word nobody knows is an adjustment: it counts in the batch, and a person looks at it.
 */
import { type SettlementLine } from '../neutral.ts';

type Kind = SettlementLine['kind'];

const words: readonly (readonly [RegExp, Kind])[] = [
  [/charge ?back|dispute|contracargo|ruckbuchung|retroacceso|litig/u, 'chargeback'],
  [/refund|reembolso|devolucion|ruckzahlung|remboursement|rimborso|payment reversal/u, 'refund'],
  [/balance ?transfer|conversion|reserve|correction|hold|adjust|ajuste|reversal/u, 'adjustment'],
  [/payout|withdraw|retir|abbuchung|virement|transfer to bank|deposit to bank|prelievo/u, 'payout'],
  [/\bfees?\b|network ?cost|misc ?costs|payment ?cost|invoice ?deduction|comision|gebuhr/u, 'fee'],
  [/charge|payment|sale|settled|capture|purchase|received|order/u, 'payment'],
  [/pago|cobro|venta|zahlung|paiement|pagamento/u, 'payment'],
];

/** The kind of a line by the processor's word; money without a word is a payment or its return. */
export function kindOf(word: string, gross: bigint): Kind {
  const plain = word
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-z])([A-Z])/gu, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase();
  const found = words.find(([pattern]) => pattern.test(plain))?.[1];
  if (found !== undefined) return found;
  if (plain.trim() !== '') return 'adjustment';
  return gross < 0n ? 'refund' : 'payment';
}
