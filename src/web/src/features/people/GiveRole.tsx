import { Modal } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { sitesQuery } from '@/features/sites/queries';
import { studiesQuery } from '@/features/studies/queries';
import { sayName } from '@/shared/api/history';
import { post } from '@/shared/api/client';
import { useIntention } from '@/shared/api/intention';
import { useWords } from '@/shared/i18n/language';
import { firstField } from '@/ui/firstField';
import { DateInput } from '@/ui/DateInput';
import { ErrorNote } from '@/ui/ErrorState';
import { Choice, Field } from '@/ui/Field';
import { useToast } from '@/ui/Toasts';
import { uiWords } from '@/ui/words';
import { rolesQuery, type PersonLine } from './queries';
import { peopleWords } from './words';

/** A role, the place where it holds, and until when. */
export function GiveRole({ person, onClose }: { person: PersonLine; onClose: () => void }) {
  const t = useWords(peopleWords);
  const ui = useWords(uiWords);
  const client = useQueryClient();
  const toast = useToast();
  const roles = useQuery(rolesQuery).data ?? [];
  const studies = useQuery(studiesQuery).data ?? [];
  const [role, setRole] = useState('specialist');
  const [study, setStudy] = useState('');
  const [country, setCountry] = useState('');
  const [site, setSite] = useState('');
  const [last, setLast] = useState('');
  const intention = useIntention();
  const sites = useQuery({ ...sitesQuery(study), enabled: study !== '' }).data ?? [];
  const mutation = useMutation({
    mutationFn: () => post(`/people/${encodeURIComponent(person.key)}/grants`, {
      role, ...(site ? { site } : study ? { study, ...(country ? { country: country.toUpperCase() } : {}) } : {}), ...(last ? { to: `${last}T23:59:59Z` } : {}),
    }, { idempotencyKey: intention.key }),
    onSuccess: async () => { await client.invalidateQueries({ queryKey: ['people-list'] }); toast(t.granted); onClose(); },
    onError: intention.failed,
  });
  const rights = roles.find((r) => r.code === role)?.rights ?? [];
  const submit = (e: FormEvent) => { e.preventDefault(); mutation.mutate(); };
  return (
    <Modal opened onClose={onClose} title={`${t.give}: ${person.name ?? ''}`} size={460} centered>
      <form ref={firstField} className="form" onSubmit={submit}>
        <Choice label={t.role} value={role} onValue={setRole} options={roles.map((r) => ({ value: r.code, label: r.name }))} {...(rights.length ? { hint: `${t.rightsOf}: ${rights.map((r) => sayName(r).toLowerCase()).join(', ')}` } : {})} />
        <Choice label={t.study} value={study} onValue={(v) => { setStudy(v); setSite(''); }} options={[{ value: '', label: t.everywhere }, ...studies.map((s) => ({ value: s.key, label: `${s.protocolNumber ?? s.key} ${s.shortTitle ?? s.title}` }))]} />
        {study && !site && <Field label={t.country} maxLength={2} value={country} onValue={setCountry} />}
        {study && <Choice label={t.site} value={site} onValue={setSite} options={[{ value: '', label: t.allSites }, ...sites.map((s) => ({ value: s.key, label: `${s.code} ${s.name}` }))]} />}
        <DateInput label={t.to} value={last} onValue={setLast} error={t.noDate} />
        <ErrorNote error={mutation.error} />
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <button type="button" className="btn l" onClick={onClose}>{ui.cancel}</button>
          <button type="submit" className="btn l p" disabled={mutation.isPending}>{t.grant}</button>
        </div>
      </form>
    </Modal>
  );
}
