/** A figure opened: its formula and source, its parts, and the rows that a part adds up. */
import { useState } from 'react';
import type { WireFigure, metrics } from '#areas/metrics/contract.ts';
import type { QueryOf } from '#platform/contract/route.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useLanguage } from '#web/ui/language.tsx';
import { useWords } from '#web/ui/say.ts';
import { type WirePart, partText, useFigureText, useNames } from './figure-text.ts';
import { PartRows } from './PartRows.tsx';
import { words } from './words.ts';

export type MetricSearch = Omit<QueryOf<typeof metrics>, 'keys'>;
type Props = { figure: WireFigure; search: MetricSearch; onClose: () => void };

export function MetricPanel({ figure, search, onClose }: Props) {
  const t = useWords(words);
  const text = useFigureText();
  const names = useNames();
  const language = useLanguage();
  const [part, setPart] = useState<WirePart | null>(null);
  return (
    <Dialog
      title={`${names.metric(figure.metric)} · ${names.variant(figure.variant)}`}
      sub={<span className="figures">{text(figure)}</span>}
      shape="wide"
      onClose={onClose}
    >
      {part === null ? (
        <div className="grid gap-4">
          <p>
            <span className="block text-sm font-[550] text-ink-2">{t('formula')}</span>
            {figure.formula[language]}
          </p>
          <p className="text-sm text-ink-2">
            {t('source')}: {figure.source}
          </p>
          {figure.value === null && <p className="text-sm text-ink-2">{t('no_value_why')}</p>}
          <Parts figure={figure} onOpen={setPart} />
        </div>
      ) : (
        <div className="grid gap-3">
          <p>
            <Button onClick={() => setPart(null)}>{t('back')}</Button>
          </p>
          <PartRows figure={figure} part={part} search={search} />
        </div>
      )}
    </Dialog>
  );
}

type PartsProps = { figure: WireFigure; onOpen: (part: WirePart) => void };

function Parts({ figure, onOpen }: PartsProps) {
  const t = useWords(words);
  const figures = useFigures();
  const names = useNames();
  return (
    <section aria-label={t('parts')} className="grid">
      <h3 className="pb-1 text-sm font-[550] text-ink-2">{t('parts')}</h3>
      {figure.parts.map((part) => (
        <div
          key={part.name}
          className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 border-t border-line py-1.5"
        >
          <span className="min-w-0">
            {part.rows ? (
              <button type="button" className="link text-left" onClick={() => onOpen(part)}>
                {names.part(part.name)}
              </button>
            ) : (
              names.part(part.name)
            )}{' '}
            <span className="text-sm text-ink-3">
              {part.rows ? t(`role_${part.role}`) : t('stated')}
            </span>
          </span>
          <span className="figures whitespace-nowrap">
            {partText(figures, part, figure.currency)}
          </span>
        </div>
      ))}
    </section>
  );
}
