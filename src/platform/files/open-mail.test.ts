import { expect, test } from 'vitest';
import { openMail } from './open-mail.ts';

const lines = [
  'From: =?utf-8?Q?Pe=C3=B1a_Hermanos?= <pagos@pena.example>',
  'Subject: Remittance',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary="b"',
  '',
  '--b',
  'Content-Type: text/plain; charset=utf-8',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  'Factura F-1  10,00 =E2=82=AC',
  '--b',
  'Content-Type: text/csv; name="detail.csv"',
  'Content-Disposition: attachment; filename="detail.csv"',
  'Content-Transfer-Encoding: base64',
  '',
  Buffer.from('Invoice,Discount,Paid\nF-1,0,10\n').toString('base64'),
  '--b--',
  '',
];

test('the parts of a mail come decoded, attachments as files with their names', async () => {
  const opened = await openMail(Buffer.from(lines.join('\r\n')));
  if (!opened.ok) throw new Error(opened.refusal);
  const { from, subject, text, attachments } = opened.value;
  expect(from).toEqual({ name: 'Peña Hermanos', address: 'pagos@pena.example' });
  expect([subject, text.trim()]).toEqual(['Remittance', 'Factura F-1  10,00 €']);
  expect(attachments.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])).toEqual([
    ['detail.csv', 'Invoice,Discount,Paid\nF-1,0,10\n'],
  ]);
});

test('bytes that are no mail are an empty one; too many are refused', async () => {
  expect(await openMail(new Uint8Array([0, 255, 13, 10]))).toMatchObject({ ok: true });
  expect(await openMail(new Uint8Array(40_000_001))).toMatchObject({
    ok: false,
    refusal: 'read.too_large',
  });
});
