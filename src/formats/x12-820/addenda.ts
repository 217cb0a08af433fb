/**
 * Remittances that travel inside a payment: the addenda of an ACH entry, the text of a wire.
 *
 * They hold a whole interchange, a bare 820 or single segments such as
 * `RMR*IV*4501**100.00\`; text that is no X12 is not taken for it.
 */
import { type Remittance } from '../neutral.ts';
import { checkAmounts } from '../x12/amount-elements.ts';
import { readEnvelopes } from '../x12/envelope.ts';
import { currencyOf } from '../x12/set.ts';
import { adviceAmounts, readAdvice } from './advice.ts';
import { remittanceOf } from './read.ts';

/** The remittances in a text that came with money; none when it is prose or damaged. */
export function remittancesIn(text: string): Remittance[] {
  if (!/^\s*(?:ISA|GS|ST|BPR|TRN|N1|ENT|RMR|REF|ADX)[^A-Za-z0-9\s]/u.test(text)) return [];
  const remittances: Remittance[] = [];
  const read = readEnvelopes(text, ({ set, segments }) => {
    const isAdvice = set === '820' || set === '';
    if (!isAdvice || !checkAmounts(segments, adviceAmounts).ok) return undefined;
    const advice = readAdvice(segments);
    const says = advice.lines.length > 0 || advice.trace !== '' || advice.adjustments.length > 0;
    if (says) remittances.push(remittanceOf(advice, currencyOf(segments), []));
    return undefined;
  });
  return read.ok ? remittances : [];
}
