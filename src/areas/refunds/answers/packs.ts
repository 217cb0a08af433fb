/** The rule packs as they are read: what each asks, where it is written, who looked at it. */
import { day } from '#kernel/day.ts';
import type { Language } from '#kernel/words.ts';
import type { AnswerOf } from '#platform/contract/route.ts';
import type { Queries } from '#platform/postgres/db.ts';
import type { refundPacks } from '../contract/rules.ts';
import { packs } from '../rules/packs.ts';
import { packActs } from '../store/packs.ts';

export async function wirePacks(
  db: Queries,
  language: Language,
): Promise<AnswerOf<typeof refundPacks>['rows']> {
  const acts = await packActs(db);
  return packs.map((pack) => {
    const { id, name, asks, isEnabled, effectiveFrom, parameters } = pack;
    const { jurisdiction, citation, source } = pack;
    const act = acts.get(id);
    const reviewedOn = act?.reviewedOn ?? null;
    return {
      id,
      jurisdiction,
      citation,
      source,
      name: name[language],
      asks: asks[language],
      effectiveFrom: day(effectiveFrom),
      parameters: { ...parameters },
      enabled: act?.enabled ?? isEnabled,
      review:
        act === undefined || reviewedOn === null
          ? null
          : { reviewer: act.reviewer, reviewedOn, note: act.note },
    };
  });
}
