/** Every operation that a vector may call, by its name. */
import { creditOps } from './credit-ops.ts';
import { ledgerOps } from './ledger-ops.ts';
import { metricsOps } from './metrics-ops.ts';
import { type Op } from './op.ts';

/** A map, so that an op called `constructor` is as unknown as any other. */
export const ops: ReadonlyMap<string, Op> = new Map(
  [...ledgerOps, ...metricsOps, ...creditOps].map((each) => [each.name, each]),
);
