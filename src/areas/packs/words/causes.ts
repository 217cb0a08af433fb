/** Why debts are late: the causes of the disputes, in their words. */
export { causeNames } from '#areas/disputes/words/names.ts';
