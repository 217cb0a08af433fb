/**
 * May this contact be made? Every pack that applies is asked, and any one of them blocks: the
 * strictest wins because none is left out. All reasons come back, so that a person sees what
 * must change and not only the first thing.
 */
import type { Day } from '#kernel/day.ts';
import { instructions, regulationF, stay, tcpa } from './packs/federal.ts';
import { business } from './packs/business.ts';
import { consumers, holds } from './packs/firm.ts';
import { statePacks } from './packs/states.ts';
import type { ContactRule, Pack, Situation } from './contact.ts';
import { dayIn } from './windows.ts';

/** Every pack that there is, by its id. */
export const packs: ReadonlyMap<string, Pack> = new Map(
  [stay, holds, regulationF, tcpa, instructions, business, consumers, ...statePacks].map((pack) => [
    pack.id,
    pack,
  ]),
);

export type Verdict = {
  readonly allowed: boolean;
  /** Ids of the rules that block, and of what is not known, sorted. */
  readonly blockedBy: readonly string[];
};

/**
 * Asks the packs by their ids where they are in force on the day, and always the stay. A pack
 * that nobody knows throws: a permit must never leave out a law because its name was misspelt.
 */
export function mayContact(situation: Situation, packIds: readonly string[]): Verdict {
  const on = dayIn(situation, situation.contact.at);
  const inForce = packIds.filter((id) => isInForce(packOf(id), on));
  const blocking = blockingOf(rulesOf(inForce), situation);
  const ids = blocking.map(({ rule }) => rule.id);
  const blockedBy = [...new Set([...missing(situation), ...ids])].toSorted();
  return { allowed: blockedBy.length === 0, blockedBy };
}

export type AskedRule = { readonly rule: ContactRule; readonly pack: string };

/** The rules of these packs, and of those that are asked whatever the packs. */
export function rulesOf(packIds: readonly string[]): AskedRule[] {
  return [...new Set([stay.id, holds.id, instructions.id, ...packIds])]
    .map(packOf)
    .filter(({ enabled }) => enabled)
    .flatMap(({ id, rules }) => rules.map((rule) => ({ rule, pack: id })));
}

/** The rules that block, without the firm's own where a law that blocks says the same. */
export function blockingOf(asked: readonly AskedRule[], situation: Situation): AskedRule[] {
  const blocking = asked.filter(({ rule }) => rule.blocks(situation));
  const restated = new Set(blocking.map(({ rule }) => rule.restates));
  return blocking.filter(({ rule }) => !restated.has(rule.id));
}

/** A letter keeps its hours by itself; everything else needs to know where the person is. */
function missing({ contact, zones }: Situation): readonly string[] {
  return contact.channel !== 'letter' && zones.length === 0 ? ['MISSING.zones'] : [];
}

/** Has the pack begun on the day, and not ended? */
export function isInForce({ effectiveFrom, effectiveTo }: Pack, on: Day): boolean {
  return effectiveFrom <= on && (effectiveTo === null || effectiveTo > on);
}

/** The pack of this name; one that nobody knows throws. */
export function packOf(id: string): Pack {
  const pack = packs.get(id);
  if (!pack) throw new RangeError(`there is no pack "${id}"`);
  return pack;
}
