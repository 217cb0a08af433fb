/** The views of imports, and the way to what is doubtful in the book after one. */
import { Link } from '@tanstack/react-router';
import { paths } from '#web/paths.ts';
import { useWords } from '#web/ui/say.ts';
import { Tabs } from '#web/ui/Tabs.tsx';
import { words } from './words.ts';

export function ImportTabs() {
  const t = useWords(words);
  const views = [
    { to: paths.imports, name: t('history') },
    { to: paths.originals, name: t('originals') },
    { to: paths.closings, name: t('closed_at_source') },
  ];
  return (
    <Tabs label={t('views')} views={views}>
      <span className="flex-1" />
      <Link to={paths.verification} className="link self-center text-sm whitespace-nowrap">
        {t('quality_link')}
      </Link>
    </Tabs>
  );
}
