/** Folders and servers from which files come by themselves; nothing where none is set up. */
import { useQuery } from '@tanstack/react-query';
import { bankFeeds } from '#areas/bank-files/contract/feeds.ts';
import { call } from '#web/api.ts';
import { useFigures } from '#web/ui/figures.ts';
import { useWords } from '#web/ui/say.ts';
import { words } from './words.ts';

export function Feeds() {
  const t = useWords(words);
  const figures = useFigures();
  const asked = useQuery({
    queryKey: ['bank-feeds'],
    queryFn: ({ signal }) => call(bankFeeds, { signal }),
  });
  const rows = asked.data?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <section aria-label={t('feeds')} className="mb-4 grid gap-1 text-sm">
      <h2>{t('feeds')}</h2>
      <ul className="grid gap-1">
        {rows.map(({ name, fetched, workedAt, problem }) => (
          <li key={name}>
            <span className="font-[550]">{name}</span>{' '}
            {problem === null ? (
              <span className="text-ink-2">
                {t('feed_works', { count: fetched })}
                {workedAt !== null && ` · ${figures.moment(workedAt)}`}
              </span>
            ) : (
              <span className="text-late">{t('feed_fails', { problem })}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
