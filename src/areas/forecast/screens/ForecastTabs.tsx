/** The views of the forecast, one beside the other. */
import { paths } from '#web/paths.ts';
import { useWords } from '#web/ui/say.ts';
import { Tabs } from '#web/ui/Tabs.tsx';
import { words } from './words.ts';

export function ForecastTabs() {
  const t = useWords(words);
  const views = [
    { to: paths.forecast, name: t('forecast') },
    { to: paths.forecastAlerts, name: t('warnings') },
  ];
  return <Tabs label={t('views')} views={views} />;
}
