import { Popover } from '@mantine/core';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { sendCommand, sendCreation } from '@/features/commands/send';
import { get, newKey } from '@/shared/api/client';
import { useWords } from '@/shared/i18n/language';
import { ErrorNote } from '@/ui/ErrorState';
import { Field } from '@/ui/Field';
import { Icon } from '@/ui/icons';
import { useToast } from '@/ui/Toasts';
import { viewWords } from './words';

interface SavedView { key: string; version: number; name: string; page: string; query: string; study: string | null; shared: boolean; mine: boolean; ownerName: string | null }

const viewsQuery = (page: string, study: string) =>
  queryOptions({ queryKey: ['views', page, study], queryFn: ({ signal }) => get<SavedView[]>(`/views?page=${page}&study=${encodeURIComponent(study)}`, signal), staleTime: 60_000 });

/** The state of the page without the name of the view itself, in a fixed order. */
export function stateOf(search: URLSearchParams): string {
  const kept = [...search].filter(([key]) => !['view', 'pane', 'item'].includes(key)).sort(([a], [b]) => (a < b ? -1 : 1));
  return new URLSearchParams(kept).toString();
}

/** Named states of a list: one's own and shared ones. Choosing one changes the address, so that a link shows the same. */
export function ViewMenu({ page, study }: { page: string; study: string }) {
  const t = useWords(viewWords);
  const client = useQueryClient();
  const toast = useToast();
  const [search, setSearch] = useSearchParams();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const views = useQuery(viewsQuery(page, study)).data ?? [];
  const state = stateOf(search);
  const current = views.find((v) => v.key === search.get('view'));
  const changed = current !== undefined && stateOf(new URLSearchParams(current.query)) !== state;
  const fresh = () => client.invalidateQueries({ queryKey: ['views'] });
  const pick = (v: SavedView | null) => { setSearch(v ? `${v.query}${v.query ? '&' : ''}view=${encodeURIComponent(v.key)}` : ''); setOpen(false); };
  const save = useMutation({
    mutationFn: () => sendCreation('views', { type: 'view.save', name: name.trim(), page, query: state, study, shared }, newKey()),
    onSuccess: async (answer) => { await fresh(); setSearch(`${state}${state ? '&' : ''}view=${encodeURIComponent(answer.key)}`); toast(t.saved(name.trim())); setName(''); setOpen(false); },
  });
  const change = useMutation({
    mutationFn: ({ view, body }: { view: SavedView; body: Record<string, unknown> }) => sendCommand({ kind: 'views', key: view.key }, body, newKey()),
    onSuccess: async (_, { view, body }) => { await fresh(); toast(body.type === 'view.withdraw' ? t.gone(view.name) : t.saved(view.name)); },
  });
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-start" width={320} trapFocus returnFocus>
      <Popover.Target>
        <button type="button" className="btn" aria-haspopup="dialog" aria-expanded={open} onClick={() => setOpen(!open)}>
          {current ? <><b>{current.name}</b>{changed && <span className="t3">{t.changed}</span>}<span className="t3">{current.shared ? t.sharedBy(current.ownerName ?? '') : t.personal}</span></> : t.all}<Icon name="down" small />
        </button>
      </Popover.Target>
      <Popover.Dropdown p={8} aria-label={t.views}>
        <div className="menu-list">
          <button type="button" onClick={() => pick(null)}><Icon name="grid" small />{t.all}</button>
          {views.map((v) => (
            <div key={v.key} className="row" style={{ gap: 0 }}>
              <button type="button" className="grow ell" aria-current={v.key === current?.key || undefined} onClick={() => pick(v)}><Icon name={v.shared ? 'users' : 'us'} small /><span className="ell">{v.name}</span>{!v.mine && <span className="t3 small">{v.ownerName}</span>}</button>
              {v.mine && <button type="button" style={{ flex: 'none' }} aria-label={v.shared ? t.makePersonal(v.name) : t.share(v.name)} title={v.shared ? t.makePersonal(v.name) : t.share(v.name)} onClick={() => change.mutate({ view: v, body: { type: 'view.change', shared: !v.shared } })}><Icon name={v.shared ? 'lock' : 'users'} small /></button>}
              {v.mine && <button type="button" style={{ flex: 'none' }} aria-label={t.withdraw(v.name)} title={t.withdraw(v.name)} onClick={() => change.mutate({ view: v, body: { type: 'view.withdraw' } })}><Icon name="x" small /></button>}
            </div>
          ))}
        </div>
        <form className="form menu-filter" onSubmit={(e) => { e.preventDefault(); if (name.trim()) save.mutate(); }}>
          {current?.mine && changed && <button type="button" className="btn" onClick={() => change.mutate({ view: current, body: { type: 'view.change', query: state } })}>{t.update(current.name)}</button>}
          <Field label={t.saveAs} value={name} onValue={setName} maxLength={80} hint={t.noNames} />
          <label className="row"><input type="checkbox" className="check" checked={shared} onChange={(e) => setShared(e.target.checked)} />{t.shareIt}</label>
          <ErrorNote error={save.error ?? change.error} />
          <button type="submit" className="btn p" disabled={!name.trim() || save.isPending}>{t.save}</button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
