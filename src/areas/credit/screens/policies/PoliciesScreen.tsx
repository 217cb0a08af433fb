/** The credit policy as people read it: what counts today in words, and the desk's documents. */
import { Link } from '@tanstack/react-router';
import type { WireCreditPolicies } from '#areas/credit/contract/policies.ts';
import { RuleList, StateTag, usePolicies } from '#areas/policies/screens/index.ts';
import { paths } from '#web/paths.ts';
import { linkLook } from '#web/ui/Button.tsx';
import { useLanguage } from '#web/ui/language.tsx';
import { Page } from '#web/ui/Page.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { Bones, Failed } from '#web/ui/states.tsx';
import { useCreditPolicies } from './policy-data.ts';
import { words } from './words.ts';

export function PoliciesScreen() {
  const t = useWords(words);
  const why = useWhy();
  const asked = useCreditPolicies();
  const mayPropose = useMay()('policies.propose') === undefined;
  return (
    <Page
      title={t('policy')}
      sub={t('sub')}
      actions={
        mayPropose && (
          <Link to={paths.newCreditPolicy} className={linkLook}>
            {t('new')}
          </Link>
        )
      }
    >
      {asked.isPending && <Bones lines={12} gap={16} />}
      {asked.isError && <Failed why={why(asked.error)} onRetry={() => void asked.refetch()} />}
      {asked.data !== undefined && (
        <div className="grid items-start gap-6 xl:grid-cols-2">
          <section>
            <h2 className="mb-2">{t('counts_now')}</h2>
            <div className="grid gap-4">
              {asked.data.rows.map((row) => (
                <OneInForce key={row.key} row={row} />
              ))}
            </div>
          </section>
          <Documents />
        </div>
      )}
    </Page>
  );
}

function OneInForce({ row }: { row: WireCreditPolicies['rows'][number] }) {
  const t = useWords(words);
  const { key, version, standard, rules } = row;
  return (
    <article className="rounded-lg border border-line px-4 py-3">
      <h3 className="mb-1">{standard ? t('standard') : t('key_version', { key, version })}</h3>
      {standard && <p className="mb-1.5 text-sm text-ink-2 text-pretty">{t('standard_why')}</p>}
      <RuleList rules={rules} />
    </article>
  );
}

function Documents() {
  const t = useWords(words);
  const language = useLanguage();
  const asked = usePolicies('credit');
  const rows = asked.data?.rows ?? [];
  return (
    <section>
      <h2 className="mb-2">{t('documents')}</h2>
      {asked.data !== undefined && rows.length === 0 && <p className="text-ink-2">{t('none')}</p>}
      <ul className="grid gap-2">
        {rows.map(({ key, name, inForce, waiting }) => (
          <li key={key} className="rounded-lg border border-line px-4 py-3">
            <Link to={paths.creditPolicy} params={{ key }} className="link font-[600]">
              {name[language]}
            </Link>
            <p className="mt-0.5 flex flex-wrap items-baseline gap-x-3 text-sm text-ink-2">
              <span>
                {inForce === null ? t('not_in_force') : t('in_force', { version: inForce.version })}
              </span>
              {waiting[0] !== undefined && (
                <span>
                  {t('waits', { count: waiting.length })} <StateTag version={waiting[0]} />
                </span>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
