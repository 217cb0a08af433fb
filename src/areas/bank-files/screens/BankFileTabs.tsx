/** The views of what banks send. */
import { paths } from '#web/paths.ts';
import { useWords } from '#web/ui/say.ts';
import { Tabs } from '#web/ui/Tabs.tsx';
import { words } from './words.ts';

export function BankFileTabs() {
  const t = useWords(words);
  const views = [
    { to: paths.bankFiles, name: t('files') },
    { to: paths.bankLines, name: t('lines') },
    { to: paths.bankAccounts, name: t('accounts') },
  ];
  return <Tabs label={t('views')} views={views} />;
}
