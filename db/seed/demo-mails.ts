/**
 * A dozen mails as customers of the invented company wrote them in the last two days, in both
 * languages: taken in by the very action that a mail server's mails are, without a server.
 */
import type { Instant } from '#kernel/instant.ts';
import {
  registerBox,
  usualAnswerMinutes,
} from '#areas/correspondence/actions/mailbox/register-box.ts';
import { takeIn } from '#areas/correspondence/answers/mailbox/fetch-mails.ts';
import { boxesOf } from '#areas/correspondence/store/mailbox/boxes.ts';
import type { Desk } from '#platform/action.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { Cast } from './demo-cast.ts';
import { act } from './demo-desk.ts';

type Writer = { readonly email: string; readonly name: string; readonly number: string };

type Told = {
  readonly subject: string;
  readonly body: string;
  readonly from?: string;
  readonly headers?: string;
};

const address = 'ar@harborvale.example';

/** What each of them wrote; the number is that of an overdue invoice of theirs. */
const told: readonly ((number: string) => Told)[] = [
  (number) => ({
    subject: `Re: ${number}`,
    body:
      `Hi,\n\nwe already paid ${number} by check 40871 last week. Please ` +
      `check again.\n\nThanks`,
  }),
  (number) => ({
    subject: `Factura ${number}`,
    body:
      `Buenas tardes:\n\nNo estamos de acuerdo con la factura ${number}: el ` +
      `precio es incorrecto.\n\nSaludos`,
  }),
  (number) => ({
    subject: `Re: ${number}`,
    body: `Hello,\n\nthe payment of $250.00 for ${number} is scheduled for Friday.\n\nRegards`,
  }),
  (number) => ({
    subject: 'Copia de factura',
    body:
      `Buenos días:\n\n¿Me puede enviar la factura ${number} por favor? No ` +
      `la tenemos en el sistema.\n\nGracias`,
  }),
  (number) => ({
    subject: 'Remittance advice',
    body:
      `Please find our remittance advice below.\n\nInvoice      Amount ` +
      `paid\n${number}    118.40\n`,
  }),
  () => ({
    subject: 'W-9',
    body:
      'Hello,\n\nour auditors need your W-9 before we can release the next ' +
      'payment.\n\nThank you',
  }),
  () => ({
    subject: 'Alta de proveedor',
    body: 'Le adjuntamos el formulario de alta de proveedor para que lo llenen y lo devuelvan.',
  }),
  () => ({
    subject: 'Automatic reply: Statement',
    body: 'I am out of the office and will return on Monday. For urgent matters call my colleague.',
    headers: 'Auto-Submitted: auto-replied\r\n',
  }),
  (number) => ({
    subject: 'Your calls',
    body:
      `This is unacceptable. We get a call every day about ${number}. I want ` +
      `to speak with your manager.`,
  }),
  () => ({ subject: 'Basta', body: 'Por favor, dejen de llamarme. Escríbanme por correo.' }),
  (number) => ({
    subject: `Question about ${number}`,
    from: 'accounts@new-buyer.example',
    body:
      `Hello,\n\nwe bought the business last month. Who sends us the ` +
      `statement with ${number}?\n\nBest`,
  }),
  () => ({
    subject: 'Estado de cuenta',
    body: 'Buenas tardes, necesito el estado de cuenta al día de hoy para cerrar el mes. Gracias.',
  }),
];

/** The box and what lies in it on the first day. */
export async function deliverMails(desk: Desk, { companyId }: Cast): Promise<void> {
  await act(desk, { action: 'correspondence.register_box' }, (context) =>
    registerBox(context, {
      companyId,
      name: 'ar',
      address,
      server: null,
      answerMinutes: usualAnswerMinutes,
      sealed: null,
    }),
  );
  const [box] = await boxesOf(desk.db, [companyId]);
  if (!box) throw new Error('the invented company has no mailbox');
  const writers = await writersOf(desk, companyId);
  const by = { actor: { ref: 'job:demo', memberId: null }, reason: 'the invented company' };
  for (const [at, tell] of told.entries()) {
    const writer = writers[at];
    if (writer === undefined) continue;
    const raw = new TextEncoder().encode(rawOf(tell(writer.number), writer, at));
    const receivedAt = earlier(desk.clock.now(), 2 + at * 3);
    const mail = { raw, head: raw, bytes: raw.length, receivedAt };
    await takeIn(desk, { box, mail, at: null }, by);
  }
}

function earlier(now: Instant, hours: number): string {
  return new Date(Date.parse(now) - hours * 3_600_000).toISOString();
}

function rawOf({ subject, body, from, headers = '' }: Told, writer: Writer, at: number): string {
  const sender = from ?? `${writer.name.replaceAll(/[",<>]/gu, '')} <${writer.email}>`;
  return (
    `From: ${sender}\r\nTo: ${address}\r\nSubject: ${subject}\r\n` +
    `Message-ID: <demo-${at + 1}@mail.example>\r\n${headers}` +
    `Content-Type: text/plain; charset=utf-8\r\n\r\n${body}\r\n`
  );
}

/** Customers with an address and an overdue invoice, each once, in the order of their numbers. */
async function writersOf(desk: Desk, companyId: string): Promise<Writer[]> {
  return desk.db.all(sql<Writer>`
    select distinct on (a.number) t.email, t.name, i.number
      from customers.account a
      join customers.contact t on t.customer_id = a.customer_id
                              and t.email is not null and t.ended_at is null
      join ledger.open_item i on i.account_id = a.account_id
                             and i.kind = 'invoice' and i.due_on < ${desk.clock.today()}
     where a.company_id = ${companyId}
       and a.merged_into is null
       and not exists (select
                         from customers.contact o
                         join customers.account b on b.customer_id = o.customer_id
                        where lower(o.email) = lower(t.email)
                          and b.account_id <> a.account_id)
     order by a.number, t.made_at, i.due_on
     limit ${told.length}`);
}
