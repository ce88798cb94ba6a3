import { useWords } from '@/shared/i18n/language';
import type { Slip } from '@/shared/types';
import { Shape } from './Shape';
import { uiWords } from './words';

/** "18 BD late", "on plan", "5 BD early"; what counts as late the server says. */
export function SlipLabel({ slip, tag }: { slip: Slip | null | undefined; tag?: boolean }) {
  const t = useWords(uiWords);
  if (!slip) return <span className="t3">–</span>;
  const days = Math.abs(slip.businessDays);
  const base = tag ? 'tag' : 'st';
  if (slip.businessDays === 0)
    return <span className={base}><Shape name="tick" />{t.onPlan}</span>;
  if (slip.businessDays < 0)
    return <span className={`${base} ok tn`} title={t.earlySpoken(days)}><Shape name="tick" />{t.early(days)}</span>;
  const late = slip.level === 'late';
  return (
    <span className={`${base} ${late ? 'late' : 'risk'} tn`} title={t.lateSpoken(days)}>
      <Shape name={late ? 'triangle' : 'diamond'} />
      {t.late(days)}
    </span>
  );
}
