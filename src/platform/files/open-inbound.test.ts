import { describe, expect, test } from 'vitest';
import { mutated } from '#test/support/mutated.ts';
import { winmail } from '#test/support/tnef.ts';
import { openInbound } from './open-inbound.ts';

const head = 'From: =?utf-8?Q?Jos=C3=A9?= <Jose@Cliente.example>\nMessage-ID: <a@b>\nSubject: x\n';
const latin = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));

describe('a mail that lies about its charset is read as it was meant', () => {
  test.each([
    ['utf-8', 'Ya pagué', 'latin1'],
    ['us-ascii', 'Ya pagué', 'latin1'],
    ['iso-8859-1', 'Ya pagué', 'utf8'],
    ['utf-8', 'Ya pagué', 'utf8'],
  ] as const)('called %s', async (charset, words, encoding) => {
    const top = Buffer.from(`${head}Content-Type: text/plain; charset=${charset}\n\n`);
    const mail = await openInbound(
      Uint8Array.from(Buffer.concat([top, Buffer.from(words, encoding)])),
    );
    expect(mail.text.trim()).toBe(words);
    expect(mail.from).toEqual({ name: 'José', address: 'jose@cliente.example' });
  });
});

test('HTML becomes text, and nothing that it links to is in it', async () => {
  const html = '<p>Paid <b>today</b></p><script>steal()</script><img src="http://spy.example/1">';
  const mail = await openInbound(latin(`${head}Content-Type: text/html\n\n${html}`));
  expect(mail.text.trim()).toBe('Paid today');
});

test('a mail within a mail gives its words and its files', async () => {
  const inner = [
    'From: kim@buyer.example\nSubject: Remittance\nContent-Type: multipart/mixed; boundary=I\n',
    '--I\nContent-Type: text/plain\n\nWe paid INV-7.',
    '--I\nContent-Type: text/csv\nContent-Disposition: attachment; filename="advice.csv"',
    '\nINV-7,10.00\n--I--\n',
  ].join('\n');
  const outer = [
    `${head}Content-Type: multipart/mixed; boundary=O\n`,
    '--O\nContent-Type: text/plain\n\nPlease see below.',
    `--O\nContent-Type: message/rfc822\n\n${inner}\n--O--\n`,
  ].join('\n');
  const mail = await openInbound(latin(outer));
  expect(mail.text).toContain('Please see below.');
  expect(mail.text).toContain('We paid INV-7.');
  expect(mail.files.map(({ name }) => name)).toContain('advice.csv');
});

test('a winmail.dat is taken apart', async () => {
  const packed = Buffer.from(
    winmail({ body: 'From Outlook.', files: [{ name: 'remit.csv', content: 'INV-7,10.00' }] }),
  ).toString('base64');
  const mail = await openInbound(
    latin(
      `${head}Content-Type: application/ms-tnef; name="winmail.dat"\n` +
        `Content-Transfer-Encoding: base64\n\n${packed}\n`,
    ),
  );
  expect(mail.text.trim()).toBe('From Outlook.');
  expect(mail.files.map(({ name }) => name)).toEqual(['remit.csv']);
});

test('what it answers is named with the nearest first', async () => {
  const mail = await openInbound(
    latin(`${head}In-Reply-To: <3@x>\nReferences: <1@x> <2@x> <3@x>\n\nhi`),
  );
  expect(mail.refs).toEqual(['3@x', '2@x', '1@x']);
});

test('any bytes are opened, or seen as broken, and never thrown over', async () => {
  const whole = latin(`${head}Content-Type: multipart/mixed; boundary=O\n\n--O\n\nhi\n--O--\n`);
  for (const bytes of mutated(whole, 400, 3)) {
    const mail = await openInbound(bytes);
    expect(typeof mail.text).toBe('string');
  }
});

test('parts without end are seen as broken, with sender and subject', async () => {
  const deep = Array.from(
    { length: 400 },
    (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\n\n--b${at}\n`,
  ).join('');
  const mail = await openInbound(latin(`${head}${deep}`));
  expect(mail.from.address).toBe('jose@cliente.example');
});

test('a sender whom our server calls forged is seen as such, in a broken mail too', async () => {
  const server = 'Authentication-Results: mx.acme.example;\n dmarc=fail header.from=b.example\n';
  expect((await openInbound(latin(`${server}${head}\nhi`))).forged).toBe(true);
  expect((await openInbound(latin(`${head}\nhi`))).forged).toBe(false);
  const deep = Array.from(
    { length: 400 },
    (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\n\n--b${at}\n`,
  ).join('');
  expect(await openInbound(latin(`${server}${head}${deep}`))).toMatchObject({ forged: true });
});
