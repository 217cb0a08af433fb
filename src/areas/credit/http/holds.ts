/** Orders that wait, over the wire: listed, decided, asked for. */
import { day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { currency, parseMoney } from '#kernel/money.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Desk } from '#platform/action.ts';
import { type Session, visibleCompanies } from '#platform/auth/session.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { allMembers } from '#areas/team/index.ts';
import { askRelease, decideOrder } from '../actions/decide-order.ts';
import { decideMany } from '../actions/decide-many.ts';
import { holdAccount } from '../actions/hold-account.ts';
import { heldOrders } from '../answers/holds.ts';
import { sayRefusal } from '../answers/wire.ts';
import * as contract from '../contract/holds.ts';
import type { WireHold } from '../contract/holds.ts';
import { holdReasons } from '../rules/policy.ts';
import { countWaiting, mostHolds } from '../store/list.ts';
import { orderInSight } from './orders.ts';

export const holdRoutes: readonly Served[] = [
  serve(contract.holds, async ({ query, desk, session }) => {
    const { memberId, language } = session;
    const companies = visibleCompanies(session, query.company);
    const today = desk.clock.today();
    const all = await heldOrders(desk.db, {
      memberId,
      companies,
      language,
      today,
      order: query.order,
    });
    const waiting = all.length < mostHolds ? all.length : await countWaiting(desk.db, companies);
    const shown = all.filter(
      (row) => inView(row, query.view, memberId) && hasReason(row, query.reason),
    );
    const rows = sorted(shown, query.order).map(({ ownerId: _o, forwardedId: _f, ...row }) => row);
    return accept({
      rows,
      count: rows.length,
      clears: all.filter(({ clearsNow }) => clearsNow).length,
      reasons: holdReasons.flatMap((reason) => {
        const count = all.filter((row) => hasReason(row, reason)).length;
        return count === 0 ? [] : [{ reason, count }];
      }),
      listed: all.length,
      waiting,
      cut: waiting > all.length,
    });
  }),
  serve(contract.decideOrder, async ({ params, body, desk, session, perform }) => {
    const line = await orderInSight(desk, session, id(params.orderId));
    if (!line.ok) return line;
    const toMember = await memberCalled(desk, body.to);
    if (!toMember.ok) return toMember;
    const { act, evidence, reviewOn } = body;
    return perform(
      'credit.decide_order',
      body.reason,
      (context) =>
        decideOrder(context, {
          orderId: line.value.orderId,
          act,
          evidence,
          reviewOn: reviewOn === null ? null : day(reviewOn),
          toMember: toMember.value,
        }),
      line.value.accountId,
    );
  }),
  serve(contract.decideOrders, async ({ body, desk, session, perform }) => {
    const orderIds = await inSight(desk, session, body.orderIds.map(id));
    const reviewOn = body.reviewOn === null ? null : day(body.reviewOn);
    const done = await perform('credit.decide_orders', body.reason, (context) =>
      decideMany(context, { orderIds, act: body.act, reviewOn }),
    );
    if (!done.ok) return done;
    return accept({
      done: done.value.filter(({ refused }) => refused === null).length,
      rows: done.value.map(({ orderId, verdict, refused }) => ({
        orderId,
        verdict,
        refused: refused && sayRefusal(refused, session.language),
      })),
    });
  }),
  serve(contract.askRelease, async ({ params, body, desk, session, perform }) => {
    const line = await orderInSight(desk, session, id(params.orderId));
    if (!line.ok) return line;
    const { orderId, accountId } = line.value;
    const wish = { orderId, evidence: body.evidence };
    return perform(
      'credit.ask_release',
      body.reason,
      (context) => askRelease(context, wish),
      accountId,
    );
  }),
  serve(contract.holdAccount, ({ params, body, perform }) => {
    const accountId = id(params.accountId);
    const untilOn = body.untilOn === null ? null : day(body.untilOn);
    return perform(
      'credit.hold_account',
      body.reason,
      (context) => holdAccount(context, { accountId, act: body.act, untilOn }),
      accountId,
    );
  }),
];

type Listed = WireHold & { readonly ownerId: Id | null; readonly forwardedId: Id | null };

function inView(row: Listed, view: 'all' | 'mine' | 'forwarded' | 'clears', reader: Id): boolean {
  if (view === 'clears') return row.clearsNow;
  if (view === 'forwarded') return row.forwardedTo !== null;
  return view === 'all' || row.forwardedId === reader || row.ownerId === reader;
}

function hasReason({ reasons }: WireHold, wanted: string | undefined): boolean {
  return wanted === undefined || reasons.some(({ reason }) => reason === wanted);
}

function sorted(rows: readonly Listed[], order: 'small' | 'old' | 'large'): readonly Listed[] {
  if (order === 'old') {
    return rows.toSorted((a, b) => ((a.heldAt ?? '') < (b.heldAt ?? '') ? -1 : 1));
  }
  const small = rows.toSorted((a, b) => (minorOf(a) < minorOf(b) ? -1 : 1));
  return order === 'small' ? small : small.toReversed();
}

/** Amounts of several currencies stand in the order of their figures. */
function minorOf({ amount, currency: code }: WireHold): bigint {
  return parseMoney(amount, currency(code))?.minor ?? 0n;
}

/** Those that the reader sees; others are answered as if they were not there. */
async function inSight(desk: Desk, session: Session, orderIds: readonly Id[]): Promise<Id[]> {
  const seen: Id[] = [];
  for (const orderId of orderIds) {
    const line = await orderInSight(desk, session, orderId);
    if (line.ok) seen.push(orderId);
  }
  return seen;
}

/** A member by e-mail address or name. */
async function memberCalled(
  { db }: Desk,
  said: string | null,
): Promise<Outcome<Id | null, 'credit.forward_to_whom'>> {
  if (said === null || said.trim() === '') return accept(null);
  const wanted = said.trim().toLowerCase();
  const members = await allMembers(db);
  const found = members.find(
    ({ email, name, active }) =>
      active && [email.toLowerCase(), name.toLowerCase()].includes(wanted),
  );
  return found
    ? accept(found.memberId)
    : { ok: false, refusal: 'credit.forward_to_whom', facts: {} };
}
