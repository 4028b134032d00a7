-- A place that is waited for is kept until its publication comes for it, however late.
alter table budget_share add column used boolean not null default true;
update budget_share set used = false where at > now();
alter table budget_share alter column used drop default;
