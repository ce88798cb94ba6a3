import { Popover } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { PersonPicker } from '@/features/commands/PersonPicker';
import { afterCommand, sendCommand } from '@/features/commands/send';
import { newKey } from '@/shared/api/client';
import type { SiteRow } from '@/shared/api/records';
import { useWords } from '@/shared/i18n/language';
import { useOwnerName } from '@/shared/roles';
import { ErrorNote } from '@/ui/ErrorState';
import { useToast } from '@/ui/Toasts';
import { uiWords } from '@/ui/words';
import { sitesWords } from './words';

const OWNER = 'SUS';
/** Named at the site itself; else the name is that of the country's or study's team. */
const own = (row: SiteRow): string | null => (row.owner && row.owner !== OWNER ? row.owner : null);
const assign = (row: SiteRow, person: string | null) => sendCommand({ kind: 'sites', key: row.key },
  person === null ? { type: 'site.release-contact', role: OWNER } : own(row) ? { type: 'site.replace-contact', role: OWNER, person } : { type: 'site.assign-contact', role: OWNER, person }, newKey());

/** Who looks after a site: chosen where it stands, taken back by the undo. */
export function OwnerCell({ row }: { row: SiteRow }) {
  const t = useWords(sitesWords);
  const ui = useWords(uiWords);
  const ownerName = useOwnerName();
  const [open, setOpen] = useState(false);
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-start" width={300} offset={2} trapFocus returnFocus>
      <Popover.Target>
        <button type="button" className="cellbtn ell" onClick={(e) => { e.stopPropagation(); setOpen(true); }} onDoubleClick={(e) => e.stopPropagation()}>
          {row.ownerName ?? <span className="t3">{ownerName(row.owner) ?? ui.none}</span>}<span className="sr">, {t.changeOwner(row.code)}</span>
        </button>
      </Popover.Target>
      <Popover.Dropdown p={12} onClick={(e) => e.stopPropagation()} onDoubleClick={(e) => e.stopPropagation()} aria-label={t.changeOwner(row.code)}>{open && <OwnerForm rows={[row]} onDone={() => setOpen(false)} />}</Popover.Dropdown>
    </Popover>
  );
}

/** Gives sites to a person; the undo gives them back. */
export function OwnerForm({ rows, onDone }: { rows: SiteRow[]; onDone: () => void }) {
  const t = useWords(sitesWords);
  const client = useQueryClient();
  const toast = useToast();
  const [person, setPerson] = useState('');
  const fresh = () => Promise.all(afterCommand.map((name) => client.invalidateQueries({ queryKey: [name] })));
  const mutation = useMutation({
    mutationFn: async () => { for (const row of rows) await assign(row, person); },
    onSuccess: async () => {
      await fresh();
      onDone();
      toast(t.ownerChanged(rows.length), () => void (async () => {
        for (const row of rows) await assign({ ...row, owner: person }, own(row)).catch(() => undefined);
        await fresh();
      })());
    },
  });
  return (
    <form className="form edit-pop" onSubmit={(e) => { e.preventDefault(); if (person) mutation.mutate(); }}>
      <PersonPicker label={t.owner} value={person || undefined} onValue={setPerson} required />
      <ErrorNote error={mutation.error} />
      <div className="acts"><button type="submit" className="btn p" disabled={!person || mutation.isPending}>{t.giveTo(rows.length)}</button></div>
    </form>
  );
}
