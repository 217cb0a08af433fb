/** The cases and items behind a cause: each leads to its case or its account. */
import { Link } from '@tanstack/react-router';
import { causeFacts, type WireCauseFact } from '#areas/disputes/contract/causes.ts';
import type { QueryOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { Button } from '#web/ui/Button.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useLanguage } from '#web/ui/language.tsx';
import { useList } from '#web/ui/list.ts';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { Bones, Failed } from '#web/ui/states.tsx';
import { causeNames } from '../../words/names.ts';
import { words } from './words.ts';

type Query = QueryOf<typeof causeFacts>;
export type OpenedCause = NonNullable<Query['cause']>;
type Props = {
  cause: OpenedCause;
  filter: {
    readonly [Name in 'from' | 'to' | 'company' | 'collectorId' | 'currency']?: string | undefined;
  };
};

export function CauseRows({ cause, filter }: Props) {
  const t = useWords(words);
  const why = useWhy();
  const language = useLanguage();
  const query = { ...filter, cause };
  const list = useList({
    key: ['causes', 'rows', query],
    fetchPage: (cursor, signal) => call(causeFacts, { query: { ...query, cursor }, signal }),
  });
  const name = cause === 'none' ? t('not_said') : causeNames[cause][language];
  return (
    <section aria-label={t('rows_of', { cause: name })}>
      <h2 className="mb-1.5">{t('rows_of', { cause: name })}</h2>
      {list.error !== null && <Failed why={why(list.error)} onRetry={list.retry} />}
      {list.loading && <Bones lines={4} />}
      <ul className="grid gap-1.5">
        {list.rows.map((row, at) => (
          <Row key={`${row.caseId ?? row.document} ${at}`} row={row} />
        ))}
      </ul>
      {list.paging.hasMore && (
        <Button className="mt-2" onClick={list.paging.loadMore}>
          {t('more')}
        </Button>
      )}
    </section>
  );
}

function Row({ row }: { row: WireCauseFact }) {
  const t = useWords(words);
  const figures = useFigures();
  const { accountId, caseId } = row;
  return (
    <li className="flex flex-wrap items-baseline gap-x-3">
      <span className="w-24 text-sm text-ink-3">{figures.day(row.foundOn)}</span>
      <span className="min-w-40 flex-1 truncate">
        {caseId === null ? (
          <Link to={paths.account} params={{ accountId }} className="link">
            {row.name}
          </Link>
        ) : (
          <Link to={paths.disputeCase} params={{ accountId, caseId }} className="link">
            {row.name}
          </Link>
        )}{' '}
        <span className="text-sm text-ink-2">{row.document}</span>
      </span>
      <span className="text-sm text-ink-2">
        {t(`kind_${row.kind}`)}
        {!row.stillOpen && ` · ${t('over')}`}
      </span>
      <Amount value={row.amount} currency={row.currency} named strong={row.stillOpen} />
    </li>
  );
}
