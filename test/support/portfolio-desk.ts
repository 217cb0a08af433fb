/**
 * A desk with three people and a book that somebody has to work: accounts with a place, a
 * language and a debt.
 */
import type { Id } from '#kernel/ids.ts';
import { accept } from '#kernel/outcome.ts';
import type { Actor } from '#platform/action.ts';
import { ensureAccounts } from '#areas/customers/index.ts';
import { accountsFitting } from '#areas/portfolios/store/features.ts';
import { type Story, deskOn } from './builders.ts';

export type Told = {
  readonly state?: string;
  readonly language?: 'en' | 'es';
  readonly parent?: string;
  /** Overdue since June. */
  readonly owes?: string;
};

export type PortfolioDesk = Story & {
  readonly ana: Id;
  readonly ben: Id;
  readonly manager: Actor;
  open(number: string, told?: Told): Promise<Id>;
  /** Whose each account is, by number: `ana`, `ben` or nobody. */
  owners(): Promise<Record<string, string>>;
};

export async function portfolioDesk(): Promise<PortfolioDesk> {
  const desk = await deskOn('2026-07-20');
  const idOf = async (role: 'collector' | 'senior'): Promise<Id> => {
    const { memberId } = await desk.member(role);
    if (memberId === null) throw new Error('a member without an id');
    return memberId;
  };
  const [ana, ben] = [await idOf('collector'), await idOf('senior')];
  const manager = await desk.member('manager');
  return {
    ...desk,
    ana,
    ben,
    manager,
    async open(number, { state, language, parent, owes } = {}) {
      const stated = {
        customerNumber: number,
        name: number,
        state,
        language,
        parentNumber: parent,
      };
      const accountId = await desk.done(async (context) => {
        const made = await ensureAccounts(context, desk.companyId, [stated], { source: 'test' });
        const account = made.get(number);
        if (!account) throw new Error(`no account for ${number}`);
        return accept(account.accountId);
      });
      if (owes !== undefined) {
        const dates = { issued: '2026-05-01', due: '2026-06-01' };
        await desk.invoice(accountId, { amount: owes, number: `I-${number}`, ...dates });
      }
      return accountId;
    },
    async owners() {
      const moment = { today: desk.clock.today(), at: desk.clock.now() };
      const book = await accountsFitting(desk.db, desk.companyId, {}, moment);
      const names = new Map<Id | null, string>([
        [ana, 'ana'],
        [ben, 'ben'],
        [null, 'nobody'],
      ]);
      return Object.fromEntries(
        book.map(({ account, ownerId }) => [account, names.get(ownerId) ?? 'somebody']),
      );
    },
  };
}
