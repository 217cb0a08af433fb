/**
 * Looks at every box and takes in what is new: by the clock, when the server says so, or when
 * somebody asks.
 *
 *   uids ──not taken yet──▶ fetch ──▶ open ──▶ taken in, and its arrival noted, in one stroke
 *
 * A box that fails does not keep the others from being looked at; what went wrong stands beside
 * it, with its remedy, until it works again. A mail that cannot be taken in keeps none behind it:
 * it stays on the server, is named beside the box, and is tried again at the next look.
 */
import type { Id } from '#kernel/ids.ts';
import { type Instant, parseInstant } from '#kernel/instant.ts';
import { accepted, perform, type Desk } from '#platform/action.ts';
import { openInbound } from '#platform/files/open-inbound.ts';
import { BoxError } from '#platform/imap/mail-server.ts';
import { type FetchedMail, type OpenBox, openBox } from '#platform/imap/open-box.ts';
import { takeInMail } from '../../actions/mailbox/take-in-mail.ts';
import { type Box, uidsNotTaken, updateLook } from '../../store/mailbox/boxes.ts';
import { type BoxSource, type By, boxSources } from './box-sources.ts';
import { handOverRemittances } from './hand-over.ts';

export type BoxRun = {
  readonly box: string;
  readonly company: string;
  /** Mails that were new. */
  readonly taken: number;
  /** Mails that another box, or an earlier numbering, had brought. */
  readonly known: number;
  readonly problem: string | null;
  readonly detail: string | null;
};

/** A mail of 30 MB of files is 41 MB on its way; what is larger is refused by name. */
export const mostMailBytes = 60_000_000;

/** How often the progress of a long look is written. */
const everyMails = 25;

export type FetchHow = {
  /** This box alone. */
  readonly only?: Id;
  readonly mostBytes?: number;
};

/** One look at all boxes, or at one. */
export async function fetchMails(desk: Desk, by: By, how: FetchHow = {}): Promise<BoxRun[]> {
  const { only, mostBytes = mostMailBytes } = how;
  const runs: BoxRun[] = [];
  for (const source of await boxSources(desk, by)) {
    if (only === undefined || source.box.mailboxId === only) {
      runs.push(await lookAt(desk, source, { by, mostBytes }));
    }
  }
  await handOverRemittances(desk, by);
  return runs;
}

type Looks = { readonly by: By; readonly mostBytes: number };

async function lookAt(desk: Desk, source: BoxSource, looks: Looks): Promise<BoxRun> {
  const { box } = source;
  const seen = { taken: 0, known: 0 };
  let problem: string | null = null;
  let detail: string | null = null;
  let noted = 0;
  const note = async (waiting: number): Promise<void> => {
    const look = { problem, detail, waiting, taken: seen.taken - noted };
    await updateLook(desk.db, box.mailboxId, desk.clock.now(), look);
    noted = seen.taken;
  };
  try {
    await using open = await openBox(await source.server(), { renewed: source.renewed });
    const folder = { mailboxId: box.mailboxId, uidValidity: open.uidValidity };
    const todo = await uidsNotTaken(desk.db, folder, await open.uids());
    for (const [at, uid] of todo.entries()) {
      if (at % everyMails === 0) await note(todo.length - at);
      const added = await takeOrLeave({ ...looks, desk, box, open }, uid);
      if (added === true) seen.taken += 1;
      else if (added === false) seen.known += 1;
      else if (added instanceof LeftMail) {
        problem = 'mail_left';
        detail ??= added.message;
        // Throws where the database is what fails: then the rest is not tried either.
        await note(todo.length - at);
      }
    }
  } catch (error) {
    problem = error instanceof BoxError ? error.problem : 'broke_off';
    detail = error instanceof Error ? error.message : String(error);
  }
  await note(0);
  return { box: box.name, company: box.company, ...seen, problem, detail };
}

type Looking = Looks & { readonly desk: Desk; readonly box: Box; readonly open: OpenBox };

/** A mail that could not be taken in; its message names it by the server's number. */
class LeftMail extends Error {}

/** As `takeOne`; what fails for this one mail alone is an answer. A broken line throws. */
async function takeOrLeave(looking: Looking, uid: number): Promise<boolean | LeftMail | undefined> {
  try {
    return await takeOne(looking, uid);
  } catch (error) {
    const { desk, box, open } = looking;
    if (!open.isOpen()) throw error;
    desk.log?.warn({ box: box.name, uid, error }, 'a mail was left on the server');
    const said = error instanceof Error ? error.message : String(error);
    return new LeftMail(`uid ${uid}: ${said}`, { cause: error });
  }
}

/** True for a new mail, false for a known one; undefined when it has gone meanwhile. */
async function takeOne(
  { desk, box, open, by, mostBytes }: Looking,
  uid: number,
): Promise<boolean | undefined> {
  const mail = await open.fetch(uid, mostBytes);
  if (mail === undefined) return undefined;
  const at = { uidValidity: open.uidValidity, uid: BigInt(uid) };
  const taken = await takeIn(desk, { box, mail, at }, by);
  return taken.added;
}

type Came = {
  readonly box: Box;
  readonly mail: FetchedMail;
  readonly at: { readonly uidValidity: bigint; readonly uid: bigint } | null;
};

/** Opens the mail and takes it in; the same for a mail that a hand brings. */
export async function takeIn(
  desk: Desk,
  { box, mail, at }: Came,
  { actor, reason }: By,
): Promise<{ readonly mailId: Id; readonly added: boolean }> {
  const opened = await openInbound(mail.head);
  const { raw, bytes } = mail;
  const receivedAt = momentOf(mail, opened.sentAt, desk.clock.now());
  const doing = {
    action: 'correspondence.take_in_mail',
    actor,
    reason,
    input: { box: box.name, uid: at === null ? null : String(at.uid), bytes },
  };
  const wish = {
    box,
    at,
    raw,
    bytes,
    opened: raw === null ? { ...opened, problem: 'too_large' as const } : opened,
    receivedAt,
  };
  return accepted(await perform(desk, doing, (context) => takeInMail(context, wish))).answer;
}

/** When the server took it in; a clock that runs ahead is set to now. */
function momentOf({ receivedAt }: FetchedMail, sentAt: string | null, now: Instant): Instant {
  const stated = parseInstant(receivedAt ?? sentAt ?? '');
  return stated === undefined || stated > now ? now : stated;
}
