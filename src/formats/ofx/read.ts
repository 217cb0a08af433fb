/**
 * OFX and QFX, versions 1 (SGML) and 2 (XML): what bank portals let one download.
 *
 * It has balances, but no sum that would prove its lines; the one control is that it ends.
 */
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { tooLarge } from '../bad-record.ts';
import { decodeText } from '../csv/encoding.ts';
import { exactText, inAndOut, looseAmount, nothing } from '../exact.ts';
import type { BankFileRefusal, BankReader, ReadFile, Summary } from '../reader.ts';
import { type OfxContent, contentOf } from './content.ts';
import { neutralOf } from './statements.ts';

export const ofx: BankReader = {
  format: 'ofx',
  recognises: ({ start }) => /^\s*OFXHEADER\s*:|<\?OFX\s|<OFX>/imu.test(start.slice(0, 4000)),
  read,
};

function read(bytes: Uint8Array): Outcome<ReadFile, BankFileRefusal> {
  const large = tooLarge(bytes);
  if (large) return large;
  const { text } = decodeText(bytes);
  if (!/<OFX>/iu.test(text)) return refuse('read.bad_record', { record: 1, reason: 'the tag OFX' });
  const content = contentOf(text);
  if (content.stray !== undefined) {
    const reason = 'a statement around the transaction';
    return refuse('read.bad_record', { record: content.stray, reason });
  }
  return accept({ summary: () => summaryOf(content), neutral: () => neutralOf(content) });
}

function summaryOf({ version, statements }: OfxContent): Summary {
  return {
    version,
    statements: statements.map(({ kind, values, transactions }) => {
      const booked = transactions.filter(({ pending }) => !pending);
      const amounts = booked.map((one) => looseAmount(one.values.get('TRNAMT') ?? '') ?? nothing);
      const { credits, debits } = inAndOut(amounts);
      return {
        kind,
        account: values.get('ACCOUNT/ACCTID') ?? null,
        transactions: booked.length,
        credits: exactText(credits),
        debits: exactText(debits),
        ledger: values.has('LEDGER') ? (values.get('LEDGER/BALAMT') ?? '') : null,
      };
    }),
  };
}
