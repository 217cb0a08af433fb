/** The way to more rows, under a list that is not a grid; gone when all are there. */
import { Button } from './Button.tsx';
import type { Paging } from './grid/Grid.tsx';
import { useWords } from './say.ts';
import { words } from './words.ts';

export function MoreRows({ paging }: { paging: Paging }) {
  const t = useWords(words);
  const { hasMore, loading, loadMore } = paging;
  if (!hasMore) return null;
  return (
    <p className="pt-3">
      <Button onClick={() => !loading && loadMore()}>{t('more')}</Button>
    </p>
  );
}
