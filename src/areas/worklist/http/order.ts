/** The order that people give to a list by hand, over the wire. */
import { id } from '#kernel/ids.ts';
import { refuse } from '#kernel/outcome.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import type { Session } from '#platform/auth/session.ts';
import { memberById } from '#areas/team/index.ts';
import { moveRow } from '../actions/move-row.ts';
import { undoRowMove } from '../actions/undo-move.ts';
import * as contract from '../contract.ts';
import type { MoveTo } from '../rules/hand-order.ts';

type WireTo = 'top' | 'rank' | { before: string } | { after: string };

export const orderRoutes: readonly Served[] = [
  serve(contract.moveRow, async ({ params, body, desk, session, perform }) => {
    const accountId = id(params.accountId);
    const listOf = whose(body.owner, session);
    if (!(await memberById(desk.db, listOf))) return refuse('team.no_such_member');
    const forOthers = session.permissions.includes('worklist.order_for_others');
    const wish = { accountId, listOf, to: moveTo(body.to), companies: session.companyIds };
    return perform(
      'worklist.move_row',
      'moved by hand',
      (context) => moveRow(context, wish, { forOthers }),
      accountId,
    );
  }),
  serve(contract.undoMove, ({ body, session, perform }) =>
    perform('worklist.undo_move', 'taken back', (context) =>
      undoRowMove(context, whose(body.owner, session)),
    ),
  ),
];

function whose(owner: string, { memberId }: Pick<Session, 'memberId'>) {
  return owner === 'me' ? memberId : id(owner);
}

function moveTo(to: WireTo): MoveTo {
  if (typeof to === 'string') return to;
  return 'before' in to ? { before: id(to.before) } : { after: id(to.after) };
}
