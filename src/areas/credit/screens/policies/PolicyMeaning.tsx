/** What a text means: what it changes of what counts now, its examples, and all its rules. */
import type { WireCheckedPolicy } from '#areas/credit/contract/policies.ts';
import { useWords } from '#web/ui/say.ts';
import { Tag } from '#web/ui/Tag.tsx';
import { Rules } from './PoliciesScreen.tsx';
import { words } from './words.ts';

type Props = { check: WireCheckedPolicy; isChecking: boolean };

export function PolicyMeaning({ check, isChecking }: Props) {
  const t = useWords(words);
  const { key, inForce, changes, rules } = check;
  if (key === null) return null;
  const against = inForce === null ? t('against_standard') : t('against', { version: inForce });
  return (
    <div className="grid min-w-0 gap-5" aria-busy={isChecking}>
      <section>
        <h2 className="mb-1.5">
          {t('changes')} <span className="text-sm font-normal text-ink-2">{against}</span>
        </h2>
        <Changes changes={changes} />
      </section>
      <Examples results={check.results} />
      <section>
        <h2 className="mb-1.5">{t('rules')}</h2>
        <Rules rules={rules} />
      </section>
    </div>
  );
}

/** Each change as the sentence that will count, with the one that counted. */
export function Changes({ changes }: { changes: WireCheckedPolicy['changes'] }) {
  const t = useWords(words);
  if (changes.length === 0) return <p className="text-ink-2">{t('no_change')}</p>;
  return (
    <ul className="grid gap-1.5">
      {changes.map(({ before, after }) => (
        <li key={`${before} ${after}`} className="text-pretty">
          {before === null && <Tag tone="good">{t('is_new')}</Tag>}
          {after === null && <Tag tone="late">{t('is_gone')}</Tag>} {after ?? before}
          {before !== null && after !== null && (
            <span className="block text-sm text-ink-2">{t('was', { rule: before })}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

function Examples({ results }: { results: WireCheckedPolicy['results'] }) {
  const t = useWords(words);
  const passed = results.filter((each) => each.passed).length;
  return (
    <section>
      <h2 className="mb-1.5">
        {t('examples')}{' '}
        {results.length > 0 && (
          <span className="text-sm font-normal text-ink-2">
            {t('passed', { passed, count: results.length })}
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
              <span className="text-sm text-late">{t('expected', { expected, found })}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
