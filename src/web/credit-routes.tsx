/** The screens of credit: the policy that orders are judged by. */
import { lazyRouteComponent } from '@tanstack/react-router';
import { behindDoor } from './door.tsx';
import { paths } from './paths.ts';

const policies = behindDoor(
  paths.creditPolicies,
  lazyRouteComponent(
    () => import('#areas/credit/screens/policies/PoliciesScreen.tsx'),
    'PoliciesScreen',
  ),
);

const newPolicy = behindDoor(
  paths.newCreditPolicy,
  lazyRouteComponent(
    () => import('#areas/credit/screens/policies/NewPolicyScreen.tsx'),
    'NewPolicyScreen',
  ),
);

const policy = behindDoor(
  paths.creditPolicy,
  lazyRouteComponent(
    () => import('#areas/credit/screens/policies/PolicyScreen.tsx'),
    'PolicyScreen',
  ),
);

export const creditRoutes = [policies, newPolicy, policy];
