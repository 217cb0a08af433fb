/** The views of the cash desk, one beside the other. */
import { paths } from '#web/paths.ts';
import { useWords } from '#web/ui/say.ts';
import { Tabs } from '#web/ui/Tabs.tsx';
import { words } from './tabs-words.ts';

export function CashTabs() {
  const t = useWords(words);
  const views = [
    { to: paths.cash, name: t('apply') },
    { to: paths.cashVariances, name: t('variances') },
    { to: paths.cashBatches, name: t('batches') },
    { to: paths.cashDeposits, name: t('deposits') },
    { to: paths.cashCards, name: t('cards') },
    { to: paths.bankRec, name: t('bank_rec') },
    { to: paths.dailyClose, name: t('daily_close') },
    { to: paths.bookOfRecord, name: t('book_of_record') },
    { to: paths.cashQuality, name: t('quality') },
  ];
  return <Tabs label={t('views')} views={views} />;
}
