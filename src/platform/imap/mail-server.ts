/** A box on an IMAP server, and how to sign in to it. */
import type { TokenGrant } from '../oauth2/access-token.ts';

export type SignIn =
  | { readonly kind: 'password'; readonly password: string }
  | ({ readonly kind: 'oauth2' } & TokenGrant);

export type MailServer = {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; otherwise the server may still offer it. */
  readonly secure: boolean;
  readonly user: string;
  readonly folder: string;
  readonly signIn: SignIn;
};

/** Why a box could not be looked at; each has its sentence and its remedy. */
export const boxProblems = [
  'unreachable',
  'sign_in_refused',
  'token_refused',
  'no_such_folder',
  'not_secure',
  'broke_off',
  'mail_left',
  'secret_missing',
] as const;
export type BoxProblem = (typeof boxProblems)[number];

/** A problem of a box; its message never holds a secret. */
export class BoxError extends Error {
  readonly problem: BoxProblem;

  constructor(problem: BoxProblem, message: string, options?: ErrorOptions) {
    super(message, options);
    this.problem = problem;
  }
}
