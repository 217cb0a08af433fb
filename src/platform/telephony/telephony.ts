/**
 * The way to the telephone network: how a number is dialed, and how a text goes out.
 *
 *   sent       the provider took it
 *   not_sent   it was refused, or nobody was reached: certainly nothing went out
 *   unknown    the line broke while it went out; a report or a person must say
 *
 * It never tries twice; whoever calls has written down the attempt before.
 */

export type Text = {
  /** In E.164. */
  readonly to: string;
  readonly body: string;
};

export type TextPosted = {
  readonly state: 'sent' | 'not_sent' | 'unknown';
  /** The provider's own words, or what went wrong. */
  readonly detail: string;
  /** What the provider calls it; null when it did not say. */
  readonly ref: string | null;
};

export type Texter = {
  send(text: Text): Promise<TextPosted>;
  /** Did the provider sign this request to this path of ours? */
  signed(path: string, fields: Readonly<Record<string, string>>, signature: string): boolean;
};

export type Telephony = {
  /** `{number}` stands for the number. */
  readonly dialLink: string;
  readonly callerNumber: string | undefined;
  /** Undefined where no provider is set up. */
  readonly texter: Texter | undefined;
};
