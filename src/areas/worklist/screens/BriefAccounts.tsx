/** The accounts of a brief with every line that its figures count. */
import { Link } from '@tanstack/react-router';
import { useActivityText } from '#areas/customers/screens/index.ts';
import type { Brief, BriefLine } from '#areas/worklist/contract.ts';
import { paths } from '#web/paths.ts';
import { useFigures } from '#web/ui/figures.ts';
import { useWords } from '#web/ui/say.ts';
import { Tag } from '#web/ui/Tag.tsx';
import { Timeline } from '#web/ui/Timeline.tsx';
import { words } from './brief-words.ts';

type Props = { accounts: Brief['accounts']; reader: string };

export function BriefAccounts({ accounts, reader }: Props) {
  const t = useWords(words);
  const moments = useBriefMoments();
  return (
    <div className="grid gap-3 xl:grid-cols-2">
      {accounts.map(({ accountId, account, name, owner, due, lines }) => (
        <section key={accountId} className="rounded-md border border-line bg-surface px-3 py-2.5">
          <div className="mb-1.5 flex flex-wrap items-baseline gap-x-2">
            <h2>
              <Link to={paths.account} params={{ accountId }} className="hover:underline">
                {name}
              </Link>
            </h2>
            <span className="text-sm text-ink-3">{account}</span>
            {due && <Tag tone="warn">{t('due_today')}</Tag>}
            {owner !== null && owner !== reader && <Tag>{t('owned_by', { name: owner })}</Tag>}
          </div>
          <Timeline moments={moments(lines)} />
        </section>
      ))}
    </div>
  );
}

function useBriefMoments() {
  const t = useWords(words);
  const figures = useFigures();
  const activity = useActivityText();
  const amountOf = ({ amount, currency }: BriefLine): string =>
    amount === null || currency === null ? '' : figures.money(amount, currency);
  return (lines: readonly BriefLine[]) =>
    lines.map((line, index) => ({
      id: `${line.kind} ${index}`,
      on: line.on,
      what:
        (line.phrase === null || line.kind === 'promise_made'
          ? undefined
          : activity(line.phrase, line.facts)) ??
        t(`one_${line.kind}`, {
          amount: amountOf(line),
          document: line.facts.document ?? '',
          name: line.facts.name ?? '',
        }),
      text: line.text,
      ...(line.actor === null
        ? {}
        : {
            who:
              line.onBehalf === null
                ? line.actor
                : t('acting', { actor: line.actor, owner: line.onBehalf }),
          }),
    }));
}
