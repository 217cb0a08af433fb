/** The views of the portfolio: who has what, the rules, evening out, campaigns. */
import { paths } from '#web/paths.ts';
import { useWords } from '#web/ui/say.ts';
import { Tabs } from '#web/ui/Tabs.tsx';
import { words } from './words.ts';

export function PortfolioTabs() {
  const t = useWords(words);
  const views = [
    { to: paths.portfolio, name: t('who_has_what') },
    { to: paths.rules, name: t('rules') },
    { to: paths.rebalance, name: t('rebalance') },
    { to: paths.campaigns, name: t('campaigns') },
  ];
  return <Tabs label={t('views')} views={views} />;
}
