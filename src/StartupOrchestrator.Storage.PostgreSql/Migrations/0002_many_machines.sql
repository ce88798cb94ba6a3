-- Secrets that all processes of an installation share, so that a second one needs nothing but the connection string.
create table secrets (name text collate "C" primary key, value bytea not null, made_at timestamptz not null default now());

-- What a cluster keeps besides the records: who is a member, who wakes whom, and what its relays note for themselves.
-- The cluster's library asks by the texts in orleansquery; the names of their parameters and columns are its own.
create table cluster_versions (deployment text collate "C" primary key, version int not null default 0, changed_at timestamptz not null default now());

create table cluster_members (
  deployment text collate "C" not null references cluster_versions, address text collate "C" not null, port int not null, generation int not null,
  silo_name text not null, host_name text not null, status int not null, gateway_port int not null, suspicions text,
  started_at timestamptz not null, alive_at timestamptz not null, primary key (deployment, address, port, generation)
);

create table cluster_reminders (
  service text collate "C" not null, grain text collate "C" not null, name text collate "C" not null,
  starts_at timestamptz not null, period_ms bigint not null, grain_hash int not null, version int not null default 0, primary key (service, grain, name)
);
create index cluster_reminders_hash on cluster_reminders (service, grain_hash);

create table cluster_notes (
  service text collate "C" not null, type text collate "C" not null, n0 bigint not null, n1 bigint not null, extension text collate "C" not null,
  payload bytea, version int not null, changed_at timestamptz not null default now(), primary key (service, type, n0, n1, extension)
);

create table orleansquery (querykey text primary key, querytext text not null);

