/** What is owed by age, one figure a bucket; pressing one narrows the items to it. */
import type { Account } from '#areas/customers/contract.ts';
import { Amount, signOf } from '#web/ui/Amount.tsx';
import { bucketColour, useBucketName } from '#web/ui/buckets.ts';
import { useWords } from '#web/ui/say.ts';
import { words } from './words.ts';

type Balances = Account['balances'][number];
type Props = {
  labels: readonly string[];
  balances: Balances;
  /** Names the currency where the account has several. */
  named: boolean;
  on: number | undefined;
  onPick: (bucket: number | undefined) => void;
};

export function BucketStrip({ labels, balances, named, on, onPick }: Props) {
  const t = useWords(words);
  const { currency } = balances;
  return (
    <div className="mb-3 grid auto-cols-fr gap-px overflow-hidden rounded-lg border border-line bg-line max-sm:grid-cols-3 sm:grid-flow-col">
      {balances.buckets.map((amount, index) => (
        <BucketCell
          key={labels[index]}
          index={index}
          label={labels[index] ?? ''}
          amount={amount}
          currency={currency}
          on={on === index}
          onPick={() => onPick(on === index ? undefined : index)}
        />
      ))}
      <div className="bg-surface px-2 py-2 max-sm:col-[1/-1]">
        <span className="block text-sm text-ink-3">
          {t('unapplied')}
          {named && ` ${currency}`}
        </span>
        <span className="block font-[600]">
          <Amount value={balances.unapplied} currency={currency} />
        </span>
      </div>
    </div>
  );
}

type CellProps = {
  index: number;
  label: string;
  amount: string;
  currency: string;
  on: boolean;
  onPick: () => void;
};

function BucketCell({ index, label, amount, currency, on, onPick }: CellProps) {
  const t = useWords(words);
  const name = useBucketName()(label);
  const owed = signOf(amount) > 0;
  return (
    <button
      type="button"
      aria-pressed={on}
      title={t('show_bucket', { bucket: name })}
      onClick={onPick}
      className={`print relative px-2 py-2 text-left -outline-offset-2 ${on ? 'bg-accent-soft' : 'bg-surface hover:bg-sunk'}`}
    >
      <span className="block text-sm text-ink-3">{name}</span>
      <span className={`block font-[600] ${owed && index >= 3 ? 'text-late' : ''}`}>
        <Amount value={amount} currency={currency} />
      </span>
      <i
        aria-hidden
        className={`age-part absolute inset-x-0 bottom-0 h-[3px] ${owed ? bucketColour(index) : ''}`}
      />
    </button>
  );
}
