/**
 * Sends what waits, one mail at a time: attempted, handed to the mail server, written down.
 *
 * A process that dies in between leaves an attempt nobody came back from; that is unknown after a
 * while and asked about, never repeated.
 */
import { plusMinutes } from '#kernel/local-time.ts';
import { type Actor, type Desk, accepted, perform } from '#platform/action.ts';
import { fileTypes } from '#platform/files/file-types.ts';
import type { Mailer, Posted } from '#platform/mail/mailer.ts';
import { type Came, attemptDelivery, recordDelivery } from '../actions/move-delivery.ts';
import { type DeliveryRef, somethingWaits, toMail, underWaySince } from '../store/deliveries.ts';
import { editionOf } from '../store/editions.ts';
import { packCompany } from './company.ts';

const actor: Actor = { ref: 'job:packs.send', memberId: null };
const reason = 'a pack on its way';

/** Sends the next mail that waits; true when there may be more right away. */
export async function sendNextPack(desk: Desk, mail: Mailer): Promise<boolean> {
  if (!(await somethingWaits(desk.db, desk.clock.now()))) return false;
  const doing = { action: 'packs.attempt_delivery', actor, reason, input: null };
  const { ref } = accepted(await perform(desk, doing, attemptDelivery)).answer;
  if (!ref) return false;
  const posted = await post(desk, mail, ref).catch(notPosted);
  await keep(desk, ref, { ...posted, temporary: posted.temporary ?? false });
  return true;
}

/** Nothing went out: the letter could not even be put together. */
function notPosted(error: unknown): Posted {
  const detail = error instanceof Error ? error.message : String(error);
  return { state: 'not_sent', detail, temporary: false };
}

async function post(desk: Desk, mail: Mailer, ref: DeliveryRef): Promise<Posted> {
  const to = await toMail(desk.db, ref);
  const edition = to && (await editionOf(desk.db, ref.issueId, to.editionNo));
  if (!edition) throw new Error('the edition of this mail is not kept');
  const company = await packCompany(desk.db, to.companyId);
  const domain = mail.from.address.split('@').at(-1) ?? '';
  const name = `${to.kind}-${company.code}-${to.asOf}`;
  return mail.send({
    // The same for every try, so that a mailbox that has it already knows it again.
    messageId: `pack.${ref.issueId}.${ref.readerNo}@${domain}`,
    from: { name: mail.from.name || company.name, address: mail.from.address },
    replyTo: '',
    to: { name: to.name, address: to.address },
    subject: `${edition.title} · ${company.name} · ${to.asOf}`,
    text: edition.mailText,
    html: edition.mailHtml,
    thread: [],
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    files: [
      { name: `${name}.pdf`, type: fileTypes.pdf, content: edition.pdf },
      { name: `${name}.xlsx`, type: fileTypes.xlsx, content: edition.xlsx },
    ],
  });
}

async function keep(desk: Desk, ref: DeliveryRef, came: Came): Promise<void> {
  const input = { ...ref, state: came.state };
  const doing = { action: 'packs.record_delivery', actor, reason, input };
  accepted(await perform(desk, doing, (context) => recordDelivery(context, ref, came)));
}

/** Long enough for the slowest server. */
const longestMinutes = 10;

/** Attempts that nobody came back from are unknown from now on; answers how many. */
export async function findLostPacks(desk: Desk): Promise<number> {
  const lost = await underWaySince(desk.db, plusMinutes(desk.clock.now(), -longestMinutes));
  const detail = 'no word from the sender';
  for (const ref of lost) await keep(desk, ref, { state: 'unknown', detail, temporary: false });
  return lost.length;
}
