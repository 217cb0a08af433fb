/**
 * Mails as the world sends them, through a real IMAP server: each is taken in once, can be read,
 * and keeps none behind it from coming.
 */
import { expect, test } from 'vitest';
import { readMailboxes } from '#platform/imap/settings.ts';
import { openDb } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import { type Story, deskOn } from '#test/support/builders.ts';
import { imapServer } from '#test/support/imap-server.ts';
import { contactWith, mailText } from '#test/support/mails.ts';
import { boxesOf } from '../../store/mailbox/boxes.ts';
import { fetchMails } from './fetch-mails.ts';

const by = { actor: { ref: 'job:test', memberId: null }, reason: 'for the test' };

const raw = (...lines: readonly string[]) => [...lines, ''].join('\r\n');
const coded = (bytes: readonly number[] | string) => Buffer.from(bytes).toString('base64');

let numbered = 0;
const head = (subject: string, ...more: readonly string[]) => {
  numbered += 1;
  return [
    'From: Kim Orr <kim@buyer.example>',
    'To: ar@acme.example',
    `Subject: ${subject}`,
    `Message-ID: <odd-${numbered}@buyer.example>`,
    'Date: Fri, 20 Nov 2026 09:00:00 -0500',
    'MIME-Version: 1.0',
    ...more,
  ];
};

const inCharset = (charset: string, bytes: readonly number[]) =>
  raw(
    ...head(charset, `Content-Type: text/plain; charset=${charset}`),
    'Content-Transfer-Encoding: base64',
    '',
    coded(bytes),
  );

const boundary = (kind: string, extra = '') => `Content-Type: ${kind}; boundary="b"${extra}`;

/** What came, by subject, and a word that the reader must find in it. */
const odd: readonly (readonly [subject: string, mail: string, text: string])[] = [
  ['windows-1252', inCharset('windows-1252', [0x80, 0x20, 0x93, 0xf1, 0x94]), '€ “ñ”'],
  ['iso-8859-15', inCharset('iso-8859-15', [0xa4, 0x20, 0xe9]), '€ é'],
  ['gb2312', inCharset('gb2312', [0xc4, 0xe3, 0xba, 0xc3]), '你好'],
  ['utf-7', inCharset('utf-7', [...Buffer.from('Hola, ya est+AOE- pagado')]), 'Hola, ya est'],
  ['x-unknown', inCharset('x-unknown', [...Buffer.from('plain words')]), 'plain words'],
  ['empty', raw(...head('empty'), ''), ''],
  ['no body at all', head('no body at all').join('\r\n'), ''],
  [
    'only HTML',
    raw(
      ...head('only HTML', 'Content-Type: text/html; charset=utf-8'),
      '',
      '<html><style>p{}</style><p>Please send <b>a copy</b> of INV-7.</p></html>',
    ),
    'Please send a copy of INV-7.',
  ],
  [
    'signed',
    raw(
      ...head('signed', boundary('multipart/signed', '; protocol="application/pkcs7-signature"')),
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'The signed words.',
      '--b',
      'Content-Type: application/pkcs7-signature; name=smime.p7s',
      'Content-Transfer-Encoding: base64',
      'Content-Disposition: attachment; filename=smime.p7s',
      '',
      coded('no real signature'),
      '--b--',
    ),
    'The signed words.',
  ],
  [
    'nested',
    raw(
      ...head('nested', boundary('multipart/mixed')),
      '',
      '--b',
      'Content-Type: message/rfc822',
      '',
      'Subject: within',
      'Content-Type: multipart/mixed; boundary=c',
      '',
      '--c',
      'Content-Type: message/rfc822',
      '',
      'Subject: within it',
      '',
      'The innermost words.',
      '--c--',
      '--b--',
    ),
    'The innermost words.',
  ],
  [
    'calendar',
    raw(
      ...head('calendar', boundary('multipart/alternative')),
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'Call about INV-7',
      '--b',
      'Content-Type: text/calendar; method=REQUEST',
      '',
      'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR',
      '--b--',
    ),
    'Call about INV-7',
  ],
  [
    'winmail',
    raw(
      ...head('winmail', boundary('multipart/mixed')),
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'See the file.',
      '--b',
      'Content-Type: application/ms-tnef; name=winmail.dat',
      'Content-Transfer-Encoding: base64',
      '',
      coded([0x78, 0x9f, 0x3e, 0x22, 1, 2, 3]),
      '--b--',
    ),
    'See the file.',
  ],
  [
    'rebote',
    raw(
      'From: MAILER-DAEMON@correo.example',
      'To: ar@acme.example',
      'Subject: rebote',
      'Date: Fri, 20 Nov 2026 09:00:00 -0500',
      'MIME-Version: 1.0',
      boundary('multipart/report', '; report-type=delivery-status'),
      '',
      '--b',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'No se pudo entregar el mensaje: el buzón no existe.',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; correo.example',
      '',
      'Final-Recipient: rfc822; nadie@correo.example',
      'Action: failed',
      'Status: 5.1.1',
      '--b--',
    ),
    'No se pudo entregar',
  ],
  [
    'Respuesta automática',
    raw(
      ...head('=?utf-8?B?UmVzcHVlc3RhIGF1dG9tw6F0aWNh?=', 'Auto-Submitted: auto-replied'),
      '',
      'Estoy fuera hasta el 1/12/2026.',
    ),
    'Estoy fuera',
  ],
  [
    'to 500',
    raw(
      ...head(
        'to 500',
        `Cc: ${Array.from({ length: 500 }, (_, at) => `p${at}@many.example`).join(',\r\n ')}`,
      ),
      '',
      'To all of you.',
    ),
    'To all of you.',
  ],
  [
    'no date that is one',
    raw(
      'From: kim@buyer.example',
      'Subject: no date that is one',
      'Date: Sun, 31 Feb 1901 99:99:99 +9999',
      '',
      'When was it?',
    ),
    'When was it?',
  ],
  [
    'from the future',
    raw(
      'From: kim@buyer.example',
      'Subject: from the future',
      'Date: Mon, 1 Jan 2399 00:00:00 +0000',
      '',
      'Later.',
    ),
    'Later.',
  ],
  ['no number', raw('From: kim@buyer.example', 'Subject: no number', '', 'No Message-ID.'), 'No M'],
  ['nobody', raw('Subject: nobody', '', 'From nobody.'), 'From nobody.'],
  ['after them', mailText({ subject: 'after them', body: 'The last.' }), 'The last.'],
];

