create table meta (name text primary key, value text not null) without rowid;

create table state (stream text primary key, version integer not null, head text not null, doc text not null);

create table journal (
  pos integer primary key,
  stream text not null, version integer not null, type text not null, type_version integer not null, business_time text not null, recorded_at text not null,
  by_whom text not null, command_id text not null, cause text not null, data text not null, previous_hash text not null, hash text not null
);
create unique index journal_stream on journal (stream, version);
create trigger journal_is_not_updated before update on journal begin select raise(abort, 'The journal is append-only.'); end;
create trigger journal_is_not_deleted before delete on journal begin select raise(abort, 'The journal is append-only.'); end;

create table commands (stream text not null, id text not null, body_hash text not null, answer text, version integer not null, primary key (stream, id)) without rowid;

create table audit (
  stream text not null, version integer not null, kind text not null, study text, at text not null, by_whom text not null, on_behalf_of text, reason text,
  command text not null, cause text not null, changes text not null, primary key (stream, version)
);
create index audit_at on audit (at, stream, version);
create index audit_study on audit (study, at, stream, version);
create index audit_by on audit (by_whom, at, stream, version);
create trigger audit_is_not_updated before update on audit begin select raise(abort, 'Audit facts are append-only.'); end;
create trigger audit_is_not_deleted before delete on audit begin select raise(abort, 'Audit facts are append-only.'); end;

create table views (
  stream text primary key, version integer not null, kind text not null, type text not null, status text not null, sponsor text not null, study text not null,
  country text not null, site text not null, code text not null, title text not null, owner text not null, due text not null, waiting_on text not null,
  waiting_since text not null, search text not null, doc text not null
);
create index views_code on views (kind, code, stream);
create index views_study_code on views (kind, study, code, stream);
create index views_study_status on views (kind, study, status);
create index views_site on views (kind, site, code, stream);
create index views_country on views (kind, study, country, code, stream);
create index views_owner on views (kind, owner, due, stream);
create index views_due on views (kind, due, stream);
create index views_status on views (kind, status, code, stream);

create table outbox (
  pos integer primary key, id text not null unique, source text not null, target text not null, seq integer not null, payload text not null, due text not null,
  attempts integer not null default 0, error text, dead integer not null default 0
);
create index outbox_pair on outbox (source, target, seq) where dead = 0;
create index outbox_dead on outbox (pos) where dead = 1;

create table timers (
  stream text not null, key text not null, generation integer not null, due text not null, taken text not null default '', command text not null,
  primary key (stream, key)
) without rowid;
create index timers_due on timers (due, stream, key);

create table bookmarks (stream text not null, bookmark text not null, name text not null, correlation text, since text not null, primary key (stream, bookmark)) without rowid;
create index bookmarks_name on bookmarks (name, correlation);

create table events (id text primary key, name text not null, correlation text, payload text, at text not null) without rowid;
create index events_name on events (name, at);

create table personal (id text primary key, hash text not null, nonce text not null, value text not null, subject text) without rowid;
create index personal_subject on personal (subject) where subject is not null;

create table claims (name text primary key, stream text not null) without rowid;
