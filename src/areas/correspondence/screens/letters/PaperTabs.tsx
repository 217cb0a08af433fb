/** The views of what goes out to customers on paper. */
import { paths } from '#web/paths.ts';
import { useWords } from '#web/ui/say.ts';
import { Tabs } from '#web/ui/Tabs.tsx';
import { words } from './words.ts';

export function PaperTabs() {
  const t = useWords(words);
  const views = [
    { to: paths.statementRuns, name: t('statement_runs') },
    { to: paths.invoiceRuns, name: t('invoice_runs') },
    { to: paths.letters, name: t('letters') },
    { to: paths.portalRegister, name: t('portals') },
  ];
  return <Tabs label={t('views')} views={views} />;
}
