/** How long one has been on the telephone. */
import { useEffect, useState } from 'react';
import { useWords } from '#web/ui/say.ts';
import { words } from './words.ts';

export function Timer({ since }: { since: number }) {
  const t = useWords(words);
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(ticking);
  }, []);
  const seconds = Math.max(0, Math.floor((now - since) / 1000));
  const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return <span className="figures text-good">{t('on_the_phone', { time })}</span>;
}
