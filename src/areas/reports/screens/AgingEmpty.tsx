/** An empty aging: nothing owed on that day, or filtered away. */
import { Link } from '@tanstack/react-router';
import { paths } from '#web/paths.ts';
import { Button } from '#web/ui/Button.tsx';
import { useWords } from '#web/ui/say.ts';
import { Empty } from '#web/ui/states.tsx';
import type { AgingSearch, AgingSearchChange } from './aging-search.ts';
import { words } from './words.ts';

type Props = { search: AgingSearch; onSearch: AgingSearchChange };

export function AgingEmpty({ search, onSearch }: Props) {
  const t = useWords(words);
  const { q, flag, collector } = search;
  if (q !== undefined || flag !== undefined || collector !== undefined) {
    const all = { q: undefined, flag: undefined, collector: undefined };
    return (
      <Empty title={t('empty_filter')}>
        <Button onClick={() => onSearch(all)}>{t('clear')}</Button>
      </Empty>
    );
  }
  return (
    <Empty title={t('empty')} why={t('empty_why')}>
      <Link to={paths.imports} className="link">
        {t('import')}
      </Link>
    </Empty>
  );
}
