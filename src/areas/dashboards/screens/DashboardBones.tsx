/** The shape of a dashboard that is on its way. */
import { Bone } from '#web/ui/states.tsx';

export function DashboardBones() {
  return (
    <div className="grid gap-6" role="status" aria-busy>
      <Bone height={200} />
      <div className="grid gap-6 lg:grid-cols-2">
        <Bone height={210} />
        <Bone height={210} />
      </div>
    </div>
  );
}
