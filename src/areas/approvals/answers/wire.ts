/** Requests as the API and `dunlin approvals --json` write them, with what the reader may do. */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { formatMoney } from '#kernel/money.ts';
import type { Language } from '#kernel/words.ts';
import { actorName } from '#platform/auth/actor-name.ts';
import { say } from '#platform/cli/say.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { memberById } from '#areas/team/index.ts';
import type { WireRequest } from '../contract.ts';
import type { ApprovalKind, Authority } from '../rules/authority.ts';
import { lacksEvidence } from '../rules/evidence.ts';
import { type Approver, mayDecide, needsNow, stateOf } from '../rules/request.ts';
import { authorityOf } from '../store/authority.ts';
import { type Request, coveredApprovers } from '../store/requests.ts';
import { words } from '../words.ts';

/** Who reads, and on which day; nobody where a command of the desk asks. */
export type Reader = {
  readonly memberId: Id | null;
  readonly language: Language;
  readonly today: Day;
};

export async function wireRequests(
  db: Queries,
  requests: readonly Request[],
  reader: Reader,
): Promise<WireRequest[]> {
  const right = await rightOf(db, reader);
  const known = new Map<string, Authority>();
  const rows: WireRequest[] = [];
  for (const request of requests) {
    const key = `${request.companyId} ${request.kind}`;
    const authority = known.get(key) ?? (await authorityOf(db, request.companyId, request.kind));
    known.set(key, authority);
    rows.push(wireRequest(request, { reader, right, authority }));
  }
  return rows;
}

type Right = {
  readonly approver: Approver;
  readonly covered: readonly (Approver & { readonly name: string })[];
};

async function rightOf(db: Queries, { memberId, today }: Reader): Promise<Right | undefined> {
  if (memberId === null) return undefined;
  const member = await memberById(db, memberId);
  if (!member) return undefined;
  const covered = await coveredApprovers(db, memberId, today);
  return { approver: { memberId, roles: member.roles }, covered };
}

type Sight = {
  readonly reader: Reader;
  readonly right: Right | undefined;
  readonly authority: Authority;
};

function wireRequest(request: Request, { reader, right, authority }: Sight): WireRequest {
  const { language, today } = reader;
  const may = right && mayDecide(request, right.approver, right.covered, authority, today);
  const { requestId, accountId, kind, amount, outcome } = request;
  return {
    requestId,
    company: request.company,
    account:
      accountId === null
        ? null
        : {
            accountId,
            number: request.account ?? '',
            name: request.accountName ?? request.account ?? '',
          },
    kind,
    title: titleOf(kind, request.facts, language),
    amount: formatMoney(amount),
    currency: amount.currency,
    requester: request.requester,
    mine: request.requestedBy === reader.memberId,
    reason: request.reason,
    evidence: request.evidence,
    files: request.files.map(({ evidenceId, fileName, mediaType, bytes, by, at }) => {
      return { evidenceId, file: fileName, mediaType, bytes, by: actorName(by, language), at };
    }),
    lacksFile: lacksEvidence(request.weight, authority.evidenceFrom, request.files.length),
    before: request.before.minor === 0n ? null : formatMoney(request.before),
    baseCurrency: request.before.currency,
    least: request.least,
    needs: request.ended === null ? needsNow(request, authority) : request.needs,
    requesterLeft: request.requesterLeft,
    expiresOn: request.expiresOn,
    askedAt: request.askedAt,
    state: stateOf(request, today),
    outcome: outcome?.how ?? null,
    mayNot: may === undefined || may.ok ? null : say(words, may.refusal, may.facts, language),
    forName:
      may?.ok === true
        ? (right?.covered.find((each) => each.memberId === may.value.forMember)?.name ?? null)
        : null,
    words: request.words.map(({ by, forName, said, reason, at }) => {
      return { by, forName, said, reason, at };
    }),
  };
}

/** What is asked for, in a sentence: that of its kind unless it is `titled`, with its facts. */
function titleOf(kind: ApprovalKind, facts: Request['facts'], language: Language): string {
  const of = facts['of'];
  const named = of === undefined ? {} : { of: say(words, `approvals.kind_${of}`, {}, language) };
  return say(words, `approvals.title_${facts['titled'] ?? kind}`, { ...facts, ...named }, language);
}
