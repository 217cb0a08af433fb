/** How much of the review is done, as a sentence and a bar. */
import { useFigures } from '#web/ui/figures.ts';
import { useWords } from '#web/ui/say.ts';
import { words } from './words.ts';

type Props = { coverage: number; answered: number; count: number };

export function Coverage({ coverage, answered, count }: Props) {
  const t = useWords(words);
  const figures = useFigures();
  const said = t('coverage', { percent: figures.percent(coverage) });
  return (
    <div className="mb-2.5 flex items-center gap-3 text-sm">
      <span className="font-[600]">{said}</span>
      <span
        role="progressbar"
        aria-label={said}
        aria-valuenow={coverage}
        aria-valuemin={0}
        aria-valuemax={100}
        className="block h-2 w-48 overflow-hidden rounded-[3px] bg-line"
      >
        <i className="block h-full bg-accent" style={{ width: `${coverage}%` }} />
      </span>
      <span className="figures text-ink-2">{t('coverage_of', { answered, count })}</span>
    </div>
  );
}
