/**
 * The sealer: links audit rows into the chain, within a second of their commit.
 *
 * Rows commit unlinked, so that commits do not queue behind one head; one sealer at a time,
 * of whatever process, links what it finds. It looks back a while by the time in the ids,
 * because transactions commit in another order than they began, and over the whole trail
 * when it starts.
 */
import { composeId } from '#kernel/ids.ts';
import type { Db } from '../postgres/db.ts';
import { startWorker, type Worker } from '../process/worker.ts';
import { linkOf, noLink } from './chain.ts';
import {
  headPosition,
  insertSeals,
  lastSeal,
  type Seal,
  takeSealerLock,
  unsealedRows,
} from './store.ts';

const everyMs = 500;
const lookBackMs = 15 * 60_000;
const atOnce = 1000;
const everything = composeId(0, 0, 0, 0);

/** Starts sealing; several processes may, and take turns. */
export function startSealer(db: Db, onError: (error: unknown) => void): Worker {
  let from: string = everything;
  return startWorker({
    everyMs,
    onError,
    async work() {
      const began = Date.now();
      const sealed = await sealSome(db, from);
      if (sealed === undefined) return false;
      if (sealed === atOnce) return true;
      from = composeId(began - lookBackMs, 0, 0, 0);
      return false;
    },
  });
}

/**
 * Links at most a thousand rows whose ids are not below `from`, and answers how many;
 * undefined when somebody else is sealing.
 */
export async function sealSome(db: Db, from: string = everything): Promise<number | undefined> {
  return db.transaction(async (tx) => {
    if (!(await takeSealerLock(tx))) return undefined;
    const rows = await unsealedRows(tx, from, atOnce);
    if (rows.length === 0) return 0;
    const last = await lastSeal(tx);
    // Sealing on would cover up that links were taken off the end.
    if ((last?.position ?? 0n) < (await headPosition(tx))) {
      throw new Error('the audit chain has lost its end; `dunlin prove` names the missing link');
    }
    let { position, hash } = last ?? { position: 0n, hash: noLink };
    const seals = rows.map((row): Seal => {
      const prev = hash;
      position += 1n;
      hash = linkOf(prev, row);
      return { position, audit_id: row.audit_id, prev, hash };
    });
    await insertSeals(tx, seals);
    return rows.length;
  });
}
