/** Issues over HTTP: the archive, its files, on demand, signed, and mails that need a word. */
import { id } from '#kernel/ids.ts';
import { accept, refuse } from '#kernel/outcome.ts';
import { visibleCompanies } from '#platform/auth/session.ts';
import { type Served, serve, serveFile } from '#platform/http/serve.ts';
import { listName, nextOffset, readOffset } from '#platform/page.ts';
import type { PackMaker } from '#platform/packs/maker.ts';
import { settleDelivery } from '../actions/move-delivery.ts';
import { signIssue } from '../actions/sign-issue.ts';
import { issueFileOf } from '../answers/issue-file.ts';
import { sendOnce } from '../answers/send-once.ts';
import { chosen, openIssue, visible } from '../answers/opened.ts';
import { peopleOf } from '../answers/people.ts';
import { printedAgain } from '../answers/printed-again.ts';
import { wireIssue } from '../answers/wire.ts';
import * as contract from '../contract.ts';
import { readerStates } from '../store/deliveries.ts';
import { editionCards, editionOf } from '../store/editions.ts';
import { issuesOf } from '../store/issues.ts';
import { companyAsked, dayAsked, makerAsked, readerAsked } from './asking.ts';

export function issueRoutes(makers: readonly PackMaker[]): readonly Served[] {
  return [...onDemand(makers), ...archive(makers), ...handled];
}

function onDemand(makers: readonly PackMaker[]): readonly Served[] {
  return [
    serve(
      contract.sendToMe,
      async ({ body, session, desk }) => {
        const maker = makerAsked(makers, body.kind);
        if (!maker.ok) return maker;
        const company = await companyAsked(desk, session, body.company);
        if (!company.ok) return company;
        const reader = readerAsked(session, maker.value, company.value.companyId);
        if (!reader.ok) return reader;
        const what = { maker: maker.value, company: company.value };
        const asOf = await dayAsked(desk, what, body.asOf);
        if (!asOf.ok) return asOf;
        const { memberId, language, actor } = session;
        const making = {
          ...what,
          scheduleId: null,
          name: maker.value.title[language],
          period: null,
          asOf: asOf.value,
          ownerId: memberId,
          recipients: [{ kind: 'member' as const, memberId }],
          settings: body.settings,
        };
        return sendOnce(desk, making, { actor, memberId, again: body.again });
      },
      { dryRun: false },
    ),
  ];
}

function archive(makers: readonly PackMaker[]): readonly Served[] {
  return [
    serve(contract.issues, async ({ query, session, desk }) => {
      const list = listName('packs', query);
      const offset = readOffset(list, query.cursor);
      if (!offset.ok) return offset;
      const filter = {
        companies: visibleCompanies(session, query.company),
        kind: query.kind,
        scheduleId: query.scheduleId === undefined ? undefined : id(query.scheduleId),
        readerId: session.permissions.includes('packs.oversee') ? null : session.memberId,
      };
      const found = await issuesOf(desk.db, filter, { limit: query.limit, offset: offset.value });
      const ids = found.rows.map(({ issueId }) => issueId);
      const [states, people] = await Promise.all([readerStates(desk.db, ids), peopleOf(desk.db)]);
      const telling = { makers, people, language: session.language, memberId: session.memberId };
      const rows = await Promise.all(
        found.rows.map(async (issue) => {
          const editions = await editionCards(desk.db, issue.issueId);
          const whole = { issue, editions, readers: states.get(issue.issueId) ?? [] };
          return wireIssue(visible(session, whole), telling);
        }),
      );
      const shown = offset.value + rows.length;
      return accept({ rows, count: found.count, nextCursor: nextOffset(list, shown, found.count) });
    }),

    serve(contract.oneIssue, async ({ params, query, session, desk }) => {
      const opened = await openIssue(desk.db, session, id(params.issueId));
      if (!opened.ok) return opened;
      const card = chosen(opened.value, session, query.edition);
      const edition = card && (await editionOf(desk.db, id(params.issueId), card.editionNo));
      const people = await peopleOf(desk.db);
      const telling = { makers, people, language: session.language, memberId: session.memberId };
      return accept({
        issue: wireIssue(opened.value, telling),
        edition: edition
          ? {
              editionNo: edition.editionNo,
              title: edition.title,
              summary: [...edition.summary],
              blocks: printedAgain(edition.blocks),
            }
          : null,
      });
    }),

    serveFile(contract.issueFile, async ({ params, query, session, desk }) => {
      const opened = await openIssue(desk.db, session, id(params.issueId));
      if (!opened.ok) return opened;
      const card = chosen(opened.value, session, query.edition);
      const edition = card && (await editionOf(desk.db, id(params.issueId), card.editionNo));
      if (!edition) return refuse('packs.no_such_issue');
      return accept(issueFileOf(opened.value.issue, edition, query.format));
    }),
  ];
}

const handled: readonly Served[] = [
  serve(contract.signIssue, async ({ params, body, session, desk, perform }) => {
    const issueId = id(params.issueId);
    const opened = await openIssue(desk.db, session, issueId);
    if (!opened.ok) return opened;
    const { memberId } = session;
    return perform('packs.sign_issue', body.note || 'signed', (context) =>
      signIssue(context, { issueId, memberId, note: body.note }),
    );
  }),

  serve(contract.settleDelivery, async ({ params, body, session, desk, perform }) => {
    const issueId = id(params.issueId);
    const opened = await openIssue(desk.db, session, issueId);
    if (!opened.ok) return opened;
    const ref = { issueId, readerNo: params.readerNo };
    return perform('packs.settle_delivery', body.reason, (context) =>
      settleDelivery(context, ref, body.arrived),
    );
  }),
];
