import { useWords } from '@/shared/i18n/language';
import { uiWords } from './words';

/** How many are done, with a tick where the plan says it should stand today. */
export function PlanBar({ done, total, planned }: { done: number; total: number; planned: number }) {
  const t = useWords(uiWords);
  const share = (n: number) => `${total === 0 ? 0 : Math.min(100, (n / total) * 100)}%`;
  const spoken = t.planTick(done, total, planned);
  return (
    <span className="planbar" role="img" aria-label={spoken} title={spoken}>
      <i style={{ width: share(done) }} />
      {planned > 0 && <b style={{ left: share(planned) }} />}
    </span>
  );
}