insert into orleansquery (querykey, querytext) values
('GatewaysQueryKey', $q$
  select address, gateway_port as proxyport, generation from cluster_members where deployment = @DeploymentId and status = @Status and gateway_port > 0
$q$),
('MembershipReadAllKey', $q$
  select v.deployment as deploymentid, m.address, m.port, m.generation, m.silo_name as siloname, m.host_name as hostname, m.status, m.gateway_port as proxyport,
    m.suspicions as suspecttimes, m.started_at as starttime, m.alive_at as iamalivetime, v.version
  from cluster_versions v left join cluster_members m on m.deployment = v.deployment where v.deployment = @DeploymentId
$q$),
('MembershipReadRowKey', $q$
  select v.deployment as deploymentid, m.address, m.port, m.generation, m.silo_name as siloname, m.host_name as hostname, m.status, m.gateway_port as proxyport,
    m.suspicions as suspecttimes, m.started_at as starttime, m.alive_at as iamalivetime, v.version
  from cluster_versions v left join cluster_members m on m.deployment = v.deployment and m.address = @Address and m.port = @Port and m.generation = @Generation
  where v.deployment = @DeploymentId
$q$),
('InsertMembershipVersionKey', $q$
  with made as (insert into cluster_versions (deployment) values (@DeploymentId) on conflict do nothing returning 1) select count(*)::int from made
$q$),
('UpdateIAmAlivetimeKey', $q$
  update cluster_members set alive_at = @IAmAliveTime where deployment = @DeploymentId and address = @Address and port = @Port and generation = @Generation
$q$),
-- A member is written only together with the next version of the table: of two who read the same version, one wins.
('InsertMembershipKey', $q$
  with next as (
    update cluster_versions set version = version + 1, changed_at = now() where deployment = @DeploymentId and version = @Version
      and not exists (select 1 from cluster_members where deployment = @DeploymentId and address = @Address and port = @Port and generation = @Generation)
    returning deployment),
  made as (
    insert into cluster_members (deployment, address, port, generation, silo_name, host_name, status, gateway_port, started_at, alive_at)
    select deployment, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime from next returning 1)
  select count(*)::int from made
$q$),
('UpdateMembershipKey', $q$
  with next as (
    update cluster_versions set version = version + 1, changed_at = now() where deployment = @DeploymentId and version = @Version
      and exists (select 1 from cluster_members where deployment = @DeploymentId and address = @Address and port = @Port and generation = @Generation)
    returning deployment),
  changed as (
    update cluster_members m set status = @Status, suspicions = @SuspectTimes, alive_at = @IAmAliveTime from next
    where m.deployment = next.deployment and m.address = @Address and m.port = @Port and m.generation = @Generation returning 1)
  select count(*)::int from changed
$q$),
('DeleteMembershipTableEntriesKey', $q$
  with gone as (delete from cluster_members where deployment = @DeploymentId) delete from cluster_versions where deployment = @DeploymentId
$q$),
-- 3 is the status of a member that is alive.
('CleanupDefunctSiloEntriesKey', $q$
  delete from cluster_members where deployment = @DeploymentId and alive_at < @IAmAliveTime and status <> 3
$q$),
('ReadReminderRowsKey', $q$
  select grain as grainid, name as remindername, starts_at as starttime, period_ms as period, version from cluster_reminders where service = @ServiceId and grain = @GrainId
$q$),
('ReadReminderRowKey', $q$
  select grain as grainid, name as remindername, starts_at as starttime, period_ms as period, version from cluster_reminders
  where service = @ServiceId and grain = @GrainId and name = @ReminderName
$q$),
('ReadRangeRows1Key', $q$
  select grain as grainid, name as remindername, starts_at as starttime, period_ms as period, version from cluster_reminders
  where service = @ServiceId and grain_hash > @BeginHash and grain_hash <= @EndHash
$q$),
('ReadRangeRows2Key', $q$
  select grain as grainid, name as remindername, starts_at as starttime, period_ms as period, version from cluster_reminders
  where service = @ServiceId and (grain_hash > @BeginHash or grain_hash <= @EndHash)
$q$),
('UpsertReminderRowKey', $q$
  insert into cluster_reminders (service, grain, name, starts_at, period_ms, grain_hash) values (@ServiceId, @GrainId, @ReminderName, @StartTime, @Period, @GrainHash)
  on conflict (service, grain, name) do update
    set starts_at = excluded.starts_at, period_ms = excluded.period_ms, grain_hash = excluded.grain_hash, version = cluster_reminders.version + 1
  returning version
$q$),
('DeleteReminderRowKey', $q$
  with gone as (delete from cluster_reminders where service = @ServiceId and grain = @GrainId and name = @ReminderName and version = @Version returning 1)
  select count(*)::int from gone
$q$),
('DeleteReminderRowsKey', $q$
  delete from cluster_reminders where service = @ServiceId
$q$),
('ReadFromStorageKey', $q$
  select payload as payloadbinary, now() at time zone 'utc', version from cluster_notes
  where service = @ServiceId and type = @GrainTypeString and n0 = @GrainIdN0 and n1 = @GrainIdN1 and extension = coalesce(@GrainIdExtensionString::text, '')
$q$),
-- Whoever read nothing may only insert; whoever read a version may only replace that one. The old version in the answer means: lost.
('WriteToStorageKey', $q$
  with made as (
    insert into cluster_notes (service, type, n0, n1, extension, payload, version)
    select @ServiceId, @GrainTypeString, @GrainIdN0, @GrainIdN1, coalesce(@GrainIdExtensionString::text, ''), @PayloadBinary, 1 where @GrainStateVersion::int is null
    on conflict do nothing returning version),
  changed as (
    update cluster_notes set payload = @PayloadBinary, version = version + 1, changed_at = now()
    where service = @ServiceId and type = @GrainTypeString and n0 = @GrainIdN0 and n1 = @GrainIdN1 and extension = coalesce(@GrainIdExtensionString::text, '')
      and version = @GrainStateVersion::int returning version)
  select coalesce((select version from made), (select version from changed), @GrainStateVersion::int) as newgrainstateversion
$q$),
('ClearStorageKey', $q$
  update cluster_notes set payload = null, version = version + 1, changed_at = now()
  where service = @ServiceId and type = @GrainTypeString and n0 = @GrainIdN0 and n1 = @GrainIdN1 and extension = coalesce(@GrainIdExtensionString::text, '')
    and version = @GrainStateVersion::int
  returning version as newgrainstateversion
$q$),
('DeleteStorageKey', $q$
  delete from cluster_notes
  where service = @ServiceId and type = @GrainTypeString and n0 = @GrainIdN0 and n1 = @GrainIdN1 and extension = coalesce(@GrainIdExtensionString::text, '')
    and version = @GrainStateVersion::int
  returning version + 1 as newgrainstateversion
$q$);

-- What must not leave until a person has looked: all outgoing mail after a restore, for example.
create table holds (name text collate "C" primary key, since text collate "C" not null, reason text not null);
