import { Modal } from '@mantine/core';
import { Fragment } from 'react';
import { useWords } from '@/shared/i18n/language';
import { appWords } from './words';

export function KeysDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useWords(appWords);
  const rows: [string[], string][] = [
    [['Ctrl', 'K'], t.keySearch], [['J', 'K'], t.keyMove], [['Enter'], t.keyOpen], [['E'], t.keyDo], [['X'], t.keySelect], [['R'], t.keyRemind], [['W'], t.keyWhy], [['M'], t.keyMovePlan], [['N'], t.keyNote], [['Q'], t.keyAsked],
    [['H'], t.keyHistory], [['G', 'W P S T'], t.keyGo], [['Esc'], t.keyBack], [['?'], t.keyHelp],
  ];
  return (
    <Modal opened={opened} onClose={onClose} title={t.keys} size={420} centered>
      <dl className="dl">
        {rows.map(([keys, what]) => (
          <Fragment key={what}>
            <dt className="row" style={{ gap: 4 }}>{keys.map((k) => <kbd key={k} className="kbd">{k}</kbd>)}</dt>
            <dd>{what}</dd>
          </Fragment>
        ))}
      </dl>
    </Modal>
  );
}
