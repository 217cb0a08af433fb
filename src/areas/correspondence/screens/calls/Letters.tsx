/** What was written to them last, word for word as it went out. */
import type { CallPrep } from '#areas/correspondence/contract/calls.ts';
import { useFigures } from '#web/ui/figures.ts';
import { useWords } from '#web/ui/say.ts';
import { words } from './words.ts';

export function Letters({ letters }: { letters: CallPrep['letters'] }) {
  const t = useWords(words);
  const figures = useFigures();
  return (
    <section>
      <h2 className="mb-1.5">{t('letters')}</h2>
      {letters.length === 0 && <p className="text-sm text-ink-3">{t('no_letters')}</p>}
      <ul className="grid gap-1.5">
        {letters.map(({ messageId, subject, text, to, state, at }, index) => (
          <li key={messageId}>
            <details open={index === 0}>
              <summary className="text-sm">
                {figures.day(at)} · {subject} <span className="text-ink-3">{state}</span>
              </summary>
              <p className="text-sm text-ink-3">{to}</p>
              <pre className="font-[inherit] text-sm whitespace-pre-wrap">{text}</pre>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}
