/** The views of charges, one beside the other. */
import { paths } from '#web/paths.ts';
import { useWords } from '#web/ui/say.ts';
import { Tabs } from '#web/ui/Tabs.tsx';
import { words } from './words.ts';

export function ChargeTabs() {
  const t = useWords(words);
  const views = [
    { to: paths.charges, name: t('quote') },
    { to: paths.chargeRuns, name: t('runs') },
    { to: paths.bookedCharges, name: t('booked') },
    { to: paths.shortPayments, name: t('short') },
  ];
  return <Tabs label={t('views')} views={views} />;
}
