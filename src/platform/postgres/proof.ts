/**
 * A proof: statements that look for the first row that breaks a law.
 *
 * A check holds when its statement finds nothing; otherwise its only row says in a sentence
 * which row is broken and how. Every statement sees one moment of the book, so a proof may
 * run while the desk works.
 */
import type { Queries } from './db.ts';
import type { Sql } from './sql.ts';

export type Check = {
  /** The law in a few words: `balances are the sums of their applications`. */
  readonly name: string;
  readonly ok: boolean;
  /** The first broken row; absent when the law holds. */
  readonly broken?: string;
};

export type Proof = { readonly checks: readonly Check[] };

/** A law and the statement that looks for a breach: no row, or one row. */
export type Law = { readonly name: string; readonly breach: Sql<{ broken: string }> };

/** Runs the checks one after another, so that a proof never takes the desk's connections. */
export async function prove(db: Queries, laws: readonly Law[]): Promise<Proof> {
  const checks: Check[] = [];
  for (const { name, breach } of laws) {
    const found = await db.maybe(breach);
    checks.push({ name, ok: !found, ...(found ? { broken: found.broken } : {}) });
  }
  return { checks };
}
