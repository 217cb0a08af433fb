/** A snapshot as it goes over the wire: the totals of its preview, and what it asks. */
import { formatMoney, money } from '#kernel/money.ts';
import type { Language } from '#kernel/words.ts';
import { say } from '#platform/cli/say.ts';
import type { SnapshotOutcome, SnapshotPart } from '../actions/take-snapshot.ts';
import type { Figure, SnapshotTotal } from '../rules/snapshot.ts';
import { words } from '../words.ts';

/** Items spelled out that a snapshot did not decide; the counts tell how many there are. */
const mostNamed = 200;

export function wireSnapshot(snapshot: SnapshotOutcome['snapshot'], language: Language) {
  const { source, asOf, parts, asks } = snapshot;
  return {
    source,
    asOf,
    closes: parts.reduce((sum, { closes }) => sum + closes, 0),
    parts: parts.map(wirePart),
    asks: asks && {
      code: asks.refusal,
      message: say(words, asks.refusal, asks.facts, language),
      remedy: say(words, `${asks.refusal}_remedy`, asks.facts, language),
    },
  };
}

function wirePart({ company, covers, last, closes, totals, exceptions }: SnapshotPart) {
  return {
    company,
    covers,
    last,
    closes,
    totals: totals.map(wireSnapshotTotal),
    exceptions: exceptions.slice(0, mostNamed).map(({ externalId, why, currency, amount }) => ({
      item: externalId.replace(/^(?:item|receipt):/u, ''),
      why,
      currency,
      amount: formatMoney(money(amount, currency)),
    })),
  };
}

function wireSnapshotTotal(total: SnapshotTotal) {
  const { currency } = total;
  const figure = ({ count, amount }: Figure) => ({
    count,
    amount: formatMoney(money(amount, currency)),
  });
  return {
    currency,
    opening: figure(total.opening),
    fresh: figure(total.fresh),
    unchanged: figure(total.unchanged),
    raised: figure(total.raised),
    lowered: figure(total.lowered),
    vanished: figure(total.vanished),
    reappeared: figure(total.reappeared),
    reposted: figure(total.reposted),
    closing: figure(total.closing),
    ahead: figure(total.ahead),
    kept: figure(total.kept),
    file: figure(total.file),
  };
}
