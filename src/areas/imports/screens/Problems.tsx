/** Every bad row with its line, what is wrong and what to do about it. */
import { useWords } from '#web/ui/say.ts';
import type { Outcome } from './upload-data.ts';
import { words } from './words.ts';

export function Problems({ outcome }: { outcome: Outcome }) {
  const t = useWords(words);
  const { problems, problemCount } = outcome;
  if (problemCount === 0) return null;
  return (
    <section>
      <h2 className="mb-1.5">{t('problems', { count: problemCount })}</h2>
      <ol className="grid gap-2">
        {problems.map((problem) => (
          <li
            key={`${problem.line}${problem.field}${problem.code}`}
            className="rounded-md bg-late-soft px-2.5 py-1.5 text-sm"
          >
            <span className="font-[600] text-late">{t('line', { line: problem.line })}</span>{' '}
            {problem.message}
            <span className="block text-ink-2">{problem.remedy}</span>
          </li>
        ))}
      </ol>
      {problems.length < problemCount && (
        <p className="mt-1.5 text-sm text-ink-3">
          {t('problems_cut', { shown: problems.length, count: problemCount })}
        </p>
      )}
    </section>
  );
}
