/**
 * The contact policy: what the firm rules for itself beside the law. Hours and counts for its
 * business customers, and hours and caps over all channels for everybody.
 *
 *     proposed ─ tested ─ approved by a second person ─ published ─▶ counts from its day on
 *
 * The rule a newcomer would break: the law is asked besides, whatever stands here.
 */
import type { Day } from '#kernel/day.ts';
import type { Pack } from '../contact.ts';
import { type BusinessLadder, makeBusinessPack, standardLadder } from '../packs/business.ts';
import { type HouseRules, type StatedHouse, makeHousePack } from '../packs/house.ts';

export type ContactPolicy = HouseRules & { readonly business: BusinessLadder };

/** What counts where the firm has published nothing. */
export const standardContactPolicy: ContactPolicy = {
  business: standardLadder,
  hours: null,
  caps: [],
};

/** What is asked of a contact by the firm's own policy. */
export type FirmRules = {
  /** Of the document; null: what was stated before there were documents. */
  readonly version: number | null;
  readonly effectiveFrom: Day;
  readonly packs: readonly Pack[];
};

/** The packs of a published version. */
export function firmRulesOf(
  policy: ContactPolicy,
  from: { readonly version: number; readonly effectiveFrom: Day },
): FirmRules {
  const packs = [
    makeHousePack({ ...from, rules: policy }),
    makeBusinessPack(policy.business, from),
  ];
  return { ...from, packs };
}

/** What a manager stated before there were documents: caps and hours only. */
export function statedBefore(stated: StatedHouse): FirmRules {
  const { effectiveFrom } = stated;
  return { version: null, effectiveFrom, packs: [makeHousePack(stated)] };
}
