import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { formatMoney } from '#kernel/money.ts';
import { mutated } from '#test/support/mutated.ts';
import { bankReaderFor } from '../bank-readers.ts';
import { type NeutralFile, holds } from '../neutral.ts';
import { camt } from './read.ts';

const samples = ['batched-053-v8', 'no-namespace-053', 'intraday-052-v6', 'notice-054-v8'];

function sample(name: string): Uint8Array {
  return readFileSync(`samples/camt/${name}.xml`);
}

function neutral(file: string | Uint8Array): NeutralFile {
  const read = camt.read(typeof file === 'string' ? Buffer.from(file) : file);
  if (!read.ok) throw new Error(JSON.stringify(read));
  return read.value.neutral();
}

type Wish = { readonly entries?: string; readonly summary?: string; readonly closing?: string };

/** A statement in euros that begins with 100.00. */
function statement({ entries = '', summary = '', closing = '100.00' }: Wish): string {
  const balance = (code: string, amount: string): string =>
    `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${amount}</Amt>` +
    `<CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-11-20</Dt></Dt></Bal>`;
  return (
    '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt>' +
    '<Id>S1</Id><Acct><Id><IBAN>NL91ABNA0417164300</IBAN></Id><Ccy>EUR</Ccy></Acct>' +
    `${balance('OPBD', '100.00')}${balance('CLBD', closing)}${summary}${entries}` +
    '</Stmt></BkToCstmrStmt></Document>'
  );
}

type EntryWish = { amount?: string; side?: string; more?: string; details?: string; day?: string };

function entry({
  amount = '10.00',
  side = 'CRDT',
  more = '',
  details = '',
  day = '2026-11-20',
}: EntryWish): string {
  return (
    `<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${side}</CdtDbtInd>${more}` +
    `<BookgDt><Dt>${day}</Dt></BookgDt><NtryDtls>${details}</NtryDtls></Ntry>`
  );
}

function payment(amount: string, inside = ''): string {
  return `<TxDtls><Amt Ccy="EUR">${amount}</Amt>${inside}</TxDtls>`;
}

test.each(samples)('the sample %s is recognised', (name) => {
  expect(bankReaderFor(sample(name), name)?.format).toBe('camt');
});

test('batched entries post at their details, and every control of the file holds', () => {
  const read = camt.read(sample('batched-053-v8'));
  expect(read.ok && read.value.summary()).toEqual({
    ns: 'camt.053.001.08',
    statements: [
      {
        kind: 'Stmt',
        entries: 40,
        txDtls: 62,
        credits: '63545.75',
        debits: '19820.29',
        opening: '75996.69',
        closing: '119722.15',
      },
    ],
  });
  const { statements, controls, problems } = neutral(sample('batched-053-v8'));
  expect(statements[0]?.transactions).toHaveLength(62);
  expect(statements[0]?.transactions[5]).toMatchObject({
    record: 6,
    externalId: 'S110004/2',
    payerName: 'PEÑA HERMANOS SA',
    references: ['RF397497790074', 'INV-131197'],
    channel: 'transfer',
  });
  expect(controls.every(holds)).toBe(true);
  expect(controls.map(({ what }) => what)).toContain('closing_balance');
  expect(problems).toEqual([]);
});

test('a file without a namespace is read by the names of its elements', () => {
  expect(neutral(sample('no-namespace-053')).statements[0]).toMatchObject({
    account: 'GB29NWBK60161331926819',
    currency: 'GBP',
    kind: 'statement',
    transactions: [{ payerName: 'JANE CLIENT', text: 'Consulting fee' }],
  });
});

test('reports and notices have no balance to prove, and pending stays pending', () => {
  const report = neutral(sample('intraday-052-v6'));
  expect(report.statements[0]).toMatchObject({ kind: 'intraday' });
  expect(report.statements[0]?.transactions[0]?.status).toBe('pending');
  const notice = neutral(sample('notice-054-v8'));
  expect(notice.statements[0]).toMatchObject({ kind: 'notices' });
  expect(notice.statements[0]?.transactions[0]).toMatchObject({ bookedOn: '2007-10-18' });
  expect([...report.controls, ...notice.controls]).toEqual([]);
});

test('an amount that is no number refuses the file with its path', () => {
  expect(camt.read(sample('garbled-amount-053'))).toMatchObject({
    ok: false,
    refusal: 'read.bad_record',
    facts: { record: 1, path: 'Ntry[1]/Amt' },
  });
});

