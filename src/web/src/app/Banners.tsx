import { useWords } from '@/shared/i18n/language';
import { useConnection } from '@/shared/api/live';
import type { Nature } from '@/shared/api/session';
import { Icon } from '@/ui/icons';
import { Shape } from '@/ui/Shape';
import { appWords } from './words';

/** Says on every page, printed ones included, that this is not the real thing; and when nobody answers. */
export function Banners({ nature }: { nature: Nature }) {
  const t = useWords(appWords);
  const connection = useConnection();
  return (
    <section className="banners" aria-label={t.instanceMark}>
      {nature !== 'production' && (
        <div className={`banner ${nature}`} role="note">
          <Icon name={nature === 'training' ? 'flag' : 'history'} small />
          {nature === 'training' ? t.training : t.rehearsal}
          <span className="hide-xs">{nature === 'training' ? t.trainingText : t.rehearsalText}</span>
        </div>
      )}
      <div aria-live="polite">
        {connection === 'offline' && (
          <div className="banner no-print"><Shape name="diamond" />{t.offline}<span>{t.offlineText}</span></div>
        )}
      </div>
    </section>
  );
}