const taken = ({ db }: Story) =>
  db.all(sql<{ subject: string; text: string; silent: string | null }>`
    select subject, body as text, silent from correspondence.mail order by subject`);

test('odd mails come each once and can be read', async () => {
  await using desk = await deskOn('2026-11-20');
  await contactWith(desk, await desk.account('NORTH'), 'kim@buyer.example');
  await using imap = await imapServer({ mails: odd.map(([, mail]) => mail) });
  const there = { ...desk, mailboxes: readMailboxes(imap.url) };
  expect(await fetchMails(there, by)).toMatchObject([{ taken: odd.length, problem: null }]);
  expect(await fetchMails(there, by)).toMatchObject([{ taken: 0, known: 0, problem: null }]);
  const came = new Map((await taken(desk)).map((each) => [each.subject, each]));
  const unread = odd.filter(([subject, , text]) => !came.get(subject)?.text.includes(text));
  expect(unread.map(([subject]) => [subject, came.get(subject)?.text])).toEqual([]);
  expect(came.size).toBe(odd.length);
  // Machines are not answered.
  expect(came.get('rebote')?.silent).not.toBeNull();
  expect(came.get('Respuesta automática')?.silent).not.toBeNull();
  expect(came.get('only HTML')?.silent).toBeNull();
});

test('a mail that cannot be taken in stays on the server and keeps none behind it', async () => {
  await using desk = await deskOn('2026-11-20');
  const mails = ['one', 'poison', 'three'].map((subject) => mailText({ subject }));
  await using imap = await imapServer({ mails });
  const there = { ...desk, mailboxes: readMailboxes(imap.url) };
  const owner = openDb(desk.url, { asOwner: true, poolSize: 1 });
  await owner.run(sql`
    create function correspondence.refuse_poison() returns trigger language plpgsql as $$
    begin raise exception 'no room for it'; end $$`);
  await owner.run(sql`
    create trigger poison before insert on correspondence.mail for each row
      when (new.subject = 'poison') execute function correspondence.refuse_poison()`);
  const detail = expect.stringMatching(/^uid 2: .*no room for it/u);
  expect(await fetchMails(there, by)).toMatchObject([{ taken: 2, problem: 'mail_left', detail }]);
  expect((await taken(desk)).map(({ subject }) => subject)).toEqual(['one', 'three']);
  expect(await boxesOf(desk.db, 'all')).toMatchObject([{ problem: 'mail_left', detail, taken: 2 }]);
  expect(await fetchMails(there, by)).toMatchObject([{ taken: 0, problem: 'mail_left' }]);
  await owner.run(sql`drop trigger poison on correspondence.mail`);
  expect(await fetchMails(there, by)).toMatchObject([{ taken: 1, problem: null }]);
  expect(await boxesOf(desk.db, 'all')).toMatchObject([{ problem: null, taken: 3 }]);
  await owner.close();
});

test('20 MB of file come whole; a number used twice, for two mails, loses neither', async () => {
  await using desk = await deskOn('2026-11-20');
  const file = { name: 'scan.pdf', content: `%PDF-${'0123456789abcdef'.repeat(1_250_000)}` };
  const large = mailText({ subject: 'large', files: [file] });
  const twins = ['first', 'second'].map((body) =>
    mailText({ subject: 'twin', body, id: 'same@buyer.example' }),
  );
  await using imap = await imapServer({ mails: [large, ...twins, twins[0] ?? ''] });
  const there = { ...desk, mailboxes: readMailboxes(imap.url) };
  expect(await fetchMails(there, by)).toMatchObject([{ taken: 3, known: 1, problem: null }]);
  const kept = await desk.db.all(sql<{ file_name: string; bytes: bigint }>`
    select file_name, bytes from correspondence.mail_file`);
  expect(kept).toEqual([{ file_name: 'scan.pdf', bytes: BigInt(file.content.length) }]);
});
