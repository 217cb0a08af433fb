/** Mails as customers send them, and a desk that has a mailbox; all of them invented. */
import type { Id } from '#kernel/ids.ts';
import { accept } from '#kernel/outcome.ts';
import { accepted, type Actor, type Desk, perform } from '#platform/action.ts';
import { registerBox } from '#areas/correspondence/actions/mailbox/register-box.ts';
import { takeIn } from '#areas/correspondence/answers/mailbox/fetch-mails.ts';
import { type Box, boxesOf } from '#areas/correspondence/store/mailbox/boxes.ts';
import { saveContact } from '#areas/customers/index.ts';

const actor: Actor = { ref: 'job:test', memberId: null };

export type MailTold = {
  readonly from?: string;
  readonly to?: string;
  readonly subject?: string;
  readonly body?: string;
  readonly id?: string;
  readonly answers?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly files?: readonly { readonly name: string; readonly content: string }[];
};

let counted = 0;

/** The bytes of a mail. */
export function mailText(told: MailTold): string {
  counted += 1;
  const { files = [], headers = {} } = told;
  const head = {
    From: told.from ?? 'Kim Orr <kim@buyer.example>',
    To: told.to ?? 'ar@acme.example',
    Subject: told.subject ?? 'Your invoice',
    'Message-ID': `<${told.id ?? `mail-${counted}@buyer.example`}>`,
    ...(told.answers === undefined ? {} : { 'In-Reply-To': `<${told.answers}>` }),
    'MIME-Version': '1.0',
    ...headers,
  };
  const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}`);
  const body = told.body ?? 'Hello.';
  if (files.length === 0) {
    return [...lines, 'Content-Type: text/plain; charset=utf-8', '', body, ''].join('\r\n');
  }
  const parts = files.map(({ name, content }) =>
    [
      '--part',
      `Content-Type: application/octet-stream; name="${name}"`,
      `Content-Disposition: attachment; filename="${name}"`,
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(content).toString('base64'),
    ].join('\r\n'),
  );
  return [
    ...lines,
    'Content-Type: multipart/mixed; boundary=part',
    '',
    ['--part', 'Content-Type: text/plain; charset=utf-8', '', body].join('\r\n'),
    ...parts,
    '--part--',
    '',
  ].join('\r\n');
}

/** A box without a server: mails come to it by hand. */
export async function boxFor(desk: Desk, companyId: Id): Promise<Box> {
  const doing = { action: 'test.box', actor, reason: 'for the test', input: null };
  const wish = {
    companyId,
    name: 'ar',
    address: 'ar@acme.example',
    server: null,
    answerMinutes: 240,
    sealed: null,
  };
  accepted(await perform(desk, doing, (context) => registerBox(context, wish)));
  const [box] = await boxesOf(desk.db, [companyId]);
  if (!box) throw new Error('no box');
  return box;
}

/** A mail reaches the box. */
export async function mailComes(
  desk: Desk,
  box: Box,
  told: MailTold,
): Promise<{ readonly mailId: Id; readonly added: boolean }> {
  const raw = new TextEncoder().encode(mailText(told));
  const mail = { raw, head: raw, bytes: raw.length, receivedAt: desk.clock.now() };
  return takeIn(desk, { box, mail, at: null }, { actor, reason: 'for the test' });
}

/** Somebody at the customer, known by an address. */
export async function contactWith(desk: Desk, accountId: Id, email: string): Promise<Id> {
  const doing = { action: 'test.contact', actor, reason: 'for the test', input: null };
  const contact = {
    role: 'accounts_payable',
    name: 'Kim Orr',
    email,
    phone: null,
    language: 'en',
    zone: null,
  } as const;
  const done = await perform(desk, doing, async (context) => {
    const saved = accepted(
      await saveContact(context, { accountId, contactId: undefined, contact, verified: true }),
    );
    return accept(saved.contactId);
  });
  return accepted(done).answer;
}
