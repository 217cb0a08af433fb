/**
 * Large files of banks whose controls are right: what a treasury department takes in on the
 * morning after a holiday.
 *
 * Amounts come from a running number, so that two runs write the same bytes.
 */
import { closeSync, openSync, writeSync } from 'node:fs';
import { formatMinor } from '#kernel/money.ts';

export const largeFormats = ['bai2', 'nacha', 'camt', 'mt940'] as const;
export type LargeFormat = (typeof largeFormats)[number];

const flushAt = 1_000_000;

/** Writes a file of about so many bytes. */
export function writeLarge(file: string, format: LargeFormat, bytes: number): void {
  const target = openSync(file, 'w');
  let waiting = '';
  let written = 0;
  const put = (text: string): boolean => {
    waiting += text;
    written += text.length;
    if (waiting.length > flushAt) {
      writeSync(target, waiting);
      waiting = '';
    }
    return written < bytes;
  };
  writers[format](put);
  writeSync(target, waiting);
  closeSync(target);
}

type Put = (text: string) => boolean;

const writers: Readonly<Record<LargeFormat, (put: Put) => void>> = {
  bai2: writeBai2,
  nacha: writeNacha,
  camt: writeCamt,
  mt940: writeMt940,
};

/** Cents of the line with that number: 1.00 to 90,000.99, always the same. */
function centsOf(number: number): number {
  return 100 + ((number * 7919) % 9_000_000);
}

function writeBai2(put: Put): void {
  let records = 2;
  let total = 0;
  let number = 0;
  put('01,122099999,123456789,251104,0200,1,,,2/\n02,123456789,122099999,1,251103,,USD,2/\n');
  put('03,0975312468,USD,010,0,,,015,0,,/\n');
  let more = true;
  while (more) {
    number += 1;
    const cents = centsOf(number);
    total += cents;
    records += 2;
    more = put(
      `16,${number % 3 === 0 ? 195 : 165},${cents},Z,BR${number},INV${100_000 + number},` +
        `ACME TOOL AND DIE ${number}\n88,REMITTANCE FOR INVOICE INV${100_000 + number} AND MORE\n`,
    );
  }
  put(`49,${total},${records}/\n98,${total},1,${records + 2}/\n99,${total},1,${records + 4}/\n`);
}

function writeNacha(put: Put): void {
  const pad = (value: string | number, length: number): string =>
    String(value).padStart(length, '0');
  put(
    `101 122099999 1234567892511040200A094101${'OUR BANK'.padEnd(23)}` +
      `${'OUR COMPANY'.padEnd(23)}${''.padEnd(8)}\n`,
  );
  put(
    `5220${'BIG CUSTOMER'.padEnd(16)}${''.padEnd(20)}1234567890CCD${'PAYMENTS'.padEnd(10)}` +
      `${''.padEnd(6)}251104   112209999${pad(1, 7)}\n`,
  );
  let number = 0;
  let total = 0n;
  let hash = 0n;
  let more = true;
  while (more) {
    number += 1;
    const cents = centsOf(number);
    total += BigInt(cents);
    hash += 12_104_288n;
    const trace = `12209999${pad(number, 7)}`;
    more = put(
      `622121042882${pad(number, 17)}${pad(cents, 10)}` +
        `${`ID${number}`.padEnd(15)}${`CUSTOMER ${number}`.padEnd(22)}  1${trace}\n` +
        `705${`RMR*IV*INV${100_000 + number}**${decimal(cents)}\\`.padEnd(80)}` +
        `${pad(1, 4)}${pad(number, 7)}\n`,
    );
  }
  const count = number * 2;
  const sums = `${pad(String(hash % 10_000_000_000n), 10)}${pad(0, 12)}${pad(String(total), 12)}`;
  put(`8220${pad(count, 6)}${sums}1234567890${''.padEnd(25)}12209999${pad(1, 7)}\n`);
  const blocks = Math.ceil((count + 4) / 10);
  put(`9${pad(1, 6)}${pad(blocks, 6)}${pad(count, 8)}${sums}${''.padEnd(39)}\n`);
  for (let filler = count + 4; filler < blocks * 10; filler += 1) put(`${'9'.repeat(94)}\n`);
}

/** Cents as a file writes them. */
function decimal(cents: number): string {
  return formatMinor(BigInt(cents), 2);
}

function writeCamt(put: Put): void {
  const head = (total: string): string =>
    '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>' +
    '<GrpHdr><MsgId>M1</MsgId><CreDtTm>2025-11-04T02:00:00</CreDtTm></GrpHdr><Stmt><Id>S1</Id>' +
    '<CreDtTm>2025-11-04T02:00:00</CreDtTm>' +
    '<Acct><Id><IBAN>DE89370400440532013000</IBAN></Id><Ccy>EUR</Ccy></Acct>' +
    `<Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${total}</Amt>` +
    '<CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2025-11-03</Dt></Dt></Bal>\n';
  put(`<?xml version="1.0" encoding="UTF-8"?>\n${head('0.00')}`);
  let number = 0;
  let total = 0;
  let more = true;
  while (more) {
    number += 1;
    const cents = centsOf(number);
    total += cents;
    const amount = decimal(cents);
    more = put(
      `<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>` +
        '<BookgDt><Dt>2025-11-03</Dt></BookgDt><ValDt><Dt>2025-11-03</Dt></ValDt>' +
        `<AcctSvcrRef>R${number}</AcctSvcrRef><BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd>` +
        '<SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd><NtryDtls><TxDtls><Refs>' +
        `<EndToEndId>E${number}</EndToEndId></Refs><RltdPties><Dbtr><Pty><Nm>Kunde ${number}</Nm>` +
        `</Pty></Dbtr></RltdPties><RmtInf><Ustrd>Rechnung INV${100_000 + number}</Ustrd></RmtInf>` +
        '</TxDtls></NtryDtls></Ntry>\n',
    );
  }
  put(
    '<Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp>' +
      `<Amt Ccy="EUR">${decimal(total)}</Amt><CdtDbtInd>CRDT</CdtDbtInd>` +
      '<Dt><Dt>2025-11-03</Dt></Dt></Bal></Stmt></BkToCstmrStmt></Document>\n',
  );
}

/** A page holds what a message of the network holds, and goes on in the next. */
const linesOfPage = 40;

function writeMt940(put: Put): void {
  let balance = 100_000;
  let number = 0;
  const euros = (cents: number): string => formatMinor(BigInt(cents), 2).replace('.', ',');
  for (let page = 1, more = true; more; page += 1) {
    const [first, last] = page === 1 ? ['60F', '62M'] : ['60M', '62M'];
    put(`:20:DAY${page}\n:25:12345678/0123456789\n:28C:1/${page}\n`);
    put(`:${first}:C251103EUR${euros(balance)}\n`);
    for (let line = 0; line < linesOfPage; line += 1) {
      number += 1;
      const cents = centsOf(number);
      balance += cents;
      put(`:61:2511031103C${euros(cents)}NTRFINV${100_000 + number}//BR${number}\n`);
      put(`:86:166?00CREDIT?20INV${100_000 + number}?32CUSTOMER ${number % 5000} LTD\n`);
    }
    more = put(`:${last}:C251103EUR${euros(balance)}\n-\n`);
  }
}