test('five decimals are added exactly, and an amount finer than a cent is told of', () => {
  const read = camt.read(sample('five-decimals-053-v2'));
  expect(read.ok && read.value.summary()).toMatchObject({
    statements: [{ credits: '8.850', opening: '18.150', closing: '27.050' }],
  });
  const file = neutral(statement({ entries: entry({ amount: '10.00555' }), closing: '110.00555' }));
  expect(file.statements[0]?.transactions[0]?.amount.minor).toBe(1001n);
  expect(file.problems).toEqual([
    { record: 1, code: 'read.finer_than_currency', facts: { amount: '10.00555' } },
  ]);
  expect(file.controls.every(holds)).toBe(true);
});

test('a statement that does not add up breaks an amount control that names both sums', () => {
  const file = neutral(statement({ entries: entry({}), closing: '110.01' }));
  expect(file.controls).toEqual([
    { kind: 'amount', what: 'closing_balance', record: 1, stated: '110.01', found: '110' },
  ]);
});

test('what is pending is no part of the closing balance', () => {
  const pending = entry({ amount: '7.00', more: '<Sts><Cd>PDNG</Cd></Sts>' });
  const file = neutral(statement({ entries: entry({}) + pending, closing: '110.00' }));
  expect(file.controls.every(holds)).toBe(true);
  expect(file.statements[0]?.transactions.map(({ status }) => status)).toEqual([
    'booked',
    'pending',
  ]);
});

test('the file’s own summary is proved: counts and amounts', () => {
  const summary =
    '<TxsSummry><TtlNtries><NbOfNtries>2</NbOfNtries><Sum>13</Sum></TtlNtries>' +
    '<TtlCdtNtries><NbOfNtries>1</NbOfNtries><Sum>10.01</Sum></TtlCdtNtries></TxsSummry>';
  const entries = entry({}) + entry({ amount: '3.00', side: 'DBIT' });
  const { controls } = neutral(statement({ entries, summary, closing: '107.00' }));
  expect(controls.filter((control) => !holds(control))).toEqual([
    { kind: 'amount', what: 'credit_sum', record: 1, stated: '10.01', found: '10' },
  ]);
  expect(controls).toHaveLength(5);
});

test('pages of one statement are not proved one by one', () => {
  const paged = statement({ entries: entry({}), closing: '500.00' }).replace(
    '<Id>S1</Id>',
    '<Id>S1</Id><StmtPgntn><PgNb>1</PgNb><LastPgInd>false</LastPgInd></StmtPgntn>',
  );
  expect(neutral(paged).controls).toEqual([]);
});

test('details that do not make the entry’s amount stay one line, and a problem says so', () => {
  const details = payment('4.00') + payment('5.00');
  const file = neutral(statement({ entries: entry({ details }), closing: '110.00' }));
  expect(file.statements[0]?.transactions.map(({ amount }) => formatMoney(amount))).toEqual([
    '10.00',
  ]);
  expect(file.problems).toEqual([
    { record: 1, code: 'camt.details_do_not_add_up', facts: { stated: '10', found: '9' } },
  ]);
});

test('a debit that is a reversal takes a credit back: its debtor, and why', () => {
  const details = payment(
    '10.00',
    '<Refs><EndToEndId>E2E-7</EndToEndId></Refs><RltdPties><Dbtr><Pty><Nm>Ann Payer</Nm></Pty>' +
      '</Dbtr><Cdtr><Pty><Nm>Us</Nm></Pty></Cdtr></RltdPties>' +
      '<RtrInf><Rsn><Cd>AM04</Cd></Rsn></RtrInf>',
  );
  const more = '<RvslInd>true</RvslInd>';
  const entries = entry({ side: 'DBIT', more, details });
  const [line] =
    neutral(statement({ entries, closing: '90.00' })).statements[0]?.transactions ?? [];
  expect(line && formatMoney(line.amount)).toBe('-10.00');
  expect(line).toMatchObject({
    payerName: 'Ann Payer',
    returned: { reason: 'AM04', originalId: 'E2E-7' },
  });
});

