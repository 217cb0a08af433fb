/** The accounts that would change hands: from whom to whom, and by which rule. */
import { useFigures } from '#web/ui/figures.ts';
import { useWords } from '#web/ui/say.ts';
import type { Effect } from './preview.ts';
import { words } from './words.ts';

type Move = Effect['moves'][number];
type Props = {
  moves: readonly Move[];
  /** How many there are; more than shown when the list is cut. */
  count: number;
  currency: string;
  ruleName?: (rule: number) => string;
  /** Lets single moves be left out. */
  pick?: { readonly kept: ReadonlySet<string>; readonly onTurn: (accountId: string) => void };
};

export function MoveList({ moves, count, currency, ruleName, pick }: Props) {
  const t = useWords(words);
  return (
    <section aria-label={t('moves')}>
      <h3 className="mt-4 mb-1 font-[600]">{t('moves')}</h3>
      {count > moves.length && (
        <p role="note" className="mb-1 rounded-md bg-warn-soft px-2.5 py-1 text-sm text-warn">
          {t('moves_cut', { shown: moves.length, count })}
        </p>
      )}
      <ul className="grid">
        {moves.map((move) => (
          <li key={move.accountId} className="flex items-start gap-2.5 border-t border-line py-1.5">
            {pick !== undefined && (
              <input
                type="checkbox"
                aria-label={t('move_it', { name: move.name, account: move.account })}
                checked={!pick.kept.has(move.accountId)}
                onChange={() => pick.onTurn(move.accountId)}
                className="mt-1 size-4 accent-accent"
              />
            )}
            <MoveLine move={move} currency={currency} ruleName={ruleName} />
          </li>
        ))}
      </ul>
    </section>
  );
}

type LineProps = Pick<Props, 'currency'> & { move: Move; ruleName: Props['ruleName'] };

function MoveLine({ move, currency, ruleName }: LineProps) {
  const t = useWords(words);
  const figures = useFigures();
  const { name, account, balance, from, to, rule } = move;
  return (
    <span className="grid min-w-0 flex-1 grid-cols-[minmax(0,1fr)_auto] gap-x-3">
      <span className="truncate">
        <span className="font-[550]">{name}</span>{' '}
        <span className="text-sm text-ink-3">{account}</span>
      </span>
      <span className="figures">{figures.amount(balance, currency)}</span>
      <span className="text-sm text-ink-2">
        {from ?? t('nobody')} → <b className="font-[600]">{to ?? t('nobody')}</b>
      </span>
      <span className="truncate text-right text-sm text-ink-3">
        {rule !== null && (ruleName?.(rule) ?? t('by_rule', { rule }))}
      </span>
    </span>
  );
}
