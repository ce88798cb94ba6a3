import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { usePageKeys } from '@/app/keys';
import { useRight } from '@/shared/api/session';
import { useWords } from '@/shared/i18n/language';
import { useUrlState } from '@/shared/url';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorState } from '@/ui/ErrorState';
import { DataGrid } from '@/ui/grid/DataGrid';
import type { Column } from '@/ui/grid/types';
import { Icon } from '@/ui/icons';
import { PageHeader } from '@/ui/PageHeader';
import { SkeletonRows } from '@/ui/Skeleton';
import { StatusBadge } from '@/ui/StatusBadge';
import { AddPerson } from './AddPerson';
import './people.css';
import { PersonPane } from './PersonPane';
import { peopleQuery, type PersonLine } from './queries';
import { peopleWords } from './words';

type Text = (typeof peopleWords)['en'];
const idOf = (p: PersonLine) => p.key;
const nameOf = (p: PersonLine) => p.name ?? p.email ?? p.key;
const versionOf = (p: PersonLine) => p.version;
const DEFAULTS = { sort: { column: 'name', down: false }, hidden: ['language'] };
const rolesOf = (p: PersonLine) => [...new Set(p.grants.map((g) => g.roleName ?? g.role))].join(', ');
const look = (status: string) => (status === 'active' ? { tone: 'ok' as const } : status === 'locked' ? { tone: 'late' as const } : { tone: 'none' as const, shape: 'dash' as const });

function columns(t: Text): Column<PersonLine>[] {
  return [
    { id: 'name', head: t.name, width: 200, filter: 'text', value: (p) => p.name, cell: (p) => <span className="ell" style={{ fontWeight: 500 }}>{nameOf(p)}</span> },
    { id: 'email', head: t.email, width: 210, grow: true, filter: 'text', value: (p) => p.email, cell: (p) => <span className="ell t2">{p.email ?? '–'}</span> },
    { id: 'organisation', head: t.organisation, width: 180, filter: 'choice', canGroup: true, value: (p) => p.organisation ?? null, cell: (p) => <span className="ell t2">{p.organisation ?? '–'}</span> },
    { id: 'kind', head: t.kind, width: 146, filter: 'choice', canGroup: true, value: (p) => p.kind, label: (p) => (p.kind === 'staff' ? t.staff : t.contact), cell: (p) => <span className="t2">{p.kind === 'staff' ? t.staff : t.contact}</span> },
    { id: 'roles', head: t.roles, width: 220, filter: 'text', value: rolesOf, cell: (p) => <span className="ell" title={rolesOf(p)}>{rolesOf(p) || '–'}</span> },
    { id: 'language', head: t.language, width: 88, filter: 'choice', value: (p) => p.language ?? null, cell: (p) => <span className="t2">{p.language ?? '–'}</span> },
    { id: 'signIn', head: t.signIn, width: 104, filter: 'choice', value: (p) => (p.hasPassword ? t.yes : t.no), cell: (p) => <span className="t2">{p.hasPassword ? t.yes : t.no}</span> },
    { id: 'status', head: t.status, width: 120, filter: 'choice', value: (p) => p.status, label: (p) => p.statusWord, cell: (p) => <StatusBadge {...look(p.status)} word={p.statusWord} /> },
  ];
}

/** Accounts and what their roles reach; contacts at sites beside staff. */
export default function PeoplePage() {
  const t = useWords(peopleWords);
  const people = useQuery(peopleQuery);
  const manages = useRight('managePeople');
  const mayAdd = useRight('recordStartUp') || manages;
  const [url, setUrl] = useUrlState();
  const [adding, setAdding] = useState(false);
  const cols = useMemo(() => columns(t), [t]);
  const open = useCallback((p: PersonLine) => setUrl({ person: p.key }), [setUrl]);
  const narrow = useCallback((p: PersonLine) => <div className="col" style={{ gap: 2 }}><b className="ell">{nameOf(p)}</b><span className="t2 ell">{rolesOf(p) || p.organisation || p.email}</span></div>, []);
  usePageKeys({ escape: () => setUrl({ person: null }) });
  if (people.error && !people.data) return <ErrorState error={people.error} onRetry={() => void people.refetch()} />;
  const current = people.data?.find((p) => p.key === url.get('person'));
  return (
    <div className={`people${current ? ' with-pane' : ''}`}>
      <div className="body fixed people-list">
        <PageHeader title={t.title} acts={mayAdd && <button type="button" className="btn p" onClick={() => setAdding(true)}><Icon name="plus" small />{t.add}</button>} />
        {!people.data ? <SkeletonRows /> : people.data.length === 0
          ? <EmptyState title={t.emptyTitle} text={t.emptyText} acts={mayAdd && <button type="button" className="btn p l" onClick={() => setAdding(true)}>{t.add}</button>} />
          : <DataGrid id="people" columns={cols} rows={people.data} idOf={idOf} nameOf={nameOf} versionOf={versionOf} what={t.what} defaults={DEFAULTS} onOpen={open} onPick={open} narrow={narrow} />}
      </div>
      {current && <PersonPane key={current.key} person={current} manages={manages} onClose={() => setUrl({ person: null })} />}
      {adding && <AddPerson manages={manages} onClose={() => setAdding(false)} onAdded={(key) => setUrl({ person: key })} />}
    </div>
  );
}
