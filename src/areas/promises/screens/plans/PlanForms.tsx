/** Which form lies over the page of a plan. */
import type { WireWholePlan } from '#areas/promises/contract/plans.ts';
import { AmendForm } from './AmendForm.tsx';
import { CopyForm, EndMandateForm, MandateForm, ReageForm } from './care-forms.tsx';
import { CancelForm, CatchUpForm } from './ending-forms.tsx';
import { PaperForm, SignForm } from './sign-forms.tsx';

/** An end is of one mandate. */
export type PlanFormName =
  | 'sign'
  | 'paper'
  | 'amend'
  | 'catch_up'
  | 'cancel'
  | 'copy'
  | 'mandate'
  | 'reage'
  | { readonly end: string };

type Props = { plan: WireWholePlan; form: PlanFormName | null; onClose: () => void };

export function PlanForms({ plan, form, onClose }: Props) {
  if (form === null) return null;
  const over = { plan, onClose };
  if (typeof form === 'object') return <EndMandateForm {...over} mandateId={form.end} />;
  if (form === 'sign') return <SignForm {...over} />;
  if (form === 'paper') return <PaperForm {...over} />;
  if (form === 'amend') return <AmendForm {...over} />;
  if (form === 'catch_up') return <CatchUpForm {...over} />;
  if (form === 'cancel') return <CancelForm {...over} />;
  if (form === 'copy') return <CopyForm {...over} />;
  if (form === 'mandate') return <MandateForm {...over} />;
  return <ReageForm {...over} />;
}
