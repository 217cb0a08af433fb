/** The views of the portfolio: who has what, the rules, evening out, campaigns. */
import { Link } from '@tanstack/react-router';
import { paths } from '#web/paths.ts';
import { useWords } from '#web/ui/say.ts';
import { tabLook } from '#web/ui/tab-look.ts';
import { words } from './words.ts';

export function PortfolioTabs() {
  const t = useWords(words);
  const exact = { exact: true, includeSearch: false };
  return (
    <nav
      aria-label={t('views')}
      className="no-print mb-4 flex flex-wrap gap-x-5 border-b border-line"
    >
      <Link to={paths.portfolio} activeOptions={exact} className={tabLook}>
        {t('who_has_what')}
      </Link>
      <Link to={paths.rules} activeOptions={exact} className={tabLook}>
        {t('rules')}
      </Link>
      <Link to={paths.rebalance} activeOptions={exact} className={tabLook}>
        {t('rebalance')}
      </Link>
      <Link to={paths.campaigns} activeOptions={exact} className={tabLook}>
        {t('campaigns')}
      </Link>
    </nav>
  );
}
