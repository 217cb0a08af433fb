/** The views of imports, and the way to what is doubtful in the book after one. */
import { Link } from '@tanstack/react-router';
import { paths } from '#web/paths.ts';
import { useWords } from '#web/ui/say.ts';
import { tabLook } from '#web/ui/tab-look.ts';
import { words } from './words.ts';

export function ImportTabs() {
  const t = useWords(words);
  const exact = { exact: true, includeSearch: false };
  return (
    <nav
      aria-label={t('views')}
      className="no-print mb-4 flex flex-wrap gap-x-5 border-b border-line"
    >
      <Link to={paths.imports} activeOptions={exact} className={tabLook}>
        {t('history')}
      </Link>
      <Link to={paths.originals} activeOptions={exact} className={tabLook}>
        {t('originals')}
      </Link>
      <Link to={paths.closings} activeOptions={exact} className={tabLook}>
        {t('closed_at_source')}
      </Link>
      <span className="flex-1" />
      <Link to={paths.verification} className="link self-center text-sm">
        {t('quality_link')}
      </Link>
    </nav>
  );
}
