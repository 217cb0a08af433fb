/**
 * Draws up a plan for open debts without writing anything: its schedule, what law asks to be
 * told, and whether whoever asks may agree to it alone.
 *
 * The preview and the offer are this same drawing, so what was shown is what is offered.
 */
import type { Day } from '#kernel/day.ts';
import { type Decimal } from '#kernel/decimal.ts';
import type { Id } from '#kernel/ids.ts';
import { type Currency, type Money, sum } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type Verdict, whoMayAgree } from '../../rules/plans/bounds.ts';
import { type Disclosure, disclosureOf } from '../../rules/plans/disclosure.ts';
import {
  type DraftRefusal,
  type Frequency,
  type PlanDraft,
  type PlanEdit,
  draftPlan,
} from '../../rules/plans/draft.ts';
import { copyDuty } from '../../rules/plans/plan-law.ts';
import type { PlanPolicy } from '../../rules/plans/policy.ts';
import { type Coverable, type Debtor, coverable, debtorOf } from '../../store/plans/drawing.ts';

export type DrawPlan = {
  readonly accountId: Id;
  readonly currency: Currency;
  /** Empty: every open debt of the currency that no other plan covers. */
  readonly itemIds: readonly Id[];
  readonly down: Money;
  readonly fee: Money;
  readonly aprPct: Decimal;
  readonly frequency: Frequency;
  readonly count: number;
  readonly firstOn: Day;
  readonly days: readonly Day[];
  readonly edits: readonly PlanEdit[];
  /** Null: as the account's kind says. */
  readonly party: 'business' | 'consumer' | null;
};

export type Drawn = {
  readonly debtor: Debtor;
  readonly items: readonly Coverable[];
  readonly covered: Money;
  readonly draft: PlanDraft;
  readonly disclosure: Disclosure;
  readonly verdict: Verdict;
  /** Law wants a written copy by this day, and no payment before it; null where none does. */
  readonly copyBy: Day | null;
};

export type CoverRefusal = 'plan.item_not_open' | 'plan.item_on_plan' | 'plan.no_such_account';
export type DrawRefusal = CoverRefusal | DraftRefusal;

export async function drawPlan(
  db: Queries,
  wish: DrawPlan,
  today: Day,
  roles: readonly string[],
  policy: PlanPolicy,
): Promise<Outcome<Drawn, DrawRefusal>> {
  const found = await debtorOf(db, wish.accountId);
  if (!found) return refuse('plan.no_such_account');
  const debtor = wish.party === null ? found : { ...found, isBusiness: wish.party === 'business' };
  const items = await coveredItems(db, wish);
  if (!items.ok) return items;
  const covered = sum(
    items.value.map(({ open }) => open),
    wish.currency,
  );
  const drafted = draftPlan({ ...wish, covered }, today);
  if (!drafted.ok) return drafted;
  const draft = drafted.value;
  const held = { covered, down: wish.down, draft };
  const { isBusiness, state } = debtor;
  const { isRegularCreditor, bounds } = policy;
  return accept({
    debtor,
    items: items.value,
    covered,
    draft,
    disclosure: disclosureOf(
      { ...held, frequency: wish.frequency, isBusiness, isRegularCreditor },
      today,
    ),
    verdict: whoMayAgree(held, today, roles, bounds),
    copyBy: isBusiness ? null : copyDuty(state, today).sendBy,
  });
}

/** The debts that are meant; each open, and on no other plan. */
export async function coveredItems(
  db: Queries,
  { accountId, currency, itemIds }: Pick<DrawPlan, 'accountId' | 'currency' | 'itemIds'>,
): Promise<Outcome<readonly Coverable[], CoverRefusal>> {
  const open = await coverable(db, accountId, currency);
  if (itemIds.length === 0) return accept(open.filter(({ taken }) => !taken));
  const meant = open.filter(({ itemId }) => itemIds.includes(itemId));
  if (meant.length < new Set(itemIds).size) return refuse('plan.item_not_open', { currency });
  const taken = meant.find((each) => each.taken);
  return taken ? refuse('plan.item_on_plan', { number: taken.number }) : accept(meant);
}
