import { Popover } from '@mantine/core';
import { useState } from 'react';
import { PlanEdit } from '@/features/schedule/PlanEdit';
import type { SiteRow } from '@/shared/api/records';
import { useWords } from '@/shared/i18n/language';
import { DateText } from '@/ui/DateText';
import { sitesWords } from './words';

/** The planned activation, edited where it stands. */
export function PlannedCell({ row }: { row: SiteRow }) {
  const t = useWords(sitesWords);
  const [open, setOpen] = useState(false);
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" width={340} offset={2} trapFocus returnFocus closeOnEscape={false} closeOnClickOutside={false}>
      <Popover.Target>
        <button type="button" className="cellbtn" onClick={(e) => { e.stopPropagation(); setOpen(true); }} onDoubleClick={(e) => e.stopPropagation()}>
          <DateText date={row.planned} className="t2" /><span className="sr">, {t.changePlanned(row.code)}</span>
        </button>
      </Popover.Target>
      <Popover.Dropdown p={12} onClick={(e) => e.stopPropagation()} onDoubleClick={(e) => e.stopPropagation()} aria-label={t.changePlanned(row.code)}>
        {open && <PlanEdit study={row.study} onDone={() => setOpen(false)} target={{ site: row.key, code: row.code, name: t.activation, milestone: 'SI-270', planned: row.planned ?? null, version: row.version }} />}
      </Popover.Dropdown>
    </Popover>
  );
}
