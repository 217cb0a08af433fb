/** The firm's own contact policy among the packs: what counts today, and what waits. */
import { Link } from '@tanstack/react-router';
import { RuleList, StateTag, usePolicies } from '#areas/policies/screens/index.ts';
import { paths } from '#web/paths.ts';
import { useMay } from '#web/ui/reader.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { Bones, Failed } from '#web/ui/states.tsx';
import { useContactPolicy } from './policy-data.ts';
import { words } from './words.ts';

export function FirmPolicy() {
  const t = useWords(words);
  const why = useWhy();
  const asked = useContactPolicy();
  const mayRead = useMay()('policies.read') === undefined;
  const { data } = asked;
  return (
    <section className="mb-5 rounded-md bg-sunk px-3 py-2.5">
      <h2 className="mb-1">
        {t('firm')}{' '}
        {data !== undefined && (
          <span className="text-sm font-normal text-ink-2">
            {data.version === null ? t('standard') : t('in_force', { version: data.version })}
          </span>
        )}
      </h2>
      {asked.isPending && <Bones lines={4} gap={10} />}
      {asked.isError && <Failed why={why(asked.error)} onRetry={() => void asked.refetch()} />}
      {data !== undefined && <RuleList rules={data.rules} />}
      {mayRead && <Document />}
    </section>
  );
}

function Document() {
  const t = useWords(words);
  const waiting = usePolicies('contact').data?.rows[0]?.waiting ?? [];
  return (
    <p className="mt-1.5 flex flex-wrap items-baseline gap-x-3">
      <Link to={paths.contactPolicy} className="link">
        {t('open')}
      </Link>
      {waiting[0] !== undefined && (
        <span className="text-sm text-ink-2">
          {t('waits', { count: waiting.length })} <StateTag version={waiting[0]} />
        </span>
      )}
    </p>
  );
}
