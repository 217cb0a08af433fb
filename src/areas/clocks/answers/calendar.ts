/**
 * A member's deadlines as a calendar: what runs and is theirs, in the companies they see.
 *
 * Amounts stay out of it: a calendar is shown to whoever looks over a shoulder.
 */
import { memberById } from '#areas/team/index.ts';
import { writeCalendar } from '#formats/icalendar/calendar.ts';
import type { Day } from '#kernel/day.ts';
import type { Language } from '#kernel/words.ts';
import { permissionsOf } from '#platform/auth/roles.ts';
import { hashToken } from '#platform/auth/tokens.ts';
import { say } from '#platform/cli/say.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { kindRule } from '../rules/kinds.ts';
import { memberOfFeed } from '../store/feeds.ts';
import { type ListedClock, listClocks, movesOf } from '../store/list.ts';
import { words } from '../words.ts';
import { kindName } from './wire.ts';

/** More than a calendar shows in a year. */
const mostEvents = 2000;

/** Undefined for an address that is unknown or revoked, or whose member may not read. */
export async function calendarOfFeed(db: Queries, token: string): Promise<string | undefined> {
  const memberId = await memberOfFeed(db, hashToken(token));
  const member = memberId && (await memberById(db, memberId));
  if (!member?.active || !permissionsOf(member.roles).includes('clocks.read')) return undefined;
  const { companyIds: companies, language } = member;
  const filter = { companies, ended: false, ownerId: member.memberId };
  const clocks = await listClocks(db, filter, { limit: mostEvents });
  const moves = await movesOf(
    db,
    clocks.map(({ clockId }) => clockId),
  );
  return writeCalendar({
    product: '-//Dunlin//Deadlines//EN',
    name: say(words, 'clocks.calendar', {}, language),
    language,
    events: clocks.map((clock) => {
      const moved = moves.get(clock.clockId);
      return {
        uid: `${clock.clockId}@dunlin`,
        on: clock.dueOn,
        title: titleOf(clock, language),
        text: textOf(clock, language),
        categories: [kindRule(clock.kind).hard ? 'hard' : 'service'],
        changedAt: moved?.at ?? clock.startedAt,
        sequence: moved?.moves ?? 0,
      };
    }),
  });
}

function titleOf({ kind, account }: ListedClock, language: Language): string {
  const name = kindName(kind, language);
  return account === null ? name : `${name}: ${account.name}`;
}

function textOf({ account, source, startedOn, state }: ListedClock, language: Language): string {
  const since: { readonly since: Day } = { since: startedOn };
  return [
    account === null ? '' : account.number,
    source,
    say(words, 'clocks.since', since, language),
    state === 'paused' ? say(words, 'clocks.state_paused', {}, language) : '',
  ]
    .filter((line) => line !== '')
    .join('\n');
}
