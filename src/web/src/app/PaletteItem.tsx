import { memo } from 'react';
import { DateText } from '@/ui/DateText';
import { Icon } from '@/ui/icons';
import type { Entry } from './paletteEntries';

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** One line of the palette; drawn again only when it moved or was chosen, so that a key costs little. */
export const PaletteItem = memo(function PaletteItem({ entry, index, chosen, head, onPoint, onOpen }: {
  entry: Entry; index: number; chosen: boolean;
  /** The first of its group names the group. */
  head: boolean; onPoint: (index: number) => void; onOpen: (entry: Entry, tab: boolean) => void;
}) {
  return (
    <div>
      {head && <div className="p-group" role="presentation">{entry.group}</div>}
      <div id={`palette-${index}`} role="option" aria-selected={chosen} className="p-item" ref={chosen ? (el) => el?.scrollIntoView({ block: 'nearest' }) : undefined}
        onPointerMove={() => onPoint(index)} onClick={(e) => onOpen(entry, e.ctrlKey || e.metaKey)}>
        <Icon name={entry.icon} small />
        <span className="ell">{entry.title}</span>
        {entry.note && <span className="t3 ell">{DATE.test(entry.note) ? <DateText date={entry.note} /> : entry.note}</span>}
        {entry.keys && <><span className="grow" /><kbd className="kbd">{entry.keys}</kbd></>}
      </div>
    </div>
  );
});
