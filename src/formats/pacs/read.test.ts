import { expect, test } from 'vitest';
import { mutated } from '#test/support/mutated.ts';
import { readBankFile } from '../bank-readers.ts';
import { holds } from '../neutral.ts';

type Wish = { readonly amount?: string; readonly total?: string; readonly remittance?: string };

/** A wire of Fedwire to one of our accounts. */
function wire({ amount = '1234.56', total = '1234.56', remittance = '' }: Wish = {}): string {
  return (
    '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08"><FIToFICstmrCdtTrf>' +
    '<GrpHdr><MsgId>20261120B1QDRCQR000001</MsgId><CreDtTm>2026-11-20T10:00:00-05:00</CreDtTm>' +
    `<NbOfTxs>1</NbOfTxs><TtlIntrBkSttlmAmt Ccy="USD">${total}</TtlIntrBkSttlmAmt></GrpHdr>` +
    '<CdtTrfTxInf><PmtId><EndToEndId>E2E-9</EndToEndId>' +
    '<UETR>8a562c67-ca16-48ba-b074-65581be6f011</UETR></PmtId>' +
    '<PmtTpInf><LclInstrm><Prtry>CTRC</Prtry></LclInstrm></PmtTpInf>' +
    `<IntrBkSttlmAmt Ccy="USD">${amount}</IntrBkSttlmAmt>` +
    '<IntrBkSttlmDt>2026-11-20</IntrBkSttlmDt><Dbtr><Nm>ACME TOOL</Nm></Dbtr>' +
    '<DbtrAcct><Id><Othr><Id>555</Id></Othr></Id></DbtrAcct><Cdtr><Nm>NORTHGATE</Nm></Cdtr>' +
    '<CdtrAcct><Id><Othr><Id>0975312468</Id></Othr></Id></CdtrAcct>' +
    `<RmtInf><Ustrd>INV-588269</Ustrd>${remittance}</RmtInf></CdtTrfTxInf>` +
    '</FIToFICstmrCdtTrf></Document>'
  );
}

function opened(text: string) {
  const read = readBankFile(Buffer.from(text), 'wire.xml');
  if (!read.ok) throw new Error(JSON.stringify(read));
  expect(read.value.format).toBe('wire');
  return read.value;
}

test('a wire of Fedwire in ISO 20022 is told by its amount, function and number', () => {
  const imad = '20261120B1QDRCQR000001';
  const told = { amount: 123_456n, businessFunction: 'CTRC', imad, messages: 1 };
  expect(opened(wire()).summary()).toEqual(told);
  const envelope = `<FedwireFundsIncoming>${wire()}</FedwireFundsIncoming>`;
  expect(opened(envelope).summary()).toEqual(told);
});

test('it is a notice of our account, with who paid and what was said', () => {
  const strd =
    '<Strd><RfrdDocInf><Tp><CdOrPrtry><Cd>CINV</Cd></CdOrPrtry></Tp><Nb>INV-7</Nb></RfrdDocInf>' +
    '<RfrdDocAmt><RmtdAmt Ccy="USD">1234.56</RmtdAmt></RfrdDocAmt></Strd>';
  const { statements, controls } = opened(wire({ remittance: strd })).neutral();
  expect(statements).toMatchObject([
    {
      account: '0975312468',
      currency: 'USD',
      kind: 'notices',
      transactions: [
        {
          externalId: '8a562c67-ca16-48ba-b074-65581be6f011',
          bookedOn: '2026-11-20',
          amount: { minor: 123_456n },
          channel: 'wire',
          payerName: 'ACME TOOL',
          payerAccount: '555',
          references: ['INV-7', 'E2E-9', '20261120B1QDRCQR000001'],
          text: 'INV-588269',
          remittance: { lines: [{ reference: 'INV-7', paid: { minor: 123_456n } }] },
        },
      ],
    },
  ]);
  expect(controls.map(({ what }) => what)).toEqual(['wire_count', 'wire_total']);
  expect(controls.every(holds)).toBe(true);
});

test('a total that its wires do not make breaks a control, a bad amount refuses', () => {
  const { controls } = opened(wire({ total: '1234.57' })).neutral();
  expect(controls.filter((control) => !holds(control)).map(({ what }) => what)).toEqual([
    'wire_total',
  ]);
  const read = readBankFile(Buffer.from(wire({ amount: 'ten' })), 'wire.xml');
  const facts = { record: 1, path: 'CdtTrfTxInf[1]/IntrBkSttlmAmt', reason: 'an amount' };
  expect(read).toMatchObject({ ok: false, refusal: 'read.bad_record', facts });
});

test('mutated bytes are read or refused, never thrown on', () => {
  for (const bytes of mutated(Buffer.from(wire()), 300, 23)) {
    const read = readBankFile(bytes, 'wire.xml');
    expect(read.ok || read.refusal.startsWith('read.')).toBe(true);
  }
});
