import { Modal } from '@mantine/core';
import { useId, useState, type ReactNode } from 'react';
import { useWords } from '@/shared/i18n/language';
import { uiWords } from './words';

export interface ConflictSide { value: ReactNode; who: string; effect?: ReactNode }

/** Two people changed the same value. The person's own is preselected, nothing is saved by itself. */
export function ConflictDialog({ opened, what, theirs, mine, onKeepTheirs, onUseMine, onLater }: {
  opened: boolean; what: string; theirs: ConflictSide; mine: ConflictSide;
  onKeepTheirs: () => void; onUseMine: (reason: string) => void; onLater: () => void;
}) {
  const t = useWords(uiWords);
  const [choice, setChoice] = useState<'mine' | 'theirs'>('mine');
  const [reason, setReason] = useState('');
  const group = useId();
  const side = (key: 'mine' | 'theirs', title: string, data: ConflictSide, more?: ReactNode) => (
    <label className={`choice ${choice === key ? 'on' : ''}`}>
      <input type="radio" name={group} checked={choice === key} onChange={() => setChoice(key)} />
      <b>{title}</b>
      <span className="value">{data.value}</span>
      <span className="rest">{data.who}</span>
      {data.effect && <span className="rest">{data.effect}</span>}
      {more}
    </label>
  );
  return (
    <Modal opened={opened} onClose={onLater} title={t.conflictTitle} size={540} centered>
      <div className="col" style={{ gap: 12 }}>
        <p className="t2">{what} {t.bothKept}</p>
        {side('theirs', t.keepTheirs, theirs)}
        {side('mine', t.useMine, mine, choice === 'mine' && (
          <span className="rest" style={{ paddingTop: 8 }}>
            <span className="small">{t.reasonSeen}</span>
            <input className="field" aria-label={t.reason} value={reason} onChange={(e) => setReason(e.target.value)} />
          </span>
        ))}
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <button type="button" className="btn l" onClick={onLater}>{t.decideLater}</button>
          <button type="button" className="btn l p" onClick={() => (choice === 'mine' ? onUseMine(reason) : onKeepTheirs())}>
            {choice === 'mine' ? t.saveMine : t.acceptTheirs}
          </button>
        </div>
      </div>
    </Modal>
  );
}
