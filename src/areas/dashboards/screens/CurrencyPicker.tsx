/** Which currency the figures are in: amounts of several are never added up. */
import { Picker } from '#web/ui/Picker.tsx';
import { useWords } from '#web/ui/say.ts';
import { words } from './words.ts';

type Props = {
  answer: { currency: string; currencies: readonly string[] };
  onPick: (currency: string) => void;
};

export function CurrencyPicker({ answer: { currency, currencies }, onPick }: Props) {
  const t = useWords(words);
  if (currencies.length < 2) return null;
  return (
    <Picker
      label={t('currency')}
      on={currency}
      choices={currencies.map((value) => ({ value, name: value }))}
      onPick={onPick}
    />
  );
}
