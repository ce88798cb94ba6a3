import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { CommandDialog } from '@/features/commands/CommandDialog';
import type { Act } from '@/features/commands/types';
import { send } from '@/shared/api/client';
import type { Grant } from '@/shared/api/session';
import { useWords } from '@/shared/i18n/language';
import { countryName } from '@/shared/countries';
import { InstantText } from '@/ui/DateText';
import { ErrorNote } from '@/ui/ErrorState';
import { Icon } from '@/ui/icons';
import { useToast } from '@/ui/Toasts';
import { GiveRole } from './GiveRole';
import type { PersonLine } from './queries';
import { SetPassword } from './SetPassword';
import { peopleWords } from './words';

const ACTS: Record<'lock' | 'unlock' | 'deactivate' | 'reactivate', Act> = {
  lock: { type: 'person.lock', label: ['Lock the account', 'Konto sperren'], fields: [], reason: 'required' },
  unlock: { type: 'person.unlock', label: ['Unlock', 'Entsperren'], fields: [], reason: 'offered' },
  deactivate: { type: 'person.deactivate', label: ['Deactivate: roles, tokens and password end', 'Deaktivieren: Rollen, Schlüssel und Passwort enden'], fields: [], reason: 'required' },
  reactivate: { type: 'person.reactivate', label: ['Reactivate', 'Reaktivieren'], fields: [], reason: 'offered' },
};

/** One person: roles with place and time, password, lock. */
export function PersonPane({ person, manages, onClose }: { person: PersonLine; manages: boolean; onClose: () => void }) {
  const t = useWords(peopleWords);
  const client = useQueryClient();
  const toast = useToast();
  const [dialog, setDialog] = useState<'grant' | 'password' | keyof typeof ACTS | null>(null);
  const revoke = useMutation({
    mutationFn: (grant: string) => send(`/people/${encodeURIComponent(person.key)}/grants/${encodeURIComponent(grant)}`, { method: 'DELETE' }),
    onSuccess: async () => { await client.invalidateQueries({ queryKey: ['people-list'] }); toast(t.revoked); },
  });
  const name = person.name ?? person.email ?? person.key;
  return (
    <aside className="panel" aria-label={name}>
      <div className="sec col">
        <div className="row"><h2 className="grow" style={{ fontSize: 16 }}>{name}</h2><button type="button" className="btn g ic" aria-label={t.close} onClick={onClose}><Icon name="x" /></button></div>
        <dl className="dl">
          <dt>{t.email}</dt><dd className="ell">{person.email ?? '–'}</dd>
          <dt>{t.organisation}</dt><dd>{person.organisation ?? '–'}</dd>
          <dt>{t.language}</dt><dd>{person.language ?? '–'}</dd>
          <dt>{t.timeZone}</dt><dd>{person.timeZone ?? '–'}</dd>
          <dt>{t.status}</dt><dd>{person.statusWord}</dd>
        </dl>
      </div>
      {manages && (
        <>
          <section className="sec">
            <div className="sec-head"><h3 className="grow">{t.grants}</h3><button type="button" className="btn" onClick={() => setDialog('grant')}><Icon name="plus" small />{t.give}</button></div>
            {person.grants.length === 0 && <p className="t3">{t.noGrants}</p>}
            {person.grants.map((g) => (
              <div key={g.id ?? g.role} className="grant">
                <b>{g.roleName ?? g.role}</b>
                {g.id && <button type="button" className="act" disabled={revoke.isPending} onClick={() => revoke.mutate(g.id!)}>{t.take}<span className="sr">: {g.roleName}</span></button>}
                <span className="small">{placeText(g, t.everywhere)}</span>
                <span className="small">{g.from && <>{t.from} <InstantText instant={g.from} /></>} {g.to ? <>{t.until} <InstantText instant={g.to} /></> : t.open}</span>
              </div>
            ))}
            <ErrorNote error={revoke.error} />
          </section>
          <section className="sec row wrap">
            {person.kind === 'staff' && <button type="button" className="btn" onClick={() => setDialog('password')}><Icon name="key" small />{t.password}</button>}
            {person.status === 'locked' ? <button type="button" className="btn" onClick={() => setDialog('unlock')}>{t.unlock}</button> : person.status === 'active' && <button type="button" className="btn" onClick={() => setDialog('lock')}>{t.lock}</button>}
            {person.status === 'inactive' || person.status === 'deactivated' ? <button type="button" className="btn" onClick={() => setDialog('reactivate')}>{t.reactivate}</button> : <button type="button" className="btn g danger" onClick={() => setDialog('deactivate')}>{t.deactivate}</button>}
          </section>
        </>
      )}
      {dialog === 'grant' && <GiveRole person={person} onClose={() => setDialog(null)} />}
      {dialog === 'password' && <SetPassword person={person} onClose={() => setDialog(null)} />}
      {dialog !== null && dialog in ACTS && <CommandDialog act={ACTS[dialog as keyof typeof ACTS]} target={{ kind: 'people', key: person.key, version: person.version, name }} onClose={() => { setDialog(null); void client.invalidateQueries({ queryKey: ['people-list'] }); }} />}
    </aside>
  );
}

/** Where a grant holds, from the narrowest place up. */
export function placeText(g: Grant, everywhere: string): string {
  const parts = [g.site ?? null, g.site ? null : g.country ? countryName(g.country) : null, g.site ? null : (g.study ?? null), g.study || g.site ? null : (g.sponsor ?? null)].filter(Boolean);
  return parts.length > 0 ? parts.join(', ') : everywhere;
}
