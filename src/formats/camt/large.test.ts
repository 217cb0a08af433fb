import { expect, test } from 'vitest';
import { jsonOf, jsonPieces } from '../neutral-json.ts';
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
  expect([...jsonPieces(read.value.told?.())].join('')).toBe(jsonOf(read.value.neutral()));
});

test('a large file of several statements tells each with its own lines, one of them empty', () => {
  const body = Array.from({ length: 4200 }, (_, at) => entry(at)).join('');
  const one = (id: string, entries: string): string =>
    `<Stmt><Id>${id}</Id><Acct><Id><IBAN>DE00</IBAN></Id></Acct>${entries}</Stmt>`;
  const file =
    '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt>' +
    `${one('A', body)}${one('B', '')}${one('C', body + entry(1))}</BkToCstmrStmt></Document>`;
  const read = camt.read(new TextEncoder().encode(file));
  if (!read.ok) throw new Error(read.refusal);
  const told = read.value.told?.() ?? read.value.neutral();
  const counts = Array.from(told.statements, ({ id, transactions }) => [
    id,
    [...transactions].length,
  ]);
  expect(counts).toEqual([
    ['A', 4200],
    ['B', 0],
    ['C', 4201],
  ]);
  expect([...jsonPieces(read.value.told?.())].join('')).toBe(jsonOf(read.value.neutral()));
});
