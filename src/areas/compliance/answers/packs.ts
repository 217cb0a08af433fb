/** The packs as a screen shows them: what each asks, where it is written, who has reviewed it. */
import type { Day } from '#kernel/day.ts';
import type { Language } from '#kernel/words.ts';
import type { WirePack } from '../contract/packs.ts';
import { packs } from '../rules/may-contact.ts';
import type { Pack } from '../rules/contact.ts';
import type { Review } from '../store/packs.ts';
import { packName } from '../words/packs.ts';
import { reasonText } from '../words/reasons.ts';

/** Every pack: federal first, then the states, then the firm's own. */
export function wirePacks(
  today: Day,
  reviews: ReadonlyMap<string, Review>,
  language: Language,
): WirePack[] {
  return [...packs.values()]
    .map((pack) => wirePack(pack, today, reviews.get(pack.id), language))
    .toSorted((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
}

function placeOf({ jurisdiction, enabled, id }: WirePack): string {
  const group = jurisdiction === 'US' ? '0' : jurisdiction === 'firm' ? '3' : enabled ? '1' : '2';
  return `${group}${id}`;
}

function wirePack(
  pack: Pack,
  today: Day,
  review: Review | undefined,
  language: Language,
): WirePack {
  const { effectiveFrom, effectiveTo } = pack;
  return {
    id: pack.id,
    name: packName(pack.id, language),
    jurisdiction: pack.jurisdiction,
    citation: pack.citation,
    source: pack.source,
    enabled: pack.enabled,
    inForce:
      pack.enabled && effectiveFrom <= today && (effectiveTo === null || effectiveTo > today),
    effectiveFrom,
    effectiveTo,
    review: review
      ? {
          reviewed: review.reviewed,
          reviewer: review.reviewer,
          reviewedOn: review.reviewedOn,
          note: review.note,
          actor: review.actor,
        }
      : null,
    rules: pack.rules.map(({ id, version, stage, citation, source, parameters }) => ({
      id,
      version,
      stage,
      citation,
      source,
      text: reasonText(id, language),
      parameters: Object.fromEntries(
        Object.entries(parameters).map(([name, value]) => [
          name,
          typeof value === 'object' ? [...value] : value,
        ]),
      ),
    })),
  };
}
