/** Policies as they cross the wire. */
import type { WirePolicy, WirePolicyHistory, WirePolicyVersion } from '../contract/policies.ts';
import type { ToldVersion } from '../store/list.ts';
import type { ToldAct } from '../store/versions.ts';

/** Who reads, and how many there are who should. */
export type Reading = { readonly ref: string; readonly memberId: string; readonly readers: number };

export function wireVersion(told: ToldVersion, reading: Reading): WirePolicyVersion {
  const { kind, key, version, state, from, follows, by, at, reason, attestedBy } = told;
  return {
    kind,
    key,
    version,
    name: { en: told.nameEn, es: told.nameEs },
    state,
    from,
    follows,
    by,
    mine: told.author === reading.ref,
    at,
    reason,
    needsSimulation: told.hasSimulation && told.acts.every((act) => act.kind !== 'simulated'),
    attested: attestedBy.length,
    readers: reading.readers,
    attestedByMe: attestedBy.some(({ memberId }) => memberId === reading.memberId),
  };
}

/** One row a document; `versions` are sorted with the newest first. */
export function wirePolicies(versions: readonly ToldVersion[], reading: Reading): WirePolicy[] {
  const byDocument = Map.groupBy(versions, ({ document }) => document);
  return [...byDocument.values()].flatMap((all) => {
    const [newest] = all;
    if (newest === undefined) return [];
    const inForce = currentOf(all);
    const waiting = all.filter((each) => isWaiting(each) && each !== inForce);
    return [
      {
        kind: newest.kind,
        key: newest.key,
        name: { en: newest.nameEn, es: newest.nameEs },
        inForce: inForce === undefined ? null : wireVersion(inForce, reading),
        waiting: waiting.map((each) => wireVersion(each, reading)),
        versions: all.length,
      },
    ];
  });
}

/** Of the published ones the one that has begun; a later one still waits for its day. */
function currentOf(all: readonly ToldVersion[]): ToldVersion | undefined {
  return all.find(({ inForce }) => inForce);
}

function isWaiting({ state }: ToldVersion): boolean {
  return ['proposed', 'tested', 'approved', 'published'].includes(state);
}

export function wireHistory(
  versions: readonly ToldVersion[],
  reading: Reading,
): WirePolicyHistory['versions'] {
  return versions.map((told) => ({
    ...wireVersion(told, reading),
    written: told.written,
    acts: told.acts.map(wireAct),
    results: resultsOf(told),
    attestedBy: told.attestedBy.map(({ name }) => name),
  }));
}

function wireAct({ kind, effectiveOn, passed, failed, facts, by, at, reason }: ToldAct) {
  const seen = facts['simulationSeen'];
  const simulationSeen = typeof seen === 'boolean' ? seen : null;
  return { kind, on: effectiveOn, passed, failed, simulationSeen, by, at, reason };
}

type Result = WirePolicyHistory['versions'][number]['results'][number];

function resultsOf({ acts }: ToldVersion): Result[] {
  const list = acts.findLast(({ kind }) => kind === 'tested')?.facts['results'];
  const results: readonly unknown[] = Array.isArray(list) ? list : [];
  return results.flatMap((each) => {
    if (typeof each !== 'object' || each === null) return [];
    if (!('name' in each) || !('passed' in each)) return [];
    return [{ ...each, name: String(each.name), passed: each.passed === true }];
  });
}
