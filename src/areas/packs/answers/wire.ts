/** Schedules and issues as they are told over the wire and on the command line. */
import { day, plusDays, weekday } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Language } from '#kernel/words.ts';
import { calendarOf } from '#areas/team/index.ts';
import type { Desk } from '#platform/action.ts';
import { actorName } from '#platform/auth/actor-name.ts';
import { say } from '#platform/cli/say.ts';
import type { PackCompany, PackMaker } from '#platform/packs/maker.ts';
import { signedKind } from '../actions/sign-issue.ts';
import type { WireIssue, WireSchedule } from '../contract.ts';
import type { Person } from '../rules/readers.ts';
import { type Rhythm, lastTurn } from '../rules/rhythm.ts';
import type { Recipient } from '../rules/schedule.ts';
import { lastFailure } from '../store/failures.ts';
import type { EditionCard } from '../store/editions.ts';
import { type IssueCard, hasIssue, issuesOf } from '../store/issues.ts';
import type { ReaderState } from '../store/deliveries.ts';
import type { Schedule } from '../store/schedules.ts';
import { words } from '../words.ts';
import { nextOf, wallClock } from './make-due.ts';
import { personOf } from './people.ts';

type Telling = {
  readonly makers: readonly PackMaker[];
  readonly people: readonly Person[];
  readonly language: Language;
  readonly memberId: Id | null;
};

export async function wireSchedule(
  desk: Desk,
  schedule: Schedule,
  { company, ...telling }: Telling & { readonly company: PackCompany },
): Promise<WireSchedule> {
  const { scheduleId, rhythm, recipients, state, reviewOn, startsOn, ...plain } = schedule;
  const { people, language, makers, memberId } = telling;
  const calendar = await calendarOf(desk.db, company.companyId);
  const next = nextOf(desk, schedule, { company, calendar });
  const turn = lastTurn(rhythm, calendar, wallClock(desk, company));
  const issued = turn.at.on < startsOn || (await hasIssue(desk.db, scheduleId, turn.period));
  const failure = issued ? undefined : await lastFailure(desk.db, scheduleId, turn.period);
  const { rows } = await issuesOf(
    desk.db,
    { companies: [company.companyId], scheduleId, readerId: null },
    { limit: 1, offset: 0 },
  );
  const last = rows[0];
  return {
    scheduleId,
    revision: plain.revision,
    company: company.code,
    kind: plain.kind,
    title: titleOf(makers, plain.kind, language),
    name: plain.name,
    state,
    ownerId: plain.ownerId,
    owner: personOf(people, plain.ownerId)?.name ?? '',
    rhythm,
    rhythmText: rhythmText(rhythm, language),
    recipients: [...recipients],
    recipientsText: recipientsText(recipients, people, language),
    settings: { ...plain.settings },
    reviewOn,
    reviewDue: reviewOn <= desk.clock.today(),
    next:
      state === 'active'
        ? { on: next.at.on, hour: next.at.minutes / 60, period: next.period }
        : null,
    last: last
      ? { issueId: last.issueId, period: last.period, asOf: last.asOf, madeAt: last.madeAt }
      : null,
    failed: failure
      ? { period: failure.period, detail: failure.detail, againAt: failure.againAt }
      : null,
    subscribed: recipients.some((each) => each.kind === 'member' && each.memberId === memberId),
  };
}

export function titleOf(makers: readonly PackMaker[], kind: string, language: Language): string {
  return makers.find((maker) => maker.kind === kind)?.title[language] ?? kind;
}

/** `every Monday at 8:00`. */
export function rhythmText(rhythm: Rhythm, language: Language): string {
  const hour = `${rhythm.hour}:00`;
  const said = (key: string, facts: Record<string, string | number>): string =>
    say(words, key, { hour, ...facts }, language);
  if (rhythm.every === 'day') return said('packs.every_day', {});
  if (rhythm.every === 'week') {
    return said('packs.every_week', { weekday: weekdayName(rhythm.weekday, language) });
  }
  if ('day' in rhythm) return said('packs.every_month', { day: rhythm.day });
  const { businessDay } = rhythm;
  return businessDay > 0
    ? said('packs.every_business_day', { no: businessDay })
    : said('packs.every_last_business_day', { no: -businessDay });
}

function weekdayName(no: number, language: Language): string {
  const some = day('2026-11-16');
  const on = plusDays(some, no - weekday(some));
  const format = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  return format.format(new Date(`${on}T00:00:00Z`));
}

function recipientsText(
  recipients: readonly Recipient[],
  people: readonly Person[],
  language: Language,
): string {
  return recipients
    .map((each) => {
      if (each.kind === 'role') return say(words, 'packs.role', { role: each.role }, language);
      if (each.kind === 'address') return `${each.name} <${each.address}>`;
      return personOf(people, each.memberId)?.name ?? '';
    })
    .join(', ');
}

export type IssueTold = {
  readonly issue: IssueCard;
  readonly editions: readonly EditionCard[];
  readonly readers: readonly ReaderState[];
};

export function wireIssue({ issue, editions, readers }: IssueTold, telling: Telling): WireIssue {
  const { language, makers, people } = telling;
  const { signedBy, signedAt, signNote } = issue;
  return {
    issueId: issue.issueId,
    scheduleId: issue.scheduleId,
    company: issue.company,
    kind: issue.kind,
    name: issue.name,
    period: issue.period,
    asOf: issue.asOf,
    knownAt: issue.knownAt,
    madeAt: issue.madeAt,
    title: titleOf(makers, issue.kind, language),
    madeBy: madeBy(issue.actor, people, language),
    signed:
      signedBy !== null && signedAt !== null
        ? { by: signedBy, at: signedAt, note: signNote ?? '' }
        : null,
    toSign: issue.kind === signedKind && signedAt === null,
    readers: readers.map((reader) => ({
      readerNo: reader.readerNo,
      name: reader.name,
      address: reader.address,
      language: reader.language,
      editionNo: reader.editionNo,
      leftOut: reader.leftOut === null ? null : say(words, reader.leftOut, {}, language),
      state: reader.state,
      detail: reader.detail,
      changedAt: reader.changedAt,
    })),
    editions: editions.map(({ editionNo, ownOf, title, sha256, language: spoken }) => ({
      editionNo,
      language: spoken,
      own: ownOf !== null,
      title,
      sha256,
    })),
  };
}

function madeBy(actor: string, people: readonly Person[], language: Language): string {
  const member = people.find(({ memberId }) => actor === `member:${memberId}`);
  return member?.name ?? actorName(actor, language);
}
