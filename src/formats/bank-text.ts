/**
 * What American banks hide in the free text of a statement line: who paid, from which
 * account, under which references, why something came back.
 *
 * Each bank has its own labels (`ORIG CO NAME:`, `DBNM:`, `ORG=`); whoever finds none
 * answers nothing, for a guessed payer costs more than an unknown one.
 */
export type SaidInText = {
  readonly payerName?: string;
  readonly payeeName?: string;
  readonly payerAccount?: string;
  readonly references: readonly string[];
  readonly checkNumber?: string;
  readonly returnReason?: string;
};

/** A value ends at a line break, a wide gap, or where the next label begins. */
const nextLabel = '[A-Z][A-Z0-9/]{1,14}(?: [A-Z0-9/]+)?[:=]|[A-Z][a-z]+(?: [A-Z][a-z]+){0,3}:';
const value = String.raw`[ \t]*"?(.+?)"?(?=\n|\s{2,}|$|,?\s+(?:${nextLabel}))`;

function labelled(labels: string): RegExp {
  return new RegExp(`(?:^|[\\s,;/])(?:${labels})${value}`, 'u');
}

const payer = labelled(
  'DBNM:|(?:ORIG )?CO NAME[:=]|ORIGINATOR[:=]|ORG[:=]|B/O[:=]|ORG NAME[:=]|SENDER[:=]|' +
    'REMITTER[:=]|FROM[:=]|From:|Return From:',
);
const payee = labelled('CRNM:|BNF[:=]|BENEFICIARY[:=]|To:|Return To:');
const account = /(?:^|\s)(?:DACT|ORIG ACCT|ORG ID)[:=]\s*([A-Z0-9-]{4,34})/u;
const routing = /(?:^|\s)(?:DABA|ORIG ABA|SND ABA)[:=]\s*(\d{9})\b/u;
const reference = new RegExp(
  String.raw`(?:^|[\s,;/])(?:EREF|CREF|Client Ref ID|Clearing Ref|TRACE NO|TRN|IMAD|OMAD|TRACE)` +
    String.raw`[:=#][ \t]*([A-Za-z0-9./-]{3,40})`,
  'gu',
);
const check = /(?:CHECK SERIAL NUMBER:|CHKN:|CHECK NO\.?|CHECK #|\bCK)\s*0*(\d{1,15})\b/iu;
const reason = /\b(?:Reason:?\s*"?|REASON\s)(R\d\d)\b|\b(R(?:0[1-9]|[1-8]\d))\b/u;
const spelled = new RegExp(
  String.raw`Return Reason: "([^"\n]{2,60})"|` +
    String.raw`\b(NSF|STOP PAYMENT|ACCOUNT CLOSED|REFER TO MAKER|UNCOLLECTED)\b`,
  'iu',
);

/** Everything recognised in the text of one line. */
export function saidInText(text: string): SaidInText {
  const checkNumber = check.exec(text)?.[1];
  const returned = reason.exec(text);
  const words = spelled.exec(text);
  const returnReason = returned?.[1] ?? returned?.[2] ?? words?.[1] ?? words?.[2]?.toUpperCase();
  return {
    // Every label ends in one of these, and most lines have none.
    ...(/[:=#]/u.test(text) ? labelsIn(text) : { references: [] }),
    ...(checkNumber ? { checkNumber } : {}),
    ...(returnReason ? { returnReason } : {}),
  };
}

function labelsIn(text: string): SaidInText {
  const payerName = payer
    .exec(text)?.[1]
    ?.replace(/\s+(?:REF|RMR|INV|TRACE)\b.*$/u, '')
    .trim();
  const payeeName = payee.exec(text)?.[1]?.trim();
  const accountNumber = account.exec(text)?.[1];
  const bank = routing.exec(text)?.[1];
  return {
    ...(payerName ? { payerName } : {}),
    ...(payeeName ? { payeeName } : {}),
    ...(accountNumber ? { payerAccount: bank ? `${bank} ${accountNumber}` : accountNumber } : {}),
    references: [...text.matchAll(reference)].map(([, found = '']) => found),
  };
}
