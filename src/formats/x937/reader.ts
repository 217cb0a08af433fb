/** The reader of image cash letters: recognised by their first record, told three ways. */
import { type Outcome, accept } from '#kernel/outcome.ts';
import { money } from '#kernel/money.ts';
import { readOnUs } from '../micr/line.ts';
import { type BankTransaction, type NeutralFile, type Statement } from '../neutral.ts';
import { type BankFileRefusal, type BankReader, type ReadFile, type Summary } from '../reader.ts';
import { lastingId } from '../references.ts';
import {
  type Bundle,
  type CashLetter,
  type CashLetterFile,
  type Check,
  type ReturnedCheck,
} from './cash-letter.ts';
import { judgeCashLetters } from './judge.ts';
import { readCashLetters } from './read.ts';
import { framingOf } from './records.ts';

export const x937: BankReader = {
  format: 'x937',
  recognises: ({ bytes }) => framingOf(bytes) !== undefined,
  read,
};

function read(bytes: Uint8Array): Outcome<ReadFile, BankFileRefusal> {
  const file = readCashLetters(bytes);
  if (!file.ok) return file;
  return accept({
    summary: () => summarise(file.value),
    neutral: () => neutralOf(file.value),
  });
}

function summarise(file: CashLetterFile): Summary {
  const bundles = file.cashLetters.flatMap((letter) => letter.bundles);
  const checks = bundles.flatMap((bundle) => bundle.checks);
  const returns = bundles.flatMap((bundle) => bundle.returns);
  return {
    encoding: file.encoding,
    records: file.records,
    returns: returns.length,
    cashLetters: file.cashLetters.length,
    checkCount: checks.length,
    checkTotal: String(checks.reduce((sum, { amountMinor }) => sum + amountMinor, 0n)),
    imageCount: [...checks, ...returns].reduce((sum, { views }) => sum + views, 0),
  };
}

function neutralOf(file: CashLetterFile): NeutralFile {
  return {
    format: 'x937',
    statements: file.cashLetters.map((letter) => statementOf(letter, file.isTest)),
    remittances: [],
    settlements: [],
    controls: judgeCashLetters(file),
    problems: [
      ...(file.isTest ? [{ record: 1, code: 'x937.test_file', facts: {} }] : []),
      ...file.cashLetters.flatMap(({ unreadCredits }) =>
        unreadCredits.map((record) => ({ record, code: 'x937.credit_unread', facts: {} })),
      ),
    ],
  };
}

/**
 * A cash letter as notices about the account of deposit. Checks in it are on their way, so
 * they are information; a check that came back has been charged, unless the file is a test.
 */
function statementOf(letter: CashLetter, isTest: boolean): Statement {
  const items = letter.bundles.flatMap(({ checks, returns }) => [...checks, ...returns]);
  const deposited = items.find(({ deposit }) => deposit.account !== '')?.deposit.account;
  return {
    account: letter.credits[0]?.account ?? deposited ?? letter.destination,
    currency: 'USD',
    kind: 'notices',
    ...(letter.id ? { id: letter.id } : {}),
    transactions: letter.bundles.flatMap((bundle) => [
      ...bundle.checks.map((check) => deposited25(check, bundle)),
      ...bundle.returns.map((returned) => returned31(returned, bundle, isTest)),
    ]),
  };
}

function deposited25(check: Check, bundle: Bundle): BankTransaction {
  return {
    ...common(check, bundle),
    amount: money(check.amountMinor, 'USD'),
    status: 'information',
  };
}

function returned31(returned: ReturnedCheck, bundle: Bundle, isTest: boolean): BankTransaction {
  const original = returned.sequence;
  return {
    ...common(returned, bundle),
    amount: money(-returned.amountMinor, 'USD'),
    status: isTest ? 'information' : 'booked',
    returned: {
      reason: returned.reason,
      ...(original ? { originalId: original } : {}),
    },
    ...(returned.accountName ? { payerName: returned.accountName } : {}),
  };
}

function common(item: Check | ReturnedCheck, bundle: Bundle) {
  const { account, serial } = readOnUs(item.onUs);
  const checkNumber = item.auxiliaryOnUs === '' ? serial : item.auxiliaryOnUs;
  return {
    record: item.record,
    ...(item.sequence ? { externalId: lastingId(item.sequence, bundle.businessOn) } : {}),
    bookedOn: bundle.businessOn,
    channel: 'check' as const,
    payerAccount: `${item.routing} ${account}`,
    ...(checkNumber ? { checkNumber } : {}),
    references: [],
    text: item.deposit.payee,
  };
}
