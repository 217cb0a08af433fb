/** The reports that stand ready without being built, each with what it answers. */
import { Link } from '@tanstack/react-router';
import { paths } from '#web/paths.ts';
import { useWords } from '#web/ui/say.ts';
import { words } from './words.ts';

const ready = [
  { name: 'ready_aging', to: paths.aging },
  { name: 'ready_over60', to: paths.over60 },
  { name: 'ready_compare', to: paths.compare },
  { name: 'ready_forecast', to: paths.forecast },
  { name: 'ready_metrics', to: paths.metrics },
  { name: 'ready_activity', to: paths.activity },
  { name: 'ready_month_end', to: paths.monthEnd },
  { name: 'ready_packs', to: paths.packs },
  { name: 'ready_causes', to: paths.causes },
  { name: 'ready_write_offs', to: paths.writeOffs },
  { name: 'ready_verification', to: paths.verification },
] as const;

export function ReadyReports() {
  const t = useWords(words);
  return (
    <section aria-label={t('ready')} className="mb-5">
      <h2 className="mb-2 font-[600]">{t('ready')}</h2>
      <ul className="grid gap-2 sm:grid-cols-2 xl:grid-cols-3">
        {ready.map(({ name, to }) => (
          <li key={name} className="rounded-md border border-line bg-surface px-3 py-2">
            <Link to={to} className="link font-[550]">
              {t(name)}
            </Link>
            <span className="block text-sm text-ink-2">{t(`${name}_why`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
