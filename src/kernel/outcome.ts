/**
 * What a rule or an action answers when the business may say no.
 *
 * A refusal is a value with a stable name (`area.snake_case`) and the facts that its
 * sentence needs; an exception means that the program or the machine is wrong.
 */
export type Accepted<T> = { readonly ok: true; readonly value: T };
export type Refused<R extends string> = {
  readonly ok: false;
  readonly refusal: R;
  /** What the sentence names: amounts as decimal strings, days, numbers. */
  readonly facts: Facts;
};
export type Outcome<T, R extends string = string> = Accepted<T> | Refused<R>;
export type Facts = Readonly<Record<string, string | number>>;

export function accept<T>(value: T): Accepted<T> {
  return { ok: true, value };
}

export function refuse<R extends string>(refusal: R, facts: Facts = {}): Refused<R> {
  return { ok: false, refusal, facts };
}
