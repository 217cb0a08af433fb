/**
 * Words that say on which side of our account an amount stands: in or out.
 *
 * `CR` beside an amount on a bank's list is money in; in a list of receivables it would be
 * the other way round, so these words are read here and not with the amounts.
 */
export type Side = 'in' | 'out';

const inward = new Set(
  (
    'c,cr,crdt,credit,credits,deposit,in,+,h,haben,gutschrift,abono,haber,credito,crédito,' +
    'crédit,ingreso,entrada,avere,bij,incoming,received,money in,paid in'
  ).split(','),
);
const outward = new Set(
  (
    'd,dr,db,dbit,debit,debits,withdrawal,out,-,s,soll,belastung,lastschrift,cargo,debe,' +
    'debito,débito,débit,egreso,salida,dare,af,outgoing,sent,money out,paid out'
  ).split(','),
);

/** The side a word names; undefined for any other word. */
export function signOf(text: string): Side | undefined {
  const word = text.trim().toLowerCase().replace(/\.$/u, '');
  if (inward.has(word)) return 'in';
  return outward.has(word) ? 'out' : undefined;
}

/** Takes a side off the end or the beginning of an amount: `1,234.50 CR`. */
export function takeSide(text: string): { readonly amount: string; readonly side?: Side } {
  const trimmed = text.trim().replace(/^'/u, '');
  const match =
    /^(.*[\d)])\s*(CR|DR|DB|C|D|H|S)\.?$/iu.exec(trimmed) ??
    /^(CR|DR)\.?\s+(?=[\d$(])(.*)$/iu.exec(trimmed);
  if (match === null) return { amount: trimmed };
  const [, first = '', second = ''] = match;
  const [amount, word] = /\d/u.test(first) ? [first, second] : [second, first];
  const side = signOf(word);
  return side === undefined ? { amount: trimmed } : { amount, side };
}
