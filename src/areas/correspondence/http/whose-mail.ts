/** Whose company a mail or a box is: what somebody may not see is not there for them. */
import { type Id, id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { type Session, visibleCompanies } from '#platform/auth/session.ts';
import type { Queries } from '#platform/postgres/db.ts';
import type { BoxStands } from '../store/mailbox/boxes.ts';
import { boxesOf } from '../store/mailbox/boxes.ts';
import { companyOfMail } from '../store/mailbox/mails.ts';

function sees({ companyIds }: Session, companyId: Id): boolean {
  return companyIds === 'all' || companyIds.includes(companyId);
}

export async function visibleMail(
  db: Queries,
  session: Session,
  mailId: string,
): Promise<Outcome<Id, 'mailbox.no_such_mail'>> {
  const wanted = id(mailId);
  const companyId = await companyOfMail(db, wanted);
  if (companyId === undefined || !sees(session, companyId)) return refuse('mailbox.no_such_mail');
  return accept(wanted);
}

export async function visibleBox(
  db: Queries,
  session: Session,
  mailboxId: string,
): Promise<Outcome<BoxStands, 'mailbox.no_such_box'>> {
  const boxes = await boxesOf(db, session.companyIds);
  const found = boxes.find((each) => each.mailboxId === mailboxId);
  return found ? accept(found) : refuse('mailbox.no_such_box');
}

/** The company of a new box: the one that is named, or the only one there is. */
export function companyOfBox(
  session: Session,
  code: string | undefined,
): Outcome<Id, 'mailbox.no_such_company'> {
  const visible = visibleCompanies(session, code);
  const fitting = session.companies.filter(
    ({ companyId }) => visible === 'all' || visible.includes(companyId),
  );
  const [only, ...others] = fitting;
  if (only && others.length === 0) return accept(only.companyId);
  const companies = session.companies.map((each) => each.code).join(', ');
  return refuse('mailbox.no_such_company', { companies });
}
