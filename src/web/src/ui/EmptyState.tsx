import type { ReactNode } from 'react';

/** Never a blank table: a ghost of one row, what belongs here, and the next step. */
export function EmptyState({ title, text, ghost, ghostLabel, acts, foot }: {
  title: string; text: string; ghost?: ReactNode; ghostLabel?: string; acts?: ReactNode; foot?: ReactNode;
}) {
  return (
    <div className="state">
      {ghost && (
        <div className="ghost" aria-hidden="true">
          {ghostLabel && <span className="t3 small">{ghostLabel}</span>}
          <div className="row" style={{ gap: 16 }}>{ghost}</div>
        </div>
      )}
      <div>
        <h2>{title}</h2>
        <p>{text}</p>
      </div>
      {acts && <div className="row wrap">{acts}</div>}
      {foot && <div className="t3">{foot}</div>}
    </div>
  );
}
