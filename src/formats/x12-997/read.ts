/**
 * X12 997: the other side's receipt for a group that we sent, set by set.
 *
 * AK5 and AK9 say `A` accepted, `E` accepted with errors, `P` in part, `R` rejected; what
 * was rejected has not been received and must be sent again.
 */
import { accept, type Outcome } from '#kernel/outcome.ts';
import { type FileProblem } from '../neutral.ts';
import { type BankFileRefusal } from '../reader.ts';
import { type TransactionSet } from '../x12/envelope.ts';
import { type Segment, element } from '../x12/segments.ts';
import { type SetReading } from '../x12/set.ts';

/** Reads one set: which of ours were accepted; each that was not is a problem of the file. */
export function readAcknowledgement(set: TransactionSet): Outcome<SetReading, BankFileRefusal> {
  const group = set.segments.find((segment) => segment.tag === 'AK1');
  const closing = set.segments.find((segment) => segment.tag === 'AK9');
  const answers = answersOf(set.segments);
  const problems: FileProblem[] = answers
    .filter(({ verdict }) => verdict !== 'A')
    .map(({ set: ours, control, verdict, record }) => ({
      record,
      code: 'x12.not_accepted',
      facts: { set: ours, control, verdict },
    }));
  const summary = {
    ...(group ? { group: element(group, 2) } : {}),
    ...(closing ? { verdict: element(closing, 1) } : {}),
    accepted: answers.length - problems.length,
    rejected: problems.length,
  };
  return accept({ summary, remittances: [], controls: [], problems });
}

type Answer = { set: string; control: string; verdict: string; record: number };

/** AK2 names one of our sets; the AK5 that follows judges it. */
function answersOf(segments: readonly Segment[]): Answer[] {
  const answers: Answer[] = [];
  let named: Segment | undefined;
  for (const segment of segments) {
    if (segment.tag === 'AK2') named = segment;
    if (segment.tag !== 'AK5' || named === undefined) continue;
    const set = element(named, 1);
    const control = element(named, 2);
    answers.push({ set, control, verdict: element(segment, 1), record: segment.record });
    named = undefined;
  }
  return answers;
}
