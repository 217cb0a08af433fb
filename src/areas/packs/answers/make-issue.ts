/**
 * Makes one issue: decides who receives what, makes an edition for each language and sight,
 * freezes them all at one moment known and keeps them, their mails queued.
 *
 * Nothing is locked while it is made, which may take minutes over a large book; the issue counts
 * only when it is kept.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Language } from '#kernel/words.ts';
import { type Actor, type Desk, perform } from '#platform/action.ts';
import { newId } from '#platform/ids.ts';
import type { PackCompany, PackMaker } from '#platform/packs/maker.ts';
import { closedWatermark } from '#platform/postgres/watermark.ts';
import { keepIssue } from '../actions/keep-issue.ts';
import { type Person, type Reader, readersOf } from '../rules/readers.ts';
import type { Recipient } from '../rules/schedule.ts';
import type { Edition } from '../store/editions.ts';
import { hasIssue, issueBefore } from '../store/issues.ts';
import { peopleOf, personOf } from './people.ts';
import { render } from './render/render.ts';

export type Making = {
  readonly maker: PackMaker;
  readonly company: PackCompany;
  readonly scheduleId: Id | null;
  readonly name: string;
  /** Null: somebody asked for it, whatever the period. */
  readonly period: string | null;
  readonly asOf: Day;
  readonly ownerId: Id | null;
  readonly recipients: readonly Recipient[];
  readonly settings: Readonly<Record<string, string>>;
};

export type MakingBy = {
  readonly actor: Actor;
  readonly reason: string;
  readonly key?: string | undefined;
};

type Made = { readonly issueId: Id };

/** Refused where the period has its issue already; throws what its maker throws. */
export async function makeIssue(
  desk: Desk,
  making: Making,
  by: MakingBy,
): Promise<Outcome<Made, 'packs.issued_already' | 'idempotency.key_used_otherwise'>> {
  const { maker, company, scheduleId, ownerId, period } = making;
  if (scheduleId !== null && period !== null && (await hasIssue(desk.db, scheduleId, period))) {
    return refuse('packs.issued_already', { period: period.replace('asked/', '') });
  }
  const knownAt = await closedWatermark(desk.db, desk.clock.now());
  const people = await peopleOf(desk.db);
  const owner = personOf(people, ownerId);
  const readers = readersOf(making.recipients, people, {
    companyId: company.companyId,
    needs: maker.needs,
    ownPart: maker.ownPart ?? false,
    owner,
  });
  const wanted = editionsFor(readers, owner);
  const before = await issueBefore(desk.db, {
    scheduleId,
    companyId: company.companyId,
    kind: maker.kind,
  });
  const editions: Edition[] = [];
  for (const [index, each] of wanted.entries()) {
    const frozen = { knownAt, before, people, owner };
    editions.push(await editionOf(desk, making, { ...each, editionNo: index + 1, ...frozen }));
  }
  const issueId = newId();
  const issue = {
    issueId,
    scheduleId,
    companyId: company.companyId,
    kind: maker.kind,
    name: making.name,
    period: period ?? `asked/${issueId}`,
    ownerId,
    asOf: making.asOf,
    knownAt,
    settings: making.settings,
  };
  const { actor, reason, key } = by;
  // The same wish is the same request, though each issue has a number of its own.
  const input = { scheduleId, kind: maker.kind, period, asOf: making.asOf };
  const doing = { action: 'packs.keep_issue', actor, reason, input, ...(key ? { key } : {}) };
  const kept = await perform(desk, doing, (context) =>
    keepIssue(context, { issue, editions, readers: numbered(readers, wanted) }),
  );
  return kept.ok ? accept(kept.value.answer) : kept;
}

type Wanted = { readonly language: Language; readonly ownOf: Id | null };

/** One for each language and sight; where nobody may read it, the owner's for the archive. */
function editionsFor(readers: readonly Reader[], owner: Person | undefined): Wanted[] {
  const wanted = new Map<string, Wanted>();
  for (const reader of readers) {
    if (reader.leftOut === null) wanted.set(editionKey(reader), editionNeeded(reader));
  }
  if (wanted.size > 0) return [...wanted.values()];
  return [{ language: owner?.language ?? 'en', ownOf: null }];
}

function editionNeeded({ language, sight, memberId }: Reader): Wanted {
  return { language, ownOf: sight === 'own' ? memberId : null };
}

function editionKey(reader: Reader): string {
  const { language, ownOf } = editionNeeded(reader);
  return `${language} ${ownOf ?? ''}`;
}

function numbered(readers: readonly Reader[], wanted: readonly Wanted[]) {
  return readers.map((reader, index) => {
    const { memberId, name, address, language, leftOut } = reader;
    const need = editionNeeded(reader);
    const at = wanted.findIndex(
      (each) => each.language === need.language && each.ownOf === need.ownOf,
    );
    const editionNo = leftOut === null ? at + 1 : null;
    return { readerNo: index + 1, editionNo, memberId, name, address, language, leftOut };
  });
}

type Frozen = Wanted & {
  readonly editionNo: number;
  readonly knownAt: Instant;
  readonly before: { readonly asOf: Day; readonly knownAt: Instant } | null;
  readonly people: readonly Person[];
  readonly owner: Person | undefined;
};

async function editionOf(desk: Desk, making: Making, frozen: Frozen): Promise<Edition> {
  const { maker, company, asOf, settings, name, scheduleId } = making;
  const { language, ownOf, editionNo, knownAt, before, people, owner } = frozen;
  const asked = {
    company,
    asOf,
    today: desk.clock.today(),
    knownAt,
    language,
    reader: {
      sight: ownOf === null ? ('company' as const) : ('own' as const),
      memberId: ownOf ?? owner?.memberId ?? null,
      permissions: personOf(people, ownOf)?.permissions ?? owner?.permissions ?? [],
      companies: [company.companyId],
    },
    settings,
    before,
  };
  const pack = await maker.make(desk.db, asked);
  const source = { schedule: scheduleId === null ? null : name, owner: owner?.name ?? '' };
  const made = await render(pack, asked, source);
  return { ...made, editionNo, language, ownOf };
}
