/**
 * What a payer says a payment is for, in ISO 20022: words (`Ustrd`), and documents with
 * their amounts (`Strd`).
 */
import { parseDay } from '#kernel/day.ts';
import { type Decimal } from '#kernel/decimal.ts';
import { type Money, negate } from '#kernel/money.ts';
import { asMoney, exactAmount } from '../exact.ts';
import { type Remittance, type RemittanceLine } from '../neutral.ts';
import { stated } from '../references.ts';
import { type XmlNode, all, at, firstText, textAt } from '../xml/node.ts';

/** End-to-end id, creditor references and document numbers. */
export function referencesOf(detail: XmlNode): (string | undefined)[] {
  const documents = all(at(detail, 'RmtInf'), 'Strd');
  return [
    ...documents.map((document) => textAt(document, 'CdtrRefInf', 'Ref')),
    ...documents.map((document) => textAt(document, 'CdtrRefInf', 'CdtrRef')),
    ...documents.flatMap((document) =>
      all(document, 'RfrdDocInf').map((one) => firstText(one, ['Nb'], ['RfrdDocNb'])),
    ),
    textAt(detail, 'Refs', 'EndToEndId'),
  ];
}

/** Everything that was said, a line each. */
export function saidIn(detail: XmlNode): string[] {
  const information = at(detail, 'RmtInf');
  return [
    ...all(information, 'Ustrd'),
    ...all(information, 'Strd').flatMap((document) => all(document, 'AddtlRmtInf')),
    ...all(detail, 'AddtlTxInf'),
  ]
    .map(({ text }) => text.trim())
    .filter((text) => text !== '');
}

/** The documents that the payer names; undefined when none is named by number. */
export function remittanceOf(
  detail: XmlNode | undefined,
  record: number,
  total: Money,
): Remittance | undefined {
  const documents = all(at(detail, 'RmtInf'), 'Strd');
  const lines = documents.flatMap((document) => lineOf(document, record, total));
  if (!lines.some(({ paid, gross }) => paid ?? gross)) return undefined;
  const [paymentReference] = stated([textAt(detail, 'Refs', 'EndToEndId')]);
  return {
    record,
    ...(paymentReference === undefined ? {} : { paymentReference }),
    total,
    lines,
  };
}

const kinds: Readonly<Record<string, RemittanceLine['kind']>> = {
  CINV: 'invoice',
  CNFA: 'credit_memo',
  CREN: 'credit_memo',
  DEBN: 'invoice',
  MSIN: 'invoice',
  DNFA: 'invoice',
  HIRI: 'invoice',
  SBIN: 'invoice',
  PUOR: 'order',
};

function lineOf(document: XmlNode, record: number, like: Money): RemittanceLine[] {
  const info = at(document, 'RfrdDocInf');
  const reference =
    firstText(info, ['Nb'], ['RfrdDocNb']) ??
    firstText(document, ['CdtrRefInf', 'Ref'], ['CdtrRefInf', 'CdtrRef']);
  if (reference === undefined) return [];
  const code = firstText(info, ['Tp', 'CdOrPrtry', 'Cd'], ['RfrdDocTp', 'Cd']) ?? 'CINV';
  const kind = kinds[code] ?? 'other';
  const amounts = at(document, 'RfrdDocAmt');
  const paid = moneyAt(amounts, like, 'RmtdAmt');
  const credit = moneyAt(amounts, like, 'CdtNoteAmt');
  const gross = moneyAt(amounts, like, 'DuePyblAmt');
  const discount =
    moneyAt(at(amounts, 'DscntApldAmt'), like, 'Amt') ?? moneyAt(amounts, like, 'DscntApldAmt');
  const issuedOn = parseDay(firstText(info, ['RltdDt'], ['RltdDt', 'Dt']) ?? '');
  const taken = kind === 'credit_memo' ? (credit ?? paid) : paid;
  return [
    {
      record,
      kind,
      reference,
      ...(taken === undefined ? {} : { paid: kind === 'credit_memo' ? negate(taken) : taken }),
      ...(gross === undefined ? {} : { gross }),
      ...(discount === undefined ? {} : { discount }),
      deductions: deductionsOf(amounts, like),
      ...(issuedOn === undefined ? {} : { issuedOn }),
    },
  ];
}

function deductionsOf(amounts: XmlNode | undefined, like: Money): RemittanceLine['deductions'] {
  return all(amounts, 'AdjstmntAmtAndRsn').flatMap((adjustment) => {
    const amount = moneyAt(adjustment, like, 'Amt');
    if (amount === undefined || textAt(adjustment, 'CdtDbtInd') === 'CRDT') return [];
    const reason = firstText(adjustment, ['Rsn'], ['AddtlInf']) ?? '';
    return [{ amount, reason }];
  });
}

/** An amount in the payment's currency; others are left to the text. */
function moneyAt(node: XmlNode | undefined, like: Money, name: string): Money | undefined {
  const found = at(node, name);
  const amount: Decimal | undefined = exactAmount(found?.text ?? '');
  if (amount === undefined || found?.attributes['Ccy'] !== like.currency) return undefined;
  return asMoney(amount, like.currency).money;
}
