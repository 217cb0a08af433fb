/** What the desk says of a text: its examples, what it changes, and who inherits from it. */
import { ChangeList, ExampleResults, WhatChanges } from '#areas/policies/screens/index.ts';
import type { WireCheck, WireExampleResult } from '#areas/strategies/contract/documents.ts';
import { useFigures } from '#web/ui/figures.ts';
import { useWords } from '#web/ui/say.ts';
import { words } from './words.ts';

type Props = { check: WireCheck; isChecking: boolean };

export function CheckResults({ check, isChecking }: Props) {
  const t = useWords(words);
  const { strategy, results, inForce, heirs } = check;
  return (
    <div className="mt-5 grid gap-5" aria-busy={isChecking}>
      <p role="status" className="text-sm text-ink-2">
        {isChecking ? t('checking') : strategy === null ? '' : t('fits')}
      </p>
      {strategy !== null && (
        <div className="grid items-start gap-5 xl:grid-cols-2">
          <Examples results={results} />
          <WhatChanges inForce={inForce}>
            <Differences check={check} />
            {heirs.length > 0 && <Heirs heirs={heirs} />}
          </WhatChanges>
        </div>
      )}
    </div>
  );
}

function Examples({ results }: { results: readonly WireExampleResult[] }) {
  const t = useWords(words);
  const figures = useFigures();
  const said = ({ step, amounts }: WireExampleResult['found']): string => {
    const sums = amounts.map(({ amount, currency }) => figures.money(amount, currency));
    return [step ?? t('nothing'), ...sums].join(' ');
  };
  return (
    <ExampleResults
      results={results.map(({ name, passed, expected, found }) => ({
        name,
        passed,
        expected: said(expected),
        found: said(found),
      }))}
    />
  );
}

/** What changes against the version in force, a sentence each. */
export function Differences({ check: { diff } }: { check: WireCheck }) {
  return (
    <ChangeList changes={diff.map(({ code, text }) => ({ key: `${code} ${text}`, says: text }))} />
  );
}

function Heirs({ heirs }: { heirs: WireCheck['heirs'] }) {
  const t = useWords(words);
  return (
    <>
      <h3 className="mt-3 mb-1">{t('heirs')}</h3>
      <ul className="grid gap-1">
        {heirs.map(({ key, problems, results }) => {
          const isFine = problems.length === 0 && results.every(({ passed }) => passed);
          return <li key={key}>{t(isFine ? 'heir_fine' : 'heir_breaks', { key })}</li>;
        })}
      </ul>
    </>
  );
}
