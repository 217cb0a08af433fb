/** A word in a colour. The word says it; the colour only helps to find it. */
import type { ReactNode } from 'react';

export type Tone = 'late' | 'warn' | 'good' | 'stop' | 'plain';

const tones: Record<Tone, string> = {
  late: 'text-late bg-late-soft',
  warn: 'text-warn bg-warn-soft',
  good: 'text-good bg-good-soft',
  stop: 'text-stop bg-stop-soft',
  plain: 'text-ink-2 bg-sunk',
};

export function Tag({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={`inline-block rounded-sm px-1.5 py-px text-xs font-[550] whitespace-nowrap ${tones[tone]}`}
    >
      {children}
    </span>
  );
}
