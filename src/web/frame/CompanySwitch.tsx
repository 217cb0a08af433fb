/** Which company's book one looks at; hidden while there is only one. */
import { Menu } from '../ui/Menu.tsx';
import { useWords } from '../ui/say.ts';
import { words } from '../words.ts';
import { useCompany } from './company.ts';
import { useDesk } from './today.ts';

export function CompanySwitch() {
  const t = useWords(words);
  const [company, setCompany] = useCompany();
  const companies = useDesk()?.companies ?? [];
  if (companies.length < 2) return <OneCompany name={companies[0]?.name} />;
  const on = companies.find((known) => known.code === company);
  return (
    <Menu
      label={t('company')}
      on={company ?? ''}
      onPick={(code) => setCompany(code === '' ? undefined : code)}
      choices={[
        { value: '', name: t('all_companies') },
        ...companies.map(({ code, name, demo }) => ({
          value: code,
          name,
          note: demo ? t('demo') : code,
        })),
      ]}
      className="mb-2 flex items-center justify-between gap-2 rounded-md border border-line bg-surface px-2.5 py-1 text-left text-sm hover:border-line-strong"
    >
      <span className="min-w-0 truncate">{on?.name ?? t('all_companies')}</span>
      <span aria-hidden className="text-ink-3">
        ▾
      </span>
    </Menu>
  );
}

function OneCompany({ name }: { name: string | undefined }) {
  return <div className="mb-2 min-h-6 truncate px-2.5 text-sm text-ink-3">{name}</div>;
}
