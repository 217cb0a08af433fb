/** What one says, in the language of whoever picks up; the other one is a key away. */
import { useState } from 'react';
import type { Language } from '#kernel/words.ts';
import type { CallPrep } from '#areas/correspondence/contract/calls.ts';
import { useWords } from '#web/ui/say.ts';
import { words } from './words.ts';

type Props = { script: CallPrep['script']; language: Language };

export function Script({ script, language }: Props) {
  const t = useWords(words);
  const [picked, setPicked] = useState<Language | null>(null);
  const spoken = picked ?? language;
  return (
    <section aria-label={t('script')}>
      <div className="mb-2 flex items-center gap-2">
        <h2>{t('script')}</h2>
        <div role="group" aria-label={t('speaks')} className="flex gap-1">
          {(['en', 'es'] as const).map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={spoken === each}
              onClick={() => setPicked(each)}
              className="min-h-8 rounded-md border border-line px-2 text-sm aria-pressed:bg-sunk aria-pressed:font-[650]"
            >
              {each.toUpperCase()}
            </button>
          ))}
        </div>
      </div>
      <dl lang={spoken} className="grid gap-2">
        {script[spoken].map(({ move, text }) => (
          <div key={move}>
            <dt className="text-sm text-ink-3">{t(`move_${move}`)}</dt>
            <dd className="text-pretty">{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
