/** A case in full, as the wire and the research pack tell it. */
import type { Day } from '#kernel/day.ts';
import type { Instant } from '#kernel/instant.ts';
import { formatMoney } from '#kernel/money.ts';
import type { Language } from '#kernel/words.ts';
import { actorName } from '#platform/auth/actor-name.ts';
import type { Queries } from '#platform/postgres/db.ts';
import type { CaseRef } from '../actions/step-case.ts';
import type { WireCaseFile } from '../contract/case.ts';
import { closedLink } from '../rules/link.ts';
import { type ShownEvent, caseNames, eventsOf, listCases } from '../store/board.ts';
import { type CaseFile, caseFile } from '../store/case-file.ts';
import { type CaseItem, caseItems } from '../store/case-items.ts';
import { type CaseDeduction, deductionsOf } from '../store/deductions.ts';
import { type Evidence, type Link, answersOf, evidenceOf, linksOf } from '../store/links.ts';
import { wireCaseOf } from './wire.ts';

export type Reader = { readonly today: Day; readonly now: Instant; readonly language: Language };

/** A case in full; undefined when the account has no such case. */
export async function wireCaseFile(
  db: Queries,
  ref: CaseRef,
  { today, now, language }: Reader,
): Promise<WireCaseFile | undefined> {
  const { accountId, caseId } = ref;
  const page = { limit: 1, offset: 0, now };
  const [listed] = await listCases(db, { accountId, caseId, companies: 'all' }, page);
  const file = await caseFile(db, ref);
  if (!listed || !file) return undefined;
  const [items, deductions, events, links, answers, evidence, names] = await Promise.all([
    caseItems(db, ref),
    deductionsOf(db, accountId, caseId),
    eventsOf(db, accountId, caseId),
    linksOf(db, accountId, caseId),
    answersOf(db, accountId, caseId),
    evidenceOf(db, accountId, caseId),
    caseNames(db, ref),
  ]);
  return {
    ...wireCaseOf(listed, today),
    ...partiesOf(file, names),
    openedBy: actorName(names.openedBy, language),
    items: items.map(wireItem),
    deductions: deductions.map(wireDeduction),
    events: events.map((event) => wireEvent(event, language)),
    links: links.map((link) => wireLink(link, now, language)),
    answers: answers.map(({ by, verdict, answer, at }) => ({ by, verdict, answer, at })),
    evidence: evidence.map((each) => wireEvidence(each, language)),
  };
}

function partiesOf(file: CaseFile, { escalatedTo }: { readonly escalatedTo: string | null }) {
  const { note, coordinatorId, ownerId, outside, state, requestId } = file;
  return {
    note,
    coordinatorId,
    ownerId,
    outsideEmail: outside?.email ?? null,
    escalatedTo,
    requestId: state === 'decided' ? requestId : null,
  };
}

function wireItem({ itemId, number, lineNo, said, amount, open, total, ended }: CaseItem) {
  return {
    itemId,
    document: number,
    lineNo,
    said: formatMoney(said),
    amount: formatMoney(amount),
    open: formatMoney(open),
    total: formatMoney(total),
    ended,
  };
}

function wireDeduction({ number, amount, ...each }: CaseDeduction) {
  return { ...each, document: number, amount: formatMoney(amount) };
}

function wireEvent({ facts, by, ...event }: ShownEvent, language: Language) {
  const told = Object.entries(facts).map(([name, value]): [string, string | string[]] => [
    name,
    typeof value === 'string' ? value : [...value],
  ]);
  return { ...event, by: actorName(by, language), facts: Object.fromEntries(told) };
}

function wireLink(link: Link, now: Instant, language: Language) {
  const { linkId, toName, toEmail, madeAt, expiresAt, openedAt, answeredAt, revoked } = link;
  return {
    linkId,
    toName,
    toEmail,
    madeBy: actorName(link.madeBy, language),
    madeAt,
    expiresAt,
    openedAt,
    answeredAt,
    open: closedLink(link, now) === undefined,
    revoked,
  };
}

function wireEvidence({ fileName, by, ...each }: Evidence, language: Language) {
  const { evidenceId, kind, mediaType, bytes, at } = each;
  return { evidenceId, kind, file: fileName, mediaType, bytes, by: actorName(by, language), at };
}
