/** What the desk says of a text: its examples, what it changes, and who inherits from it. */
import type { WireCheck, WireExampleResult } from '#areas/strategies/contract/documents.ts';
import { useFigures } from '#web/ui/figures.ts';
import { useWords } from '#web/ui/say.ts';
import { Tag } from '#web/ui/Tag.tsx';
import { words } from './words.ts';

type Props = { check: WireCheck; isChecking: boolean };

export function CheckResults({ check, isChecking }: Props) {
  const t = useWords(words);
  const { strategy, results, diff, inForce, heirs } = check;
  const passed = results.filter((each) => each.passed).length;
  return (
    <div className="mt-5 grid gap-5" aria-busy={isChecking}>
      <p role="status" className="text-sm text-ink-2">
        {isChecking ? t('checking') : strategy === null ? '' : t('fits')}
      </p>
      {strategy !== null && (
        <div className="grid items-start gap-5 xl:grid-cols-2">
          <section>
            <h2 className="mb-1.5">
              {t('examples')}{' '}
              {results.length > 0 && (
                <span className="text-sm font-normal text-ink-2">
                  {t('examples_sub', { passed, count: results.length })}
                </span>
              )}
            </h2>
            {results.length === 0 && <p className="text-late">{t('examples_none')}</p>}
            <ul className="grid gap-1">
              {results.map((result) => (
                <OneExample key={result.name} result={result} />
              ))}
            </ul>
          </section>
          <section>
            <h2 className="mb-1.5">
              {t('diff')}{' '}
              {inForce !== null && (
                <span className="text-sm font-normal text-ink-2">
                  {t('diff_against', { version: inForce })}
                </span>
              )}
            </h2>
            {diff.length === 0 && <p className="text-ink-2">{t('diff_none')}</p>}
            <ul className="grid list-disc gap-1 pl-5">
              {diff.map(({ code, text }) => (
                <li key={`${code} ${text}`} className="text-pretty">
                  {text}
                </li>
              ))}
            </ul>
            {heirs.length > 0 && <Heirs heirs={heirs} />}
          </section>
        </div>
      )}
    </div>
  );
}

function OneExample({ result }: { result: WireExampleResult }) {
  const t = useWords(words);
  const figures = useFigures();
  const said = ({ step, amounts }: WireExampleResult['found']): string => {
    const sums = amounts.map(({ amount, currency }) => figures.money(amount, currency));
    return [step ?? t('nothing'), ...sums].join(' ');
  };
  const { name, passed, expected, found } = result;
  return (
    <li className="flex flex-wrap items-baseline gap-x-2">
      <Tag tone={passed ? 'good' : 'late'}>{passed ? t('passes') : t('fails')}</Tag>
      <span>{name}</span>
      {!passed && (
        <span className="text-sm text-late">
          {t('expected_found', { expected: said(expected), found: said(found) })}
        </span>
      )}
    </li>
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
