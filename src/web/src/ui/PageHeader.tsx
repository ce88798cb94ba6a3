import type { ReactNode } from 'react';
import { useEffect } from 'react';

export interface PageHeaderProps {
  title: string;
  /** Beside the title: a slip, a status, a view. */
  beside?: ReactNode;
  sub?: ReactNode;
  /** At most one of them is the primary button. */
  acts?: ReactNode;
}

/** The head of a page; it also names the browser's tab. */
export function PageHeader({ title, beside, sub, acts }: PageHeaderProps) {
  useEffect(() => {
    document.title = `${title} · Start-up desk`;
  }, [title]);
  return (
    <div className="head">
      <div className="grow">
        <div className="row wrap">
          <h1 id="page-title" tabIndex={-1}>{title}</h1>
          {beside}
        </div>
        {sub && <div className="sub">{sub}</div>}
      </div>
      {acts && <div className="acts no-print">{acts}</div>}
    </div>
  );
}
