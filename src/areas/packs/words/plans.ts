/** What is done about an account: the steps of the plans of action, in their words. */
export { stepNames } from '#areas/escalations/words/action-plans.ts';
