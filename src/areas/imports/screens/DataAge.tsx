/** A quiet line: where the figures on a page come from and how old they are; loud when too old. */
import { useQuery } from '@tanstack/react-query';
import { sources } from '#areas/imports/contract.ts';
import { call } from '#web/api.ts';
import { useFigures } from '#web/ui/figures.ts';
import { useWords } from '#web/ui/say.ts';
import { words } from './words/snapshot.ts';

/** More sources than these are counted on their own page, not on every one. */
const most = 3;

/** Nothing when no complete open-item file ever came. */
export function DataAge({ company }: { company: string | undefined }) {
  const t = useWords(words);
  const figures = useFigures();
  const found = useQuery({
    queryKey: ['imports', 'sources', company],
    staleTime: 60_000,
    queryFn: ({ signal }) =>
      call(sources, { query: company === undefined ? {} : { company }, signal }),
  });
  const rows = found.data?.rows ?? [];
  if (rows.length === 0) return null;
  const oldest = rows.toSorted((a, b) => a.asOf.localeCompare(b.asOf)).slice(0, most);
  return (
    <p role="note" className="no-print mb-2 text-sm text-ink-3">
      {oldest.map(({ company: code, source, asOf, takenAt, stale }) => {
        const facts = { source, day: figures.day(asOf), taken: figures.moment(takenAt) };
        return (
          <span key={`${code}${source}`} className={`mr-4 ${stale ? 'font-[550] text-warn' : ''}`}>
            {t(stale ? 'data_old' : 'data_as_of', facts)}
          </span>
        );
      })}
    </p>
  );
}
