/** What explains a receipt, best first: the lines, what is left, and why it is believed. */
import type { WireProposal } from '#areas/cash/contract/board.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { Button } from '#web/ui/Button.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useLanguage } from '#web/ui/language.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { useWords } from '#web/ui/say.ts';
import { Empty } from '#web/ui/states.tsx';
import { type BoardWork, isZero } from './use-board.ts';
import { letterOf } from './ways.ts';
import { evidenceWords, words } from './words.ts';

export function Proposals({ work }: { work: BoardWork }) {
  const t = useWords(words);
  const { proposals, reasons } = work.data;
  if (proposals.length === 0) {
    return (
      <>
        <Empty title={t('no_proposal')} why={t('no_proposal_why')} />
        <Reasons kinds={reasons.map(({ kind }) => kind)} />
      </>
    );
  }
  return (
    <ol className="grid gap-2.5">
      {proposals.map((proposal, at) => (
        <li key={proposal.rank}>
          <OneProposal proposal={proposal} at={at} work={work} />
        </li>
      ))}
    </ol>
  );
}

type OneProps = { proposal: WireProposal; at: number; work: BoardWork };

function OneProposal({ proposal, at, work }: OneProps) {
  const t = useWords(words);
  const figures = useFigures();
  const forbidden = useMay()('cash.post');
  const { account, confidence, lines } = proposal;
  const { currency } = work.data.receipt;
  return (
    <section
      aria-label={t('proposal', { letter: letterOf(at) })}
      className={`rounded-lg border p-3 ${at === 0 ? 'border-accent' : 'border-line'} bg-surface`}
    >
      <div className="mb-1.5 flex flex-wrap items-baseline justify-between gap-x-3">
        <h3 className="font-[600]">
          {t('proposal', { letter: letterOf(at) })}
          <span className="pl-2 font-normal text-ink-2">
            {account.name} · {account.number}
          </span>
        </h3>
        <span className="text-sm text-ink-2">
          {t('sure', { percent: figures.percent(Math.floor(confidence * 100)) })}
        </span>
      </div>
      <ul className="grid gap-0.5">
        {lines.map((line) => (
          <li key={line.itemId} className="flex justify-between gap-3">
            <span className="truncate">
              {line.document}
              {!isZero(line.discount) && (
                <span className="pl-2 text-sm text-ink-3">
                  {t('discount')} {figures.amount(line.discount, currency)}
                </span>
              )}
            </span>
            <Amount value={line.amount} currency={currency} />
          </li>
        ))}
        <Rest name={t('stays')} value={proposal.onAccount} currency={currency} />
        <Rest name={t('left_open')} value={proposal.short} currency={currency} />
        <Rest name={t('fee')} value={proposal.fee} currency={currency} />
      </ul>
      <Reasons kinds={proposal.reasons.map(({ kind }) => kind)} />
      <Button
        tone={at === 0 ? 'main' : 'plain'}
        keys={at === 0 ? 'Enter' : String(at + 1)}
        because={forbidden}
        busy={work.busy}
        onClick={() => work.accept(proposal)}
      >
        {t('accept')}
      </Button>
    </section>
  );
}

function Rest({ name, value, currency }: { name: string; value: string; currency: string }) {
  if (isZero(value)) return null;
  return (
    <li className="flex justify-between gap-3 text-ink-2">
      <span>{name}</span>
      <Amount value={value} currency={currency} />
    </li>
  );
}

export function Reasons({ kinds }: { kinds: readonly string[] }) {
  const language = useLanguage();
  const phrases = new Map(Object.entries(evidenceWords));
  const said = [...new Set(kinds)].flatMap((kind) => phrases.get(kind)?.[language] ?? []);
  return <p className="my-2 text-sm text-ink-2">{said.join(' · ')}</p>;
}
