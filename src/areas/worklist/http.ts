/**
 * The day's list over the wire: read, why, locked, answered, taken back; and the status bar.
 */
import { id } from '#kernel/ids.ts';
import { formatMoney } from '#kernel/money.ts';
import { accept, refuse } from '#kernel/outcome.ts';
import { kindName } from '#areas/clocks/index.ts';
import { companyOf } from '#areas/ledger/index.ts';
import { memberById } from '#areas/team/index.ts';
import type { Desk } from '#platform/action.ts';
import { visibleCompanies } from '#platform/auth/session.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { listName, nextKeyset, readKeyset } from '#platform/page.ts';
import { startWorklist } from './actions/build-worklist.ts';
import { finishWork } from './actions/finish-work.ts';
import { readHandOver } from './actions/read-hand-over.ts';
import { snoozeWork } from './actions/snooze-work.ts';
import { takeOver } from './actions/take-over.ts';
import { undoWork } from './actions/undo-work.ts';
import { listOf } from './actions/whose-list.ts';
import { writeHandOver } from './actions/write-hand-over.ts';
import { accountCover } from './answers/account-cover.ts';
import { briefOf } from './answers/brief.ts';
import { pageKeys } from './answers/page-keys.ts';
import { wireHand, wireRow } from './answers/wire.ts';
import * as contract from './contract.ts';
import { orderRoutes } from './http/order.ts';
import { upliftRoutes } from './http/uplift.ts';
import { deskMoment, plusMinutes } from '#kernel/local-time.ts';
import { countDone } from './store/answers.ts';
import { bookChangedAt, lastCheck } from './store/build.ts';
import { countList, countListed } from './store/counts.ts';
import { dutiesOf } from './store/duties.ts';
import { listWork } from './store/list.ts';
import { type ListFilter, ownedBy } from './store/listed.ts';
import { handOn, whyRank } from './store/place.ts';
import { countCovered, viewedList, wantedList, withCovers } from './answers/covered.ts';
import { presentNow, releaseAccount, takeAccount } from './store/locks.ts';
import { promisedOn } from './store/today.ts';

/** A lock that nobody renews, because browser or server are gone, ends after so long. */
const lockMinutes = 1;
/** The zone that decides whether the desk plays on another day; any real zone would do. */
const anyZone = 'UTC';

const reads: readonly Served[] = [
  serve(contract.worklist, async ({ query, desk, session }) => {
    const list = listName('worklist', query);
    const { limit, sort } = query;
    const from = readKeyset(list, query.cursor, pageKeys[sort]);
    if (!from.ok) return from;
    await startWorklist(desk);
    const today = desk.clock.today();
    const { owner, covering } = await wantedList(desk, query, session);
    const wanted: ListFilter = {
      owner,
      companies: visibleCompanies(session, query.company),
      state: query.state,
      kind: query.kind,
      search: query.q,
      now: nowOf(desk),
    };
    const { shown = 0, after } = from.value ?? {};
    const reader = { memberId: session.memberId, at: desk.clock.now() };
    const due: ListFilter = { ...wanted, state: 'due', kind: undefined, search: undefined };
    const [{ rows, last, more }, counts, left, done, covers, duties] = await Promise.all([
      listWork(desk.db, wanted, { sort, limit, after, shown, reader }),
      countList(desk.db, wanted),
      query.state === 'due' ? undefined : countListed(desk.db, due),
      countDone(desk.db, today, ownedBy(owner), wanted.companies),
      countCovered(desk.db, due, covering),
      dutiesOf(desk.db, session.permissions, wanted.companies, today),
    ]);
    return accept({
      asOf: today,
      rows: (await withCovers(desk.db, rows, today)).map(wireRow),
      kinds: contract.workKinds.map((kind) => ({ kind, count: counts.kinds.get(kind) ?? 0 })),
      left: left ?? counts.left,
      capped: counts.capped,
      done,
      covering: covers,
      duties: duties.map((duty) => ({ ...duty, title: kindName(duty.kind, session.language) })),
      count: Math.max(counts.count, shown + rows.length),
      nextCursor: nextKeyset(list, { shown: shown + rows.length, more }, last),
    });
  }),
  serve(contract.whyRank, async ({ params, query, desk, session }) => {
    const accountId = id(params.accountId);
    const why = await whyRank(desk.db, accountId);
    if (!why) return refuse('worklist.not_listed');
    const { owner } = await wantedList(desk, query, session);
    const list: ListFilter = { owner, companies: 'all', state: 'due', now: nowOf(desk) };
    const hand = await handOn(desk.db, list, accountId);
    return accept({
      ...why,
      hand: hand && wireHand(hand),
      parts: why.parts
        .map((part) => ({ ...part, facts: { ...part.facts } }))
        .toSorted((a, b) => b.points - a.points),
    });
  }),
  serve(contract.today, async ({ query, desk, session }) => {
    const today = desk.clock.today();
    const companies = visibleCompanies(session, query.company);
    const { owner } = await listOf(desk.db, session.memberId, today);
    const due: ListFilter = { owner, companies, state: 'due', now: nowOf(desk) };
    const [dataAsOf, check, left, done, promised] = await Promise.all([
      bookChangedAt(desk.db),
      lastCheck(desk.db),
      countListed(desk.db, due),
      countDone(desk.db, today, ownedBy(owner), companies),
      promisedOn(desk.db, today, companies),
    ]);
    return accept({
      today,
      dataAsOf,
      controlTotals: { agree: check?.agree ?? false, checkedAt: check?.checkedAt ?? null },
      left,
      done,
      promisedToday: promised.map((sum) => ({ currency: sum.currency, amount: formatMoney(sum) })),
      companies: session.companies.map(({ code, name, demo }) => ({ code, name, demo })),
    });
  }),
];