test('documents with amounts are a remittance that travels with the money', () => {
  const strd = (code: string, number: string, amounts: string): string =>
    `<Strd><RfrdDocInf><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Nb>${number}</Nb>` +
    `<RltdDt>2026-10-01</RltdDt></RfrdDocInf><RfrdDocAmt>${amounts}</RfrdDocAmt></Strd>`;
  const amount = (name: string, value: string): string => `<${name} Ccy="EUR">${value}</${name}>`;
  const first =
    amount('DuePyblAmt', '15.00') +
    `<DscntApldAmt>${amount('Amt', '0.50')}</DscntApldAmt>` +
    `<AdjstmntAmtAndRsn>${amount('Amt', '1.50')}<CdtDbtInd>DBIT</CdtDbtInd><Rsn>FRGT</Rsn>` +
    `</AdjstmntAmtAndRsn>${amount('RmtdAmt', '13.00')}`;
  const credit = strd('CREN', 'CM-1', amount('CdtNoteAmt', '3.00'));
  const details = payment('10.00', `<RmtInf>${strd('CINV', 'INV-1', first)}${credit}</RmtInf>`);
  const [line] =
    neutral(statement({ entries: entry({ details }), closing: '110.00' })).statements[0]
      ?.transactions ?? [];
  const euros = (minor: bigint) => ({ minor, currency: 'EUR' });
  expect(line?.remittance?.lines).toEqual([
    {
      record: 1,
      kind: 'invoice',
      reference: 'INV-1',
      paid: euros(1300n),
      gross: euros(1500n),
      discount: euros(50n),
      deductions: [{ amount: euros(150n), reason: 'FRGT' }],
      issuedOn: '2026-10-01',
    },
    {
      record: 1,
      kind: 'credit_memo',
      reference: 'CM-1',
      paid: euros(-300n),
      deductions: [],
      issuedOn: '2026-10-01',
    },
  ]);
  expect(line?.references).toEqual(['INV-1', 'CM-1']);
});

test.each([
  ['a document type', '<!DOCTYPE x><a/>', 'a document type is not allowed'],
  ['an entity of its own', statement({ entries: '<x>&bomb;</x>' }), 'undefined entity'],
  ['a file cut in the middle', statement({}).slice(0, 300), 'unclosed tag'],
  ['elements a thousand deep', '<a>'.repeat(1000), 'elements are nested too deep'],
  ['a day that is none', statement({ entries: entry({ day: '2026-13-40' }) }), 'a day'],
  ['an entry without a sign', statement({ entries: entry({ side: 'UP' }) }), 'CRDT or DBIT'],
  ['a currency that is none', statement({}).replaceAll('"EUR"', '"€"'), 'currency'],
])('%s refuses the file', (_said, text, reason) => {
  const read = camt.read(Buffer.from(text));
  expect(read).toMatchObject({ ok: false, refusal: 'read.bad_record' });
  expect(!read.ok && read.facts['reason']).toContain(reason);
});

test('Latin letters are read as the first line says, and prefixes of names do not matter', () => {
  const text = statement({ entries: entry({ more: '<AddtlNtryInf>Peña</AddtlNtryInf>' }) });
  const latin = Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${text}`, 'latin1');
  expect(neutral(latin).statements[0]?.transactions[0]?.text).toBe('Peña');
  const prefixed = text
    .replace('<Document xmlns=', '<Document xmlns:c=')
    .replaceAll(/<(\/?)(?=[A-Z])/gu, '<$1c:');
  expect(neutral(prefixed).statements).toEqual(neutral(text).statements);
});

test('mutated bytes are read or refused, never thrown on', () => {
  for (const name of samples) {
    for (const bytes of mutated(sample(name), 150, 11)) {
      const read = camt.read(bytes);
      const answer = read.ok ? read.value.neutral().format : read.refusal;
      expect(['camt', 'read.bad_record']).toContain(answer);
    }
  }
});

test('a reference that only counts the entries of a day is an identity with its day', () => {
  const more = '<AcctSvcrRef>0017</AcctSvcrRef>';
  const [line] = neutral(statement({ entries: entry({ more }), closing: '110.00' })).statements[0]
    ?.transactions ?? [undefined];
  expect(line?.externalId).toBe('2026-11-20 0017');
});

test.each(['true', '1'])('a reversal written as %s is one', (yes) => {
  const more = `<RvslInd>${yes}</RvslInd>`;
  const entries = entry({ side: 'DBIT', more });
  const [found] = neutral(statement({ entries, closing: '90.00' })).statements;
  expect(found?.transactions[0]?.returned?.reason).toBe('reversal');
});
