/** A reconciliation as it is shown: what was signed, else what the books say now. */
import type { Queries } from '#platform/postgres/db.ts';
import type { WireCard, WireReconciliation } from '../contract.ts';
import { type Figures, figures } from '../rules/figures.ts';
import { partsOf } from '../store/parts.ts';
import type { Reconciliation, Signature } from '../store/reconciliations.ts';

export function wireCard(made: Reconciliation): WireCard {
  const { accountId, reconciliationId, account, name, company, currency, fromOn, toOn } = made;
  const { family, by, reason, preparer, reviewer } = made;
  const names = { accountId, reconciliationId, account, name, company };
  return {
    ...names,
    currency,
    fromOn,
    toOn,
    family,
    by,
    reason,
    state: reviewer ? 'reviewed' : preparer ? 'prepared' : 'open',
    preparer: preparer && signed(preparer),
    reviewer: reviewer && signed(reviewer),
  };
}

function signed({ by, on, note }: Signature): NonNullable<WireCard['preparer']> {
  return { by, on, note };
}

/** Figures that were signed stay; the others are read anew each time. */
export async function readPage(db: Queries, made: Reconciliation): Promise<WireReconciliation> {
  // What sign-reconciliation.ts kept: this very shape.
  const frozen = made.preparer?.figures as Figures | undefined;
  return { ...wireCard(made), ...(frozen ?? figures(await partsOf(db, made))) };
}
