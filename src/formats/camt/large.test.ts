import { expect, test } from 'vitest';
import { camt } from './read.ts';

const entry = (number: number): string =>
  '<Ntry><Amt Ccy="EUR">1.25</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>' +
  '<BookgDt><Dt>2025-11-03</Dt></BookgDt><NtryDtls><TxDtls><Refs>' +
  `<EndToEndId>E${number}</EndToEndId></Refs><RmtInf><Ustrd>${'x'.repeat(700)}</Ustrd></RmtInf>` +
  '</TxDtls></NtryDtls></Ntry>';

test('a file whose lines were let go while it was proved still tells every one of them', () => {
  const entries = Array.from({ length: 9000 }, (_, at) => entry(at)).join('\n');
  const file =
    '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt>' +
    `<Id>S</Id><Acct><Id><IBAN>DE00</IBAN></Id></Acct>${entries}</Stmt></BkToCstmrStmt></Document>`;
  const read = camt.read(new TextEncoder().encode(file));
  if (!read.ok) throw new Error(read.refusal);
  expect(read.value.summary()).toMatchObject({
    statements: [{ entries: 9000, credits: '11250.00' }],
  });
  const [statement] = read.value.neutral().statements;
  expect(statement?.transactions.length).toBe(9000);
  expect(statement?.transactions.at(-1)).toMatchObject({ record: 9000, references: ['E8999'] });
});
