create table meta (name text primary key, value text not null);
insert into meta (name, value) values ('epoch', '1');

create table state (
  stream text collate "C" primary key, version bigint not null, head text not null, doc text not null
) with (fillfactor = 60);

create table journal (
  stream text collate "C" not null, version bigint not null, type text not null, type_version bigint not null, business_time text not null, recorded_at text not null,
  by_whom text not null, command_id text not null, cause text not null, data text not null, previous_hash text not null, hash text not null,
  xid xid8 not null default pg_current_xact_id(), pos bigint generated always as identity, primary key (stream, version)
);
create index journal_xid on journal (xid, pos);

create table commands (
  stream text collate "C" not null, id text collate "C" not null, body_hash text not null, answer text, version bigint not null, primary key (stream, id)
);

create table audit (
  stream text collate "C" not null, version bigint not null, kind text collate "C" not null, study text collate "C", at text collate "C" not null,
  by_whom text collate "C" not null, on_behalf_of text, reason text, command text not null, cause text not null, changes text not null, primary key (stream, version)
);
create index audit_at on audit (at, stream, version);
create index audit_study on audit (study, at, stream, version);
create index audit_by on audit (by_whom, at, stream, version);

create function refuse_change() returns trigger language plpgsql as $$ begin raise exception 'The table % is append-only.', tg_table_name using errcode = '42501'; end $$;
create trigger journal_is_append_only before update or delete on journal for each row execute function refuse_change();
create trigger journal_is_not_emptied before truncate on journal for each statement execute function refuse_change();
create trigger audit_is_append_only before update or delete on audit for each row execute function refuse_change();
create trigger audit_is_not_emptied before truncate on audit for each statement execute function refuse_change();

create table views (
  stream text collate "C" primary key, version bigint not null, kind text collate "C" not null, type text collate "C" not null, status text collate "C" not null,
  sponsor text collate "C" not null, study text collate "C" not null, country text collate "C" not null, site text collate "C" not null, code text collate "C" not null,
  title text collate "C" not null, owner text collate "C" not null, due text collate "C" not null, waiting_on text collate "C" not null,
  waiting_since text collate "C" not null, search text collate "C" not null, doc text not null
) with (fillfactor = 80);
create index views_code on views (kind, code, stream);
create index views_study_code on views (kind, study, code, stream);
create index views_study_status on views (kind, study, status);
create index views_site on views (kind, site, code, stream);
create index views_country on views (kind, study, country, code, stream);
create index views_owner on views (kind, owner, due, stream);
create index views_due on views (kind, due, stream);
create index views_status on views (kind, status, code, stream);

create table outbox (
  id text collate "C" primary key, source text collate "C" not null, target text collate "C" not null, seq bigint not null, payload text not null,
  due text collate "C" not null, attempts bigint not null default 0, error text, dead bigint not null default 0, pos bigint generated always as identity
);
create index outbox_pair on outbox (source, target, seq) where dead = 0;
create index outbox_due on outbox (due) where dead = 0;
create index outbox_dead on outbox (pos) where dead = 1;

create table timers (
  stream text collate "C" not null, key text collate "C" not null, generation bigint not null, due text collate "C" not null,
  taken text collate "C" not null default '', command text not null, primary key (stream, key)
);
create index timers_due on timers (due, stream, key);

create table bookmarks (
  stream text collate "C" not null, bookmark text collate "C" not null, name text collate "C" not null, correlation text collate "C", since text collate "C" not null,
  primary key (stream, bookmark)
);
create index bookmarks_name on bookmarks (name, correlation);

create table events (id text collate "C" primary key, name text collate "C" not null, correlation text collate "C", payload text, at text collate "C" not null);
create index events_name on events (name, at);

create table personal (id text collate "C" primary key, hash text not null, nonce text not null, value text not null, subject text collate "C");
create index personal_subject on personal (subject) where subject is not null;

create table claims (name text collate "C" primary key, stream text collate "C" not null);

create table blobs (sha256 text collate "C" primary key, length bigint not null, content bigint not null);
create sequence blob_content;
create table blob_chunks (content bigint not null, number bigint not null, data bytea not null, primary key (content, number));
