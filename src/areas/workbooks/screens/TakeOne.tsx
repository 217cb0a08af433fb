/** The workbooks there are to take along, one's own or everybody's. */
import { useState } from 'react';
import { workbookFile } from '#areas/workbooks/contract.ts';
import { workbookKinds } from '#areas/workbooks/rules/kinds.ts';
import { hrefOf } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { useWords } from '#web/ui/say.ts';
import { words } from './words.ts';

const choices = ['mine', 'everybodys'] as const;

export function TakeOne() {
  const t = useWords(words);
  const [whose, setWhose] = useState<(typeof choices)[number]>('mine');
  const query = whose === 'mine' ? { owner: 'me' as const } : {};
  return (
    <section aria-label={t('take')} className="grid gap-3">
      <h2>{t('take')}</h2>
      <div role="group" aria-label={t('whose')} className="flex gap-1.5">
        {choices.map((choice) => (
          <Button
            key={choice}
            aria-pressed={whose === choice}
            tone={whose === choice ? 'plain' : 'quiet'}
            onClick={() => setWhose(choice)}
          >
            {t(choice)}
          </Button>
        ))}
      </div>
      <ul className="grid gap-2 sm:grid-cols-2 xl:grid-cols-4">
        {workbookKinds.map((kind) => (
          <li key={kind}>
            <a
              download
              href={hrefOf(workbookFile, { params: { kind }, query })}
              className="grid h-full gap-0.5 rounded-md border border-line bg-surface px-3 py-2 hover:bg-sunk"
            >
              <span className="font-[600]">{t(`kind_${kind}`)}</span>
              <span className="text-sm text-ink-2">{t(`about_${kind}`)}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
