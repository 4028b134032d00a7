-- With less than a minute everything that is due would be late: spaced out for ever, or skipped.
update workspace set late_after_seconds = 60 where late_after_seconds < 60;

alter table workspace
    add constraint workspace_late check (late_after_seconds >= 60 and late_spacing_seconds >= 0);
