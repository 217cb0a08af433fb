/** What other areas' server code may ask of plans of action. */
export { type OpenPlan, openPlans } from './store/open-plans.ts';
