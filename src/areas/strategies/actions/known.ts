/** What a strategy may name on this desk: its companies, its templates, the other strategies. */
import type { Queries } from '#platform/postgres/db.ts';
import { templateNames } from '#areas/correspondence/index.ts';
import { policyKeys } from '#areas/policies/index.ts';
import { companies } from '#areas/team/index.ts';
import type { Known } from '../rules/reading/document.ts';
import type { InForce } from './strategies-in-force.ts';

export async function knownHere(db: Queries, { strategies }: InForce): Promise<Known> {
  const [codes, templates, keys] = await Promise.all([
    companies(db, 'all'),
    templateNames(db),
    policyKeys(db, 'strategy'),
  ]);
  return {
    templates: new Set(templates.map(({ key }) => key)),
    companies: new Set(codes.map(({ code }) => code)),
    strategies: new Set(keys),
    orders: new Map(strategies.map(({ document }) => [document.segment.order, document.key])),
  };
}
