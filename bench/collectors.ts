/**
 * Simulated collectors: people with a session each, whose requests go to one server process and,
 * when that one is gone, to the next, as a load balancer would send them.
 */
import { accept } from '#kernel/outcome.ts';
import { type Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { accepted, type Desk, perform } from '#platform/action.ts';
import { startSession } from '#platform/auth/sessions.ts';
import { makeClock } from '#platform/clock.ts';
import { newId } from '#platform/ids.ts';
import type { Db } from '#platform/postgres/db.ts';
import { addMember } from '#areas/team/index.ts';

export type Collector = {
  readonly name: string;
  readonly memberId: Id;
  readonly cookie: string;
  readonly csrf: string;
};

export type Reply = { readonly status: number; readonly body: unknown };

/** Hires collectors and opens a session for each. */
export async function hireCollectors(db: Db, today: Day, count: number): Promise<Collector[]> {
  const desk: Desk = { db, clock: makeClock({ today, zone: 'America/New_York' }) };
  const actor = { ref: 'job:bench', memberId: null };
  const doing = { action: 'team.add_member', actor, reason: 'for the bench', input: null };
  const hired: Collector[] = [];
  for (let index = 0; index < count; index += 1) {
    const name = `Collector ${index + 1}`;
    const wish = {
      name,
      email: `${newId()}@bench.example`,
      roles: ['collector' as const],
      companies: [],
      language: 'en' as const,
    };
    const done = await perform(desk, doing, async (context) => {
      const added = await addMember(context, wish, 'all');
      if (!added.ok) return added;
      const session = await startSession(context.tx, added.value.memberId, context.at);
      return accept({ ...session, memberId: added.value.memberId });
    });
    const { memberId, token, csrf } = accepted(done).answer;
    hired.push({ name, memberId, cookie: `dunlin=${token}`, csrf });
  }
  return hired;
}

type Sent = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body: object | undefined;
  readonly key: string;
};

/** Where a collector's requests go: to the first of the addresses that still answers. */
export class Seat {
  readonly #collector: Collector;
  readonly #addresses: string[];
  /** How often a request had to go to the next process. */
  moved = 0;

  constructor(collector: Collector, addresses: readonly string[]) {
    this.#collector = collector;
    this.#addresses = [...addresses];
  }

  /** Sends until somebody answers; a write carries a key, so that it is done once. */
  async ask(method: 'GET' | 'POST', path: string, body?: object): Promise<Reply> {
    const key = newId();
    for (;;) {
      const [address] = this.#addresses;
      if (address === undefined) throw new Error('no server process answers');
      try {
        return await this.#send(address, { method, path, body, key });
      } catch {
        this.#addresses.shift();
        this.moved += 1;
      }
    }
  }

  async #send(address: string, { method, path, body, key }: Sent): Promise<Reply> {
    const { cookie, csrf } = this.#collector;
    const writing = {
      'content-type': 'application/json',
      'x-csrf-token': csrf,
      'idempotency-key': key,
    };
    const answer = await fetch(`${address}/api/v1${path}`, {
      method,
      headers: { cookie, ...(body ? writing : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return { status: answer.status, body: await answer.json() };
  }
}
