/** The checks of a deposit: those in it, and those that the bank took out. */
import type { AnswerOf } from '#platform/contract/route.ts';
import type { oneDeposit } from '#areas/cash/contract/deposits.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { Button } from '#web/ui/Button.tsx';
import { useWords } from '#web/ui/say.ts';
import { words } from './words.ts';

type Item = AnswerOf<typeof oneDeposit>['items'][number];
type ItemsProps = {
  items: readonly Item[];
  currency: string;
  onTakeOut: ((itemNo: number) => void) | undefined;
  onReject: ((item: Item) => void) | undefined;
};

export function DepositItems({ items, currency, onTakeOut, onReject }: ItemsProps) {
  const t = useWords(words);
  if (items.length === 0) return null;
  return (
    <ul className="grid gap-1">
      {items.map((item) => (
        <li key={item.itemNo} className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="w-7 text-right text-ink-3">{item.itemNo}</span>
          <span className="min-w-0 flex-1 truncate">
            <b>{item.serial}</b> {item.routing} …{item.account.slice(-4)} {item.who}
          </span>
          <span className="text-sm text-ink-2">{sidesOf(item, t)}</span>
          <Amount value={item.amount} currency={currency} strong />
          {onTakeOut && (
            <Button
              tone="quiet"
              aria-label={t('take_out', { serial: item.serial })}
              onClick={() => onTakeOut(item.itemNo)}
            >
              {t('take_out_short')}
            </Button>
          )}
          {onReject && (
            <Button
              tone="quiet"
              aria-label={t('rejects', { serial: item.serial })}
              onClick={() => onReject(item)}
            >
              {t('rejects_short')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** What the bank took out, with its word, and its word on the whole while it stands rejected. */
export function RejectedItems({ deposit: answer }: { deposit: AnswerOf<typeof oneDeposit> }) {
  const t = useWords(words);
  const { deposit, rejected, rejection } = answer;
  return (
    <>
      {rejected.length > 0 && (
        <ul className="grid gap-1 text-ink-2">
          {rejected.map(({ itemNo, serial, amount, reason }) => (
            <li key={itemNo} className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span className="w-7 text-right text-ink-3">{itemNo}</span>
              <span className="min-w-0 flex-1">
                <b>{serial}</b> {t('rejected_check', { reason })}
              </span>
              <Amount value={amount} currency={deposit.currency} />
            </li>
          ))}
        </ul>
      )}
      {rejection !== null && <p className="text-sm">{t('rejection', { reason: rejection })}</p>}
    </>
  );
}

function sidesOf(
  { hasFront, hasBack }: { readonly hasFront: boolean; readonly hasBack: boolean },
  t: (name: 'front' | 'back' | 'no_pictures') => string,
): string {
  const sides = [...(hasFront ? [t('front')] : []), ...(hasBack ? [t('back')] : [])];
  return sides.length === 0 ? t('no_pictures') : sides.join(', ');
}
