/**
 * What a message that asks for money speaks of when its writer marked nothing: what is late, and
 * of it what may be asked for. The letter, the call and the day's list then name the same sum.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { minus } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { templateInForce } from '../../actions/templates/render-template.ts';
import { askedAmounts, isAsked, stillPromised } from '../../rules/messages/asked.ts';
import type { TemplateExtra } from '../../rules/templates/scope.ts';
import type { TemplateRefusal } from '../../rules/templates/template.ts';
import { callCredits, callItems, callPromises } from '../../store/calls/prep.ts';

type Wish = {
  readonly accountId: Id;
  readonly templateKey: string;
  readonly itemIds: readonly Id[];
  readonly extra: TemplateExtra;
  readonly on: Day;
};

export type SpokenOf = Pick<Wish, 'itemIds' | 'extra'>;

/**
 * The items and the sums; those that were marked stay as they are, and so does every template
 * that asks for nothing. Refuses when nothing late is left to ask for.
 */
export async function whatItSpeaksOf(
  db: Queries,
  { accountId, templateKey, itemIds, extra, on }: Wish,
): Promise<Outcome<SpokenOf, TemplateRefusal | 'correspondence.nothing_late'>> {
  const template = await templateInForce(db, templateKey, on);
  if (!template.ok) return template;
  if (itemIds.length > 0 || template.value.purpose !== 'collect') return accept({ itemIds, extra });
  const items = await callItems(db, accountId, on);
  const promised = stillPromised(await callPromises(db, accountId));
  const totals = askedAmounts(items, promised, await callCredits(db, accountId));
  if (totals.length === 0) return refuse('correspondence.nothing_late');
  const asked = items.filter(isAsked);
  return accept({
    itemIds: asked.map(({ itemId }) => itemId),
    extra: {
      ...extra,
      totals,
      asked: new Map(asked.map((each) => [each.itemId, minus(each.open, each.disputed)])),
    },
  });
}
