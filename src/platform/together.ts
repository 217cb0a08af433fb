/**
 * What many ask at once is answered for all of them: while one round is answered, those that come
 * wait for the next, and one statement reads, or one transaction writes, for all of them.
 *
 * Nothing is remembered between rounds, so that an answer is never older than its question.
 */
import type { Desk } from './action.ts';
import type { Db } from './postgres/db.ts';

export type Together<Asked, Answer> = {
  /** More than this many make a round slow for the one who asked first. */
  readonly most: number;
  /** Two that share one of these words never travel in one round: the later one waits. */
  readonly apart?: (asked: Asked) => readonly string[];
  /** An answer an asked, in their order; one may still be on its way and is not waited for. */
  readonly answer: (
    desk: Desk,
    asked: readonly Asked[],
  ) => Promise<readonly (Answer | Promise<Answer>)[]>;
};

type Waiting<Asked, Answer> = {
  readonly asked: Asked;
  readonly resolve: (answer: Answer | Promise<Answer>) => void;
  readonly reject: (error: unknown) => void;
};

type Queue<Asked, Answer> = { waiting: Waiting<Asked, Answer>[]; running: boolean };

/** One queue a database; a round that fails fails for those who travel in it alone. */
export function makeTogether<Asked, Answer>(
  how: Together<Asked, Answer>,
): (desk: Desk, asked: Asked) => Promise<Answer> {
  const queues = new WeakMap<Db, Queue<Asked, Answer>>();
  return (desk, asked) => {
    const queue = queues.get(desk.db) ?? { waiting: [], running: false };
    queues.set(desk.db, queue);
    return new Promise((resolve, reject) => {
      queue.waiting.push({ asked, resolve, reject });
      if (!queue.running) void answerAll(desk, queue, how);
    });
  };
}

async function answerAll<Asked, Answer>(
  desk: Desk,
  queue: Queue<Asked, Answer>,
  how: Together<Asked, Answer>,
): Promise<void> {
  queue.running = true;
  while (queue.waiting.length > 0) {
    const { round, later } = nextRound(queue.waiting, how);
    queue.waiting = later;
    try {
      const answers = await how.answer(
        desk,
        round.map(({ asked }) => asked),
      );
      if (answers.length !== round.length) throw new Error('an answer for each that is asked');
      for (const [at, answer] of answers.entries()) round[at]?.resolve(answer);
    } catch (error) {
      for (const { reject } of round) reject(error);
    }
  }
  queue.running = false;
}

/** Those that travel now, and those that wait, both in the order in which they came. */
function nextRound<Asked, Answer>(
  waiting: readonly Waiting<Asked, Answer>[],
  { most, apart }: Together<Asked, Answer>,
): { round: Waiting<Asked, Answer>[]; later: Waiting<Asked, Answer>[] } {
  if (apart === undefined) return { round: waiting.slice(0, most), later: waiting.slice(most) };
  const round: Waiting<Asked, Answer>[] = [];
  const later: Waiting<Asked, Answer>[] = [];
  const taken = new Set<string>();
  for (const each of waiting) {
    const words = apart(each.asked);
    const fits = round.length < most && !words.some((word) => taken.has(word));
    (fits ? round : later).push(each);
    // What waits keeps those behind it waiting, so that nobody overtakes.
    for (const word of words) taken.add(word);
  }
  return { round, later };
}
