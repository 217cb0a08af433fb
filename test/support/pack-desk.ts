/**
 * A desk with something to report: a controller, a manager, a collector with one of two accounts
 * that are long overdue, and a maker that fails when the story wants it.
 */
import type { Id } from '#kernel/ids.ts';
import { day } from '#kernel/day.ts';
import type { Actor } from '#platform/action.ts';
import type { PackMaker } from '#platform/packs/maker.ts';
import { assignOwner } from '#areas/customers/index.ts';
import { setSchedule } from '#areas/packs/actions/set-schedule.ts';
import type { Recipient, SchedulePlan } from '#areas/packs/rules/schedule.ts';
import { packMakers } from '#server/packs.ts';
import { type Story, deskOn } from './builders.ts';

export type PackDesk = Story & {
  readonly maya: Id;
  readonly carol: Id;
  readonly rosa: Id;
  readonly north: Id;
  readonly south: Id;
  schedule(change?: Partial<SchedulePlan>, startsOn?: string): Promise<Id>;
};

/** On Friday, 2026-11-20: NORTH (Rosa's) owes 1,000 since July, SOUTH 500 since August. */
export async function packDesk(): Promise<PackDesk> {
  const story = await deskOn('2026-06-01');
  const [maya, carol, rosa] = [
    memberOf(await story.member('manager')),
    memberOf(await story.member('controller')),
    memberOf(await story.member('collector')),
  ];
  const north = await story.account('NORTH');
  const south = await story.account('SOUTH');
  await story.invoice(north, {
    amount: '1000',
    issued: '2026-06-01',
    due: '2026-07-01',
    number: 'I-1',
  });
  await story.invoice(south, {
    amount: '500',
    issued: '2026-06-01',
    due: '2026-08-01',
    number: 'I-2',
  });
  await story.invoice(south, {
    amount: '70',
    issued: '2026-06-01',
    due: '2026-11-10',
    number: 'I-3',
  });
  await story.done((context) => assignOwner(context, { accountId: north, memberId: rosa }));
  story.on('2026-11-20');
  const { companyId } = story;
  return {
    ...story,
    maya,
    carol,
    rosa,
    north,
    south,
    schedule: async (change = {}, startsOn = '2026-11-01') => {
      const plan = { ...standard(maya), ...change };
      const made = await story.done((context) =>
        setSchedule(context, { companyId, plan, kinds, startsOn: day(startsOn) }),
      );
      return made.scheduleId;
    },
  };
}

const kinds = packMakers.map(({ kind }) => kind);

function standard(ownerId: Id): SchedulePlan {
  const recipients: Recipient[] = [{ kind: 'role', role: 'controller' }];
  return {
    kind: 'over-60',
    name: 'Over 60 to the controller',
    ownerId,
    rhythm: { every: 'day', hour: 7 },
    recipients,
    settings: {},
    reviewOn: day('2027-06-01'),
  };
}

/** The makers, of which the one of this kind throws as long as `broken` says so. */
export function breaking(kind: string, broken: () => boolean): PackMaker[] {
  return packMakers.map((maker) =>
    maker.kind === kind
      ? {
          ...maker,
          make: (db, asked) =>
            broken() ? Promise.reject(new Error('the figures are away')) : maker.make(db, asked),
        }
      : maker,
  );
}

function memberOf({ memberId }: Actor): Id {
  if (memberId === null) throw new Error('no member');
  return memberId;
}
