/**
 * The chance that something stays unpaid, from nothing but how often an account paid once late.
 *
 * The rate of paying per late day differs from account to account like a gamma variable; what an
 * account showed so far updates it, and the chance to see nothing for the horizon is the Lomax
 * tail (b / (b + H))^a. It serves until a forecast stands, and for books too small for one.
 */
import { type LatePaying, type Standing, horizonDays } from './standing.ts';

/** How much alike accounts are: half a payment's evidence, so that their own soon counts. */
const shape = 0.5;
/** Of a book that shows nothing yet: one payment in a month of being late. */
const unknownRate = 1 / 30;

/** Payments per late day over the whole book. */
export function bookRate({ paid, lateDays }: LatePaying): number {
  return (paid + 1) / (lateDays + 1 / unknownRate);
}

/** Payments per late day of one account, drawn to its book's. */
export function ownRate({ paid, lateDays }: LatePaying, book: number): number {
  return (shape + paid) / (shape / book + lateDays);
}

/** The share that stays unpaid for the horizon if nobody does anything. */
export function staysOpen({ paying, staysOpen: forecast }: Standing, book: number): number {
  if (forecast !== null) return forecast;
  const waited = shape / book + paying.lateDays;
  return (waited / (waited + horizonDays)) ** (shape + paying.paid);
}
