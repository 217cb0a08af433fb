/** The day of the aging, and taking exactly this view along as a file. */
import { Link } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { exportAging } from '#areas/reports/contract.ts';
import { hrefOf } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { AsOfPicker } from '#web/ui/AsOf.tsx';
import { linkLook } from '#web/ui/Button.tsx';
import { useWords } from '#web/ui/say.ts';
import type { AgingSearch, AgingSearchChange } from './aging-search.ts';
import { words } from './words.ts';

export type Actions = {
  search: AgingSearch;
  onSearch: AgingSearchChange;
  /** What the desk offers to do with all accounts that fit. */
  All?: ComponentType<{ search: AgingSearch }> | undefined;
};

export function AgingActions({ search, onSearch, All }: Actions) {
  const t = useWords(words);
  const { cursor: _, limit: __, ...view } = search;
  return (
    <>
      {search.by === 'account' && All !== undefined && <All search={search} />}
      <AsOfPicker
        asOf={search.asOf}
        knownAt={search.knownAt}
        onPick={({ asOf, knownAt }) => onSearch({ asOf, knownAt })}
      />
      <Link
        to={paths.compare}
        search={{ to: search.asOf, toKnown: search.knownAt, by: search.by }}
        className={linkLook}
      >
        {t('compare_since')}
      </Link>
      {(['csv', 'xlsx'] as const).map((format) => (
        <a
          key={format}
          download
          href={hrefOf(exportAging, { query: { ...view, format } })}
          title={t('export_title')}
          className={linkLook}
        >
          {t(`export_${format}`)}
        </a>
      ))}
    </>
  );
}
