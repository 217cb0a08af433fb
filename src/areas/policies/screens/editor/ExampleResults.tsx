/** The examples of a policy: which pass, and what the others gave instead. */
import { useWords } from '#web/ui/say.ts';
import { Tag } from '#web/ui/Tag.tsx';
import { words } from './words.ts';

type Result = {
  readonly name: string;
  readonly passed: boolean;
  readonly expected: string;
  readonly found: string;
};

export function ExampleResults({ results }: { results: readonly Result[] }) {
  const t = useWords(words);
  const passed = results.filter((each) => each.passed).length;
  return (
    <section>
      <h2 className="mb-1.5">
        {t('examples')}{' '}
        {results.length > 0 && (
          <span className="text-sm font-normal text-ink-2">
            {t('examples_pass', { passed, count: results.length })}
          </span>
        )}
      </h2>
      {results.length === 0 && <p className="text-late">{t('no_examples')}</p>}
      <ul className="grid gap-1">
        {results.map(({ name, passed: isFine, expected, found }) => (
          <li key={name} className="flex flex-wrap items-baseline gap-x-2">
            <Tag tone={isFine ? 'good' : 'late'}>{t(isFine ? 'passes' : 'fails')}</Tag>
            <span>{name}</span>
            {!isFine && (
              <span className="text-sm text-late">{t('expected_found', { expected, found })}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
