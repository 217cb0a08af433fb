/**
 * The signed proof of a clean-up: what stood before, each day, what stands now. A workbook and a
 * PDF are made of the same tables, so that they cannot say different things.
 */
import { formatMoney } from '#kernel/money.ts';
import type { Language } from '#kernel/words.ts';
import { actorName } from '#platform/auth/actor-name.ts';
import { say } from '#platform/cli/say.ts';
import type { SheetColumn } from '#platform/files/write-xlsx.ts';
import { tablesPdf } from '#platform/pdf/tables.ts';
import type { Queries } from '#platform/postgres/db.ts';
import type { WireProject } from '../contract.ts';
import { type CleanUp, provedRows } from '../store/clean-ups.ts';
import { words } from '../words.ts';
import { wireProject } from './wire.ts';

export type ProofTable = {
  readonly name: string;
  readonly title: readonly string[];
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly string[])[];
};

/** The rows one by one, then the days. */
export async function proofOf(
  db: Queries,
  project: CleanUp,
  language: Language,
): Promise<ProofTable[]> {
  const wire = await wireProject(db, project);
  const rows = await provedRows(db, project.projectId);
  const t = (name: string, facts = {}): string => say(words, name, facts, language);
  return [
    {
      name: t('proof.rows'),
      title: titleOf(wire, t),
      columns: [
        { header: t('verify.account'), kind: 'text' },
        { header: t('verify.name'), kind: 'text', width: 30 },
        { header: t('verify.kind'), kind: 'text', width: 34 },
        { header: t('verify.document'), kind: 'text' },
        { header: t('proof.before'), kind: 'amount' },
        { header: t('verify.currency'), kind: 'text' },
        { header: t('proof.now'), kind: 'text' },
        { header: t('proof.by'), kind: 'text', width: 22 },
        { header: t('proof.note'), kind: 'text', width: 34 },
      ],
      rows: rows.map((row) => [
        row.account,
        row.name,
        t(`finding.${row.kind}`),
        row.document,
        formatMoney(row.amount),
        row.amount.currency,
        t(`proof.now_${row.now}`),
        row.by === null ? '' : actorName(row.by, language),
        row.note ?? '',
      ]),
    },
    {
      name: t('proof.days'),
      title: [wire.title],
      columns: [
        { header: t('proof.day'), kind: 'day' },
        { header: t('proof.left'), kind: 'count' },
        { header: t('proof.at_stake', { currency: wire.currency }), kind: 'amount' },
      ],
      rows: wire.days.map(({ on, count, amount }) => [on, String(count), amount]),
    },
  ];
}

/** The same tables on paper, to be filed or sent. */
export function proofPdf(tables: readonly ProofTable[], language: Language): Promise<Uint8Array> {
  // The days are few and come first; the rows may fill pages.
  return tablesPdf(tables[0]?.title ?? [], tables.toReversed(), language);
}

function titleOf(wire: WireProject, t: (name: string, facts?: object) => string): string[] {
  const { title, company, before, now, end, currency, dueOn, targetCount, startedOn } = wire;
  const most = wire.targetAmount === null ? 'none' : `${wire.targetAmount} ${currency}`;
  const figures = { currency, dueOn, target: targetCount, most, day: startedOn };
  return [
    `${title} · ${company}`,
    t('proof.target', figures),
    ...scopeOf(wire, t),
    t('proof.then', { ...figures, count: before.count, amount: before.amount }),
    t('proof.after', { ...figures, count: now.count, amount: now.amount }),
    end === null
      ? t('proof.unsigned')
      : t('proof.signed', { by: end.by, day: end.at.slice(0, 10), note: end.note }),
  ];
}

/** What it kept to, where it did not look at every account. */
function scopeOf(wire: WireProject, t: (name: string, facts?: object) => string): string[] {
  const { accountOwner, segment, leastAmount, currency } = wire;
  return [
    ...(accountOwner === null ? [] : [t('proof.of_owner', { owner: accountOwner })]),
    ...(segment === null ? [] : [t('proof.of_segment', { segment })]),
    ...(leastAmount === null ? [] : [t('proof.of_least', { amount: leastAmount, currency })]),
  ];
}
