/** An empty list: worked off, filtered away, or nothing imported yet; each with its next step. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useReaderCompanies } from '#areas/team/screens/index.ts';
import { worklist } from '#areas/worklist/contract.ts';
import { call } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { Button } from '#web/ui/Button.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { useWords } from '#web/ui/say.ts';
import { Empty } from '#web/ui/states.tsx';
import type { WorkSearch, WorkSearchChange } from './work-search.ts';
import { words } from './words.ts';

type Props = { search: WorkSearch; onSearch: WorkSearchChange };

export function WorkEmpty({ search, onSearch }: Props) {
  const t = useWords(words);
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
  return <NothingDue search={search} onSearch={onSearch} />;
}

/** A list without work, while accounts that nobody collects may have some. */
function NothingDue({ search, onSearch }: Props) {
  const t = useWords(words);
  const may = useMay();
  const invented = useReaderCompanies().find((company) => company.demo);
  const { company, owner } = search;
  const orphans = useQuery({
    queryKey: ['worklist', 'nobodys', company],
    enabled: owner !== 'all' && owner !== 'nobody',
    queryFn: ({ signal }) =>
      call(worklist, { query: { owner: 'nobody', company, limit: 1 }, signal }),
  });
  const count = orphans.data?.left ?? 0;
  return (
    <Empty title={t('empty')} why={count > 0 ? t('empty_nobodys', { count }) : t('empty_why')}>
      {count > 0 && (
        <Button tone="main" onClick={() => onSearch({ owner: 'nobody' })}>
          {t('see_nobodys')}
        </Button>
      )}
      {count > 0 && may('portfolio.manage') === undefined && (
        <Link to={paths.portfolio} className="link self-center">
          {t('give_out')}
        </Link>
      )}
      {owner !== 'all' && (
        <Button onClick={() => onSearch({ owner: 'all' })}>{t('see_others')}</Button>
      )}
      {invented !== undefined && company === undefined && (
        <Button onClick={() => onSearch({ company: invented.code })}>
          {t('see_invented', { name: invented.name })}
        </Button>
      )}
      {count === 0 && may('imports.run') === undefined && (
        <Link to={paths.imports} className="link self-center">
          {t('import_first')}
        </Link>
      )}
    </Empty>
  );
}
