/** An empty list: worked off, filtered away, or nothing imported yet; each with its next step. */
import { Link } from '@tanstack/react-router';
import { useReaderCompanies } from '#areas/team/screens/index.ts';
import { paths } from '#web/paths.ts';
import { Button } from '#web/ui/Button.tsx';
import { useWords } from '#web/ui/say.ts';
import { Empty } from '#web/ui/states.tsx';
import type { WorkSearch, WorkSearchChange } from './work-search.ts';
import { words } from './words.ts';

type Props = { search: WorkSearch; onSearch: WorkSearchChange };

export function WorkEmpty({ search, onSearch }: Props) {
  const t = useWords(words);
  const invented = useReaderCompanies().find((company) => company.demo);
  const filtered = search.kind !== undefined || search.q !== undefined || search.state !== 'due';
  if (filtered) {
    return (
      <Empty title={t('empty_filter')}>
        <Button onClick={() => onSearch({ kind: undefined, q: undefined, state: undefined })}>
          {t('show_all')}
        </Button>
      </Empty>
    );
  }
  return (
    <Empty title={t('empty')} why={t('empty_why')}>
      {search.owner !== 'all' && (
        <Button onClick={() => onSearch({ owner: 'all' })}>{t('see_others')}</Button>
      )}
      {invented !== undefined && search.company === undefined && (
        <Button onClick={() => onSearch({ company: invented.code })}>
          {t('see_invented', { name: invented.name })}
        </Button>
      )}
      <Link to={paths.imports} className="link self-center">
        {t('import_first')}
      </Link>
    </Empty>
  );
}
