/** The views of the aging, one beside the other. */
import { Link } from '@tanstack/react-router';
import { paths } from '#web/paths.ts';
import { useWords } from '#web/ui/say.ts';
import { tabLook } from '#web/ui/tab-look.ts';
import { words } from './words.ts';

export function AgingTabs() {
  const t = useWords(words);
  const exact = { exact: true, includeSearch: false };
  return (
    <nav aria-label={t('views')} className="no-print mb-3 flex gap-5 border-b border-line">
      <Link to={paths.aging} activeOptions={exact} className={tabLook}>
        {t('aging')}
      </Link>
      <Link to={paths.review} activeOptions={exact} className={tabLook}>
        {t('review')}
      </Link>
      <Link to={paths.compare} activeOptions={exact} className={tabLook}>
        {t('compare')}
      </Link>
      <Link to={paths.over60} activeOptions={exact} className={tabLook}>
        {t('over60')}
      </Link>
    </nav>
  );
}
