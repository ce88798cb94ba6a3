import { useWords } from '@/shared/i18n/language';
import type { Party, Waiting } from '@/shared/types';
import { Icon, type IconName } from './icons';
import { uiWords } from './words';

/** Fixed pictures: the party is grey, only the days take colour. */
export const PARTY_ICON: Record<Party, IconName> = { us: 'us', site: 'site', authority: 'authority', sponsor: 'sponsor', nobody: 'wait' };

/** Whom it waits on and for how many business days; 0 says "today". */
export function WaitingOn({ waiting }: { waiting: Waiting | null | undefined }) {
  const t = useWords(uiWords);
  if (!waiting) return <span className="t3">–</span>;
  const spoken = t.waitingOn(waiting.who, waiting.businessDays === 0 ? t.today : t.daysSpoken(waiting.businessDays));
  return (
    <span className="wait" title={waiting.what ? `${waiting.what}. ${spoken}` : spoken}>
      <Icon name={PARTY_ICON[waiting.party]} small />
      <span className="ell">{waiting.who}</span>
      <b className={waiting.level === 'late' ? 'late' : waiting.level === 'risk' ? 'risk' : ''}>
        {waiting.businessDays === 0 ? t.today : t.days(waiting.businessDays)}
      </b>
    </span>
  );
}
