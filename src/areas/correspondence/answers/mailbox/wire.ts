/** Mails and boxes as the API and `dunlin mail --json` write them. */
import type { Id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import { formatMoney } from '#kernel/money.ts';
import type { Language } from '#kernel/words.ts';
import { actorName } from '#platform/auth/actor-name.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { allMembers } from '#areas/team/index.ts';
import { originalsOf } from '#areas/documents/index.ts';
import type { WireFinding, WireMail, WireMailPage } from '../../contract/mailbox.ts';
import type { WireMailbox } from '../../contract/mailboxes.ts';
import type { Said } from '../../rules/mailbox/intent.ts';
import type { BoxStands } from '../../store/mailbox/boxes.ts';
import type { ListedMail } from '../../store/mailbox/list.ts';
import {
  type MailItem,
  actsOf,
  candidatesOf,
  filesOf,
  itemsOf,
  mailText,
  threadLines,
} from '../../store/mailbox/page.ts';
import { mailboxWords } from '../../words/mailbox.ts';

export function wireMail(mail: ListedMail, now: Instant): WireMail {
  const { fromName, fromAddress, blocked, answerDueAt, findings, state, ...rest } = mail;
  return {
    ...rest,
    state,
    from: { name: fromName, address: fromAddress },
    answerDueAt,
    late: state === 'open' && answerDueAt !== null && answerDueAt < now,
    intents: [...new Set(findings.map(({ intent }) => intent))],
    findings: findings.map(({ said, ...finding }) => ({
      ...finding,
      said: wireSaid(said),
    })),
    itemIds: [...mail.itemIds],
    blocked: blocked && { amount: formatMoney(blocked), currency: blocked.currency },
  };
}

function wireSaid({ channels, ...said }: Said): WireFinding['said'] {
  return channels === undefined ? said : { ...said, channels: [...channels] };
}

/** A mail with everything beside it. */
export async function wireMailPage(
  db: Queries,
  listed: ListedMail,
  { now, language }: { readonly now: Instant; readonly language: Language },
): Promise<WireMailPage> {
  const { mailId, threadId, account, itemIds } = listed;
  const text = await mailText(db, mailId);
  const items = account === null ? [] : await itemsOf(db, account.accountId, itemIds);
  const acts = await actsOf(db, mailId);
  return {
    mail: wireMail(listed, now),
    body: text?.body ?? '',
    to: [...(text?.to ?? [])],
    sentAt: text?.sentAt ?? null,
    bytes: text?.bytes ?? 0,
    whole: text?.sha256 !== null,
    files: await filesOf(db, mailId),
    items: account === null ? [] : await withOriginals(db, account.accountId, items),
    people: await peopleOf(db, text?.companyId),
    candidates: await candidatesOf(db, text?.candidates ?? []),
    thread: await threadLines(db, threadId),
    acts: acts.map((act) => ({ ...act, actor: actorName(act.actor, language) })),
  };
}

/** Everybody who works here and sees the company of the mail. */
async function peopleOf(db: Queries, companyId: Id | undefined): Promise<WireMailPage['people']> {
  const members = await allMembers(db);
  return members.flatMap(({ memberId, name, active, companyIds }) => {
    const sees =
      companyIds === 'all' || (companyId !== undefined && companyIds.includes(companyId));
    return active && sees ? [{ memberId, name }] : [];
  });
}

async function withOriginals(
  db: Queries,
  accountId: MailItem['itemId'],
  items: readonly MailItem[],
): Promise<WireMailPage['items']> {
  if (items.length === 0) return [];
  const originals = (await originalsOf(db, accountId)).filter(({ kind }) => kind === 'invoice');
  return items.map(({ itemId, number, dueOn, open, documentId }) => {
    const versions = originals.filter((each) => each.documentId === documentId);
    const latest = versions.toSorted((a, b) => b.version - a.version)[0];
    return {
      itemId,
      number,
      dueOn,
      open: formatMoney(open),
      currency: open.currency,
      originalIds: latest === undefined ? [] : [latest.originalId],
    };
  });
}

export function wireBox(box: BoxStands, language: Language): WireMailbox {
  const { server, problem } = box;
  return {
    mailboxId: box.mailboxId,
    company: box.company,
    name: box.name,
    address: box.address,
    server: server && {
      host: server.host,
      port: server.port,
      secure: server.secure,
      user: server.user,
      folder: server.folder,
      signIn: server.signIn,
    },
    answerMinutes: box.answerMinutes,
    triedAt: box.triedAt,
    workedAt: box.workedAt,
    problem,
    remedy: problem === null ? null : remedyOf(problem, language),
    detail: box.detail,
    waiting: box.waiting,
    taken: box.taken,
  };
}

/** What went wrong with a box and what to do about it. */
export function remedyOf(problem: string, language: Language): string {
  const found = Object.entries(mailboxWords).find(([name]) => name === `mailbox.box_${problem}`);
  return found?.[1][language] ?? problem;
}
