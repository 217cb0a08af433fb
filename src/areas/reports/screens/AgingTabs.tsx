/** The views of the aging, one beside the other. */
import { Link } from '@tanstack/react-router';
import { paths } from '#web/paths.ts';
import { useWords } from '#web/ui/say.ts';
import { words } from './words.ts';

const look =
  'border-b-2 border-transparent pb-1.5 text-ink-2 hover:text-ink ' +
  'data-[status=active]:border-accent data-[status=active]:font-[600] ' +
  'data-[status=active]:text-ink';

export function AgingTabs() {
  const t = useWords(words);
  const exact = { exact: true, includeSearch: false };
  return (
    <nav aria-label={t('views')} className="no-print mb-3 flex gap-5 border-b border-line">
      <Link to={paths.aging} activeOptions={exact} className={look}>
        {t('aging')}
      </Link>
      <Link to={paths.review} activeOptions={exact} className={look}>
        {t('review')}
      </Link>
      <Link to={paths.over60} activeOptions={exact} className={look}>
        {t('over60')}
      </Link>
    </nav>
  );
}
