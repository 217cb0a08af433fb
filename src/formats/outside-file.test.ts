import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { formatMoney } from '#kernel/money.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import { type Openers, type OutsideFile, readOutsideFile } from './outside-file.ts';
import { type Mail } from './remittance/mail.ts';

const mail: Mail = {
  from: { name: 'Acme AP', address: 'ap@acme.example' },
  subject: 'Payment',
  text: 'Invoice INV-1 100.00\nInvoice INV-2 50.00\nTotal 150.00',
  html: '',
  attachments: [],
};

/** Openers as the platform has them, with what they open already at hand. */
function opening(opened: Partial<Mail>, pdf = ''): Openers {
  return {
    sheet: () => Promise.resolve(accept({ name: 'Sheet1', rows: [] })),
    enclosed: () => Promise.resolve(accept({ pages: 1, files: [] })),
    pdf: () => Promise.resolve(accept(pdf)),
    mail: () => Promise.resolve(accept({ ...mail, ...opened })),
  };
}

function read(content: string, openers = opening({})): Promise<Outcome<OutsideFile>> {
  return readOutsideFile({ name: 'x', bytes: Buffer.from(content) }, openers);
}

const csv = 'Invoice,Gross,Discount,Amount Paid,Currency\nINV-1,100.00,0,100.00,USD\n';

async function remittances(outcome: Promise<Outcome<OutsideFile>>): Promise<string[]> {
  const settled = await outcome;
  if (!settled.ok) throw new Error(settled.refusal);
  return settled.value
    .neutral()
    .remittances.map(({ payerName = '-', lines }) =>
      [payerName, ...lines.map(({ reference }) => reference)].join(' '),
    );
}

test('the body of a mail is an advice of whoever sent it', async () => {
  expect(await remittances(read('From: a\n'))).toEqual(['Acme AP INV-1 INV-2']);
});

test('an attachment that says what the body says counts once', async () => {
  const bytes = Buffer.from(`${csv}INV-2,50.00,0,50.00,USD\nINV-3,1.00,0,1.00,USD\n`);
  const openers = opening({ attachments: [{ name: 'detail.csv', bytes }] });
  expect(await remittances(read('From: a\n', openers))).toEqual(['- INV-1 INV-2 INV-3']);
});

test('an attachment that says something else is an advice beside the body', async () => {
  const openers = opening({ attachments: [{ name: 'detail.csv', bytes: Buffer.from(csv) }] });
  expect(await remittances(read('From: a\n', openers))).toEqual(['Acme AP INV-1 INV-2', '- INV-1']);
});

test('an attachment that nobody can read is named and stops nothing', async () => {
  const attachments = [{ name: 'terms.rtf', bytes: Buffer.from('{\\rtf1 x}') }];
  const settled = await read('From: a\n', opening({ attachments }));
  expect(settled.ok && settled.value.neutral().problems).toEqual([
    {
      record: 1,
      code: 'mail.attachment_unread',
      facts: { name: 'terms.rtf', refusal: 'read.unknown_format' },
    },
  ]);
});

test('a PDF is read by its text, an HTML file by its rows', async () => {
  const pdf = 'Invoice\tGross\tPaid\nINV-7\t10.00\t10.00';
  expect(await remittances(read('%PDF-1.7', opening({}, pdf)))).toEqual(['- INV-7']);
  const html = '<html><table><tr><td>Invoice INV-8</td><td>4.00</td></tr></table></html>';
  expect(await remittances(read(html))).toEqual(['- INV-8']);
});

test('a mail of the samples is read to its cent', async () => {
  const path = new URL('../../samples/remittance/spanish-mail.eml', import.meta.url);
  const html = /<html>[\s\S]*<\/html>/u.exec(readFileSync(path, 'utf8'))?.[0] ?? '';
  const settled = await read('From: a\n', opening({ text: 'Detalle adjunto', html }));
  if (!settled.ok) throw new Error(settled.refusal);
  const [remittance] = settled.value.neutral().remittances;
  expect(remittance).toMatchObject({ paymentReference: 'TR-99812', paidOn: '2025-11-05' });
  expect(remittance?.lines.map(({ paid }) => paid && formatMoney(paid))).toEqual([
    '1225.00',
    '300.00',
    '-50.00',
  ]);
  expect(remittance?.total).toEqual({ minor: 147_500n, currency: 'EUR' });
});

test('what holds nothing of ours is refused as what it is', async () => {
  for (const [content, found] of [
    ['{\\rtf1 x}', 'word_processor'],
    ['Name,City\nAcme,Dallas\n', 'table'],
    ['Good morning to all of you. Nothing is paid here today.', 'prose'],
  ] as const) {
    const refused = await read(content);
    expect(refused).toMatchObject({ ok: false, refusal: 'read.unknown_format', facts: { found } });
  }
});

test.each([
  ['the end mark', [0x1a]],
  ['the zeros to the end of a block', Array.from({ length: 80 }, () => 0)],
])('%s of an old machine are no part of the file', async (_, left) => {
  const edi = readFileSync('samples/edifact/remadv.edi');
  const xml = readFileSync('samples/camt/notice-054-v8.xml');
  for (const content of [Buffer.from(csv), edi, xml]) {
    const marked = Buffer.concat([content, Buffer.from(left)]);
    const plain = await readOutsideFile({ name: 'x', bytes: content }, opening({}));
    const same = await readOutsideFile({ name: 'x', bytes: marked }, opening({}));
    if (!plain.ok || !same.ok) throw new Error('refused');
    expect(same.value.summary()).toEqual(plain.value.summary());
    expect(same.value.neutral()).toEqual(plain.value.neutral());
  }
});

test('what a mainframe puts in front of a transmission is no record and moves none', async () => {
  const folder = 'samples/bai2';
  const [name = ''] = readdirSync(folder);
  const content = readFileSync(`${folder}/${name}`);
  const ahead = Buffer.from("$$ADD ID=ACME BID='BAIDAY01'\r\n");
  const carried = await readOutsideFile(
    { name: 'x', bytes: Buffer.concat([ahead, content]) },
    opening({}),
  );
  const plain = await readOutsideFile({ name: 'x', bytes: content }, opening({}));
  if (!plain.ok || !carried.ok) throw new Error('refused');
  expect(carried.value.format).toBe('bai2');
  expect(carried.value.summary()).toEqual(plain.value.summary());
  const torn = await read('$$ADD ID=ACME\n01,A,B,261120,0200,1,80,1,2/\n02,no group\n');
  expect(torn).toMatchObject({ ok: false, refusal: 'read.bad_record' });
});
