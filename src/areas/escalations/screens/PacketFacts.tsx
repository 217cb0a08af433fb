/** The context packet: what was known of the account when somebody asked. */
import { useActivityText } from '#areas/customers/screens/index.ts';
import type { WireEscalation } from '#areas/escalations/contract.ts';
import { useFigures } from '#web/ui/figures.ts';
import { KeyValue } from '#web/ui/KeyValue.tsx';
import { useWords } from '#web/ui/say.ts';
import { words } from './words.ts';

export function PacketFacts({ packet }: { packet: WireEscalation['packet'] }) {
  const t = useWords(words);
  const figures = useFigures();
  const text = useActivityText();
  const { owed, contacts, promises, disputes } = packet;
  const lines = (all: readonly string[]) =>
    all.length === 0 ? (
      t('nothing')
    ) : (
      <ul className="grid gap-0.5">
        {all.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    );
  return (
    <section>
      <h2 className="mb-1">{t('packet')}</h2>
      <KeyValue
        plain
        facts={[
          {
            name: t('owed'),
            value: lines(
              owed.map(({ currency, balance, overdue, oldestDueOn }) => {
                const amounts = {
                  balance: figures.money(balance, currency),
                  overdue: figures.money(overdue, currency),
                };
                const since =
                  oldestDueOn === null ? '' : t('since', { day: figures.day(oldestDueOn) });
                return [t('owed_of', amounts), since].filter(Boolean).join(', ');
              }),
            ),
          },
          {
            name: t('promises'),
            value: lines(
              promises.map(({ amount, currency, dueOn }) =>
                t('promise_line', {
                  amount: figures.money(amount, currency),
                  day: figures.day(dueOn),
                }),
              ),
            ),
          },
          {
            name: t('disputes'),
            value: lines(
              disputes.map(({ document, since }) => `${document}, ${figures.day(since)}`),
            ),
          },
          {
            name: t('contacts'),
            value: lines(
              contacts.map(({ on, said, facts, text: own }) =>
                [figures.day(on), text(said, facts), own].filter(Boolean).join(' · '),
              ),
            ),
          },
        ]}
      />
    </section>
  );
}
