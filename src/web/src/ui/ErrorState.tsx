import { codeWord } from '@/shared/i18n/codes';
import { useLanguage, useWords } from '@/shared/i18n/language';
import { asApiError } from '@/shared/api/problem';
import { Link } from 'wouter';
import { Icon } from './icons';
import { Shape } from './Shape';
import { uiWords } from './words';

/** A page that could not be shown: what happened, that nothing was lost, what to do. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useWords(uiWords);
  const refusal = asApiError(error);
  return (
    <div className="state" role="alert">
      <div>
        <h2 className="row">
          <Shape name="triangle" className="late" />
          {refusal.offline ? t.offlineTitle : (refusal.problem.title ?? t.wrong)}
        </h2>
        <p>{refusal.offline ? t.offlineHow : (refusal.problem.detail ?? '')}</p>
        {refusal.problem.traceId !== undefined && (refusal.status >= 500 || refusal.status === 0) && <p className="small t3">{String(refusal.problem.traceId)}</p>}
      </div>
      {refusal.status === 404 ? <div className="row"><Link className="btn" href="/studies">{t.toPortfolio}</Link></div> : onRetry && (
        <div className="row">
          <button type="button" className="btn" onClick={onRetry}><Icon name="history" small />{t.retry}</button>
        </div>
      )}
    </div>
  );
}

/** A refusal in its place, beside what was refused; never a toast. */
export function ErrorNote({ error }: { error: unknown }) {
  const t = useWords(uiWords);
  const { language } = useLanguage();
  if (!error) return null;
  const refusal = asApiError(error);
  const fields = [...Object.values(refusal.problem.errors ?? {}).flat(), ...(refusal.problem.unmet ?? []).map((u) => `${u.condition} (${codeWord('role', u.owner, language) ?? u.owner})`)];
  return (
    <div className="note late" role="alert">
      <Shape name="triangle" />
      <div>
        <b>{refusal.offline ? t.offlineTitle : (refusal.problem.title ?? t.wrong)}</b>{' '}
        {refusal.offline ? t.kept : refusal.problem.detail}
        {fields.length > 0 && <ul>{fields.map((text) => <li key={text}>{text}</li>)}</ul>}
      </div>
    </div>
  );
}
