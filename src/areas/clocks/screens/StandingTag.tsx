/** How a deadline stands: the days it is late or has left, or how it ended. */
import type { WireClock } from '#areas/clocks/contract.ts';
import { useWords } from '#web/ui/say.ts';
import { Tag, type Tone } from '#web/ui/Tag.tsx';
import { words } from './words.ts';

/** A hard one warns this many days ahead. */
const soon = 3;

export function StandingTag({ clock }: { clock: WireClock }) {
  const t = useWords(words);
  const { state, daysLate, daysLeft, hard } = clock;
  if (state === 'running' && daysLate > 0) {
    return <Tag tone="late">{t('days_late', { count: daysLate })}</Tag>;
  }
  if (state === 'running') {
    const left = daysLeft ?? 0;
    const tone: Tone = left === 0 || (hard && left <= soon) ? 'warn' : 'plain';
    return <Tag tone={tone}>{t('days_left', { count: left })}</Tag>;
  }
  if (state === 'met' && daysLate > 0) {
    return <Tag tone="late">{`${t('state_met')}, ${t('days_late', { count: daysLate })}`}</Tag>;
  }
  return <Tag tone={state === 'met' ? 'good' : 'plain'}>{t(`state_${state}`)}</Tag>;
}