const notes: readonly Served[] = [
  serve(contract.presence, async ({ desk, session }) => {
    const present = await presentNow(desk.db, desk.clock.now(), session.companyIds);
    const rows = present.map(({ accountId, memberId, name, since }) => {
      return { accountId, memberId, name, since };
    });
    return accept({ rows });
  }),
  serve(contract.brief, async ({ query, desk, session }) => {
    const member = query.member === undefined ? session.memberId : id(query.member);
    const others = session.permissions.includes('team.plan_absence');
    if (member !== session.memberId && !others) return refuse('worklist.only_your_brief');
    const person = await memberById(desk.db, member);
    if (!person) return refuse('team.no_such_member');
    await startWorklist(desk);
    return accept(await briefOf(desk, person));
  }),
  serve(contract.accountCover, ({ params, desk, session }) =>
    accountCover(desk, id(params.accountId), session),
  ),
  serve(contract.writeHandOver, ({ params, body, session, perform }) => {
    const accountId = id(params.accountId);
    const forOthers = session.permissions.includes('team.plan_absence');
    return perform(
      'worklist.write_hand_over',
      'a note for the cover',
      (context) => writeHandOver(context, { accountId, ...body }, { forOthers }),
      accountId,
    );
  }),
  serve(contract.readHandOver, ({ params, perform }) => {
    const accountId = id(params.accountId);
    return perform(
      'worklist.read_hand_over',
      'the note for the cover was read',
      (context) => readHandOver(context, { accountId, noteId: id(params.noteId) }),
      accountId,
    );
  }),
];

const writes: readonly Served[] = [
  serve(
    contract.lockAccount,
    async ({ params, body, desk, session, wire }) => {
      const accountId = id(params.accountId);
      const { memberId } = session;
      if (!(await companyOf(desk.db, accountId))) return refuse('ledger.no_such_account');
      if (body.release) {
        if (!wire.dryRun) await releaseAccount(desk.db, accountId, memberId);
        return accept({ mine: false, by: null, until: null });
      }
      const at = desk.clock.now();
      const until = plusMinutes(at, lockMinutes);
      const holder = await takeAccount(desk.db, { accountId, memberId, at, until });
      const mine = holder.memberId === memberId;
      return accept({ mine, by: mine ? null : holder.name, until: holder.until });
    },
    { dryRun: false },
  ),
  serve(contract.takeOver, ({ params, body, desk, perform }) => {
    const accountId = id(params.accountId);
    const until = plusMinutes(desk.clock.now(), lockMinutes);
    return perform(
      'worklist.take_over',
      body.reason,
      (context) => takeOver(context, { accountId, until }),
      accountId,
    );
  }),
  serve(
    contract.finishWork,
    async ({ params, body: { list, ...body }, desk, session, perform }) => {
      const accountId = id(params.accountId);
      const viewed = await viewedList(desk, list, session);
      return perform(
        'worklist.finish_work',
        `done: ${body.result}`,
        (context) => finishWork(context, { accountId, ...body, ...viewed }),
        accountId,
      );
    },
  ),
  serve(contract.snooze, async ({ params, body: { list, ...body }, desk, session, perform }) => {
    const accountId = id(params.accountId);
    const { language } = session;
    const viewed = await viewedList(desk, list, session);
    return perform(
      'worklist.snooze_work',
      `come back: ${body.until}`,
      (context) => snoozeWork(context, { accountId, ...body, ...viewed, language }),
      accountId,
    );
  }),
  serve(contract.undoWork, ({ params, perform }) => {
    const accountId = id(params.accountId);
    return perform(
      'worklist.undo_work',
      'taken back',
      (context) => undoWork(context, accountId),
      accountId,
    );
  }),
];

export const worklistRoutes: readonly Served[] = [
  ...reads,
  ...notes,
  ...writes,
  ...orderRoutes,
  ...upliftRoutes,
];

function nowOf({ clock }: Desk) {
  return deskMoment(clock.now(), clock.today(), anyZone);
}
