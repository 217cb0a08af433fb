/** Who would be taken by several strategies or by none, counted a stretch of accounts at a time. */
import type { Day } from '#kernel/day.ts';
import type { Queries } from '#platform/postgres/db.ts';
import type { CompanyScope } from '#platform/postgres/scope.ts';
import { strategiesToRun } from '../actions/strategies-to-run.ts';
import { readFacts } from '../rules/facts-text.ts';
import { type Counting, type Overlap, countIn, overlapOf, segmentsOf } from '../rules/overlap.ts';
import { endOfAccounts, gatherFacts, stretchesOf } from '../store/gather.ts';
import { zonesOf } from '../store/switches.ts';

const partSize = 2000;

/** Of accounts that owe something, or of which a step is open. */
export async function overlapOn(db: Queries, on: Day, companies: CompanyScope): Promise<Overlap> {
  const strategies = await strategiesToRun(db, on);
  const counting: Counting = new Map();
  const firsts = await stretchesOf(db, partSize);
  for (const zone of await zonesOf(db)) {
    for (const [index, first] of firsts.entries()) {
      const stretch = { first, until: firsts[index + 1] ?? endOfAccounts };
      for (const seen of await gatherFacts(db, stretch, { zone, asOf: on })) {
        if (companies !== 'all' && !companies.includes(seen.companyId)) continue;
        const facts = readFacts(seen.facts);
        countIn(counting, segmentsOf(strategies, facts, on), facts.texts.account?.[0] ?? '');
      }
    }
  }
  return overlapOf(counting);
}
