/**
 * Which editions of an issue somebody may open: those that were sent to them, and all of them
 * whoever oversees the company.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Session } from '#platform/auth/session.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type ReaderState, readerStates } from '../store/deliveries.ts';
import { type EditionCard, editionCards } from '../store/editions.ts';
import { type IssueCard, issueById } from '../store/issues.ts';

export type Opened = {
  readonly issue: IssueCard;
  readonly editions: readonly EditionCard[];
  readonly readers: readonly ReaderState[];
};

export async function openIssue(
  db: Queries,
  session: Session,
  issueId: Id,
): Promise<Outcome<Opened, 'packs.no_such_issue'>> {
  const issue = await issueById(db, issueId);
  const [cards, states] = await Promise.all([
    editionCards(db, issueId),
    readerStates(db, [issueId]),
  ]);
  if (!issue || !seesCompany(session, issue.companyId)) return refuse('packs.no_such_issue');
  const readers = states.get(issueId) ?? [];
  const opened = visible(session, { issue, editions: cards, readers });
  return opened.editions.length === 0 ? refuse('packs.no_such_issue') : accept(opened);
}

/** What of an issue this member sees: others’ mails are nobody’s business. */
export function visible(session: Session, { issue, editions, readers }: Opened): Opened {
  if (session.permissions.includes('packs.oversee')) return { issue, editions, readers };
  const mine = readers.filter(({ memberId }) => memberId === session.memberId);
  const own = editions.filter(({ editionNo }) => mine.some((one) => one.editionNo === editionNo));
  return { issue, editions: own, readers: mine };
}

function seesCompany({ companyIds }: Session, companyId: Id): boolean {
  return companyIds === 'all' || companyIds.includes(companyId);
}

/** The edition asked for, or the one of the member's language, or the first. */
export function chosen(
  { editions, readers }: Opened,
  session: Session,
  editionNo: number | undefined,
): EditionCard | undefined {
  if (editionNo !== undefined) return editions.find((each) => each.editionNo === editionNo);
  const mine = readers.find(({ memberId }) => memberId === session.memberId)?.editionNo;
  return (
    editions.find((each) => each.editionNo === mine) ??
    editions.find(({ language, ownOf }) => language === session.language && ownOf === null) ??
    editions[0]
  );
}
