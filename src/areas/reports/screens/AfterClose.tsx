/** What was posted into the period after it was closed softly, with who did it and why. */
import { useState } from 'react';
import type { MonthEnd } from '#areas/reports/contract/month-end.ts';
import { Button } from '#web/ui/Button.tsx';
import { useWords } from '#web/ui/say.ts';
import { words } from './month-words.ts';
import { PartRows } from './PartRows.tsx';

export function AfterClose({ month }: { month: MonthEnd }) {
  const t = useWords(words);
  const [open, setOpen] = useState(false);
  const { afterClose } = month;
  if (afterClose === 0) return null;
  return (
    <section className="flex flex-wrap items-baseline gap-x-3 border-y border-line py-1">
      <span>{t('after_close_count', { count: afterClose })}</span>
      <Button tone="quiet" onClick={() => setOpen(true)}>
        {t('rows')}
      </Button>
      {open && <PartRows part="after_close" month={month} onClose={() => setOpen(false)} />}
    </section>
  );
}
