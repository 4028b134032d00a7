import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ApiError, patch, put } from "@/shared/api";
import type { LateAction, Person, Weekday, Workspace } from "@/shared/api-types";
import { PageHead } from "@/shared/components/Bits";
import { Select, TextInput } from "@/shared/components/Field";
import { tell } from "@/shared/components/Toasts";
import { asLanguage, LANGUAGES, useWords } from "@/shared/i18n";
import { LANGUAGE_NAMES, useLanguageChoice } from "@/shared/language";
import { sessionQuery, useSession } from "@/shared/queries";
import { chooseTheme, THEMES, type Theme, useTheme } from "@/shared/theme";
import { allZones } from "@/shared/time";
import { Apis } from "./Apis";
import { minutesOf, spanOf } from "./late";
import { PublicAddress } from "./PublicAddress";
import { Section } from "./Section";
import { Tokens } from "./Tokens";

export function SettingsPage() {
  const { t } = useWords();
  const { workspace } = useSession();
  return (
    <div className="mx-auto flex w-full max-w-2xl flex-col gap-5 p-4 md:p-6">
      <PageHead title={t("nav.settings")} />
      <Profile />
      <Looks />
      <Password />
      <WorkspaceForm key={workspace.version} />
      <Tokens />
      <PublicAddress />
      <Apis />
    </div>
  );
}

function useSaved(text: string) {
  const client = useQueryClient();
  return {
    onSuccess: async () => {
      tell(text);
      await client.invalidateQueries({ queryKey: sessionQuery.queryKey });
    },
  };
}

function Profile() {
  const { t } = useWords();
  const { person } = useSession();
  const [name, setName] = useState(person.name);
  const [zone, setZone] = useState(person.zone);
  const save = useMutation({ mutationFn: () => patch<Person>("/api/person", { name, zone }), ...useSaved(t("settings.saved")) });
  return (
    <Section title={t("settings.profile")} error={save.error} onSubmit={() => save.mutate()} busy={save.isPending}>
      <TextInput label={t("setup.name")} value={name} required onChange={(event) => setName(event.target.value)} />
      <Zones value={zone} onChange={setZone} label={t("settings.ownZone")} />
    </Section>
  );
}

/** Both apply at once: there is nothing to save. */
function Looks() {
  const { t, language } = useWords();
  const speak = useLanguageChoice();
  const theme = useTheme();
  return (
    <section aria-labelledby="looks-title" className="rounded-2xl border border-line bg-surface p-5">
      <h2 id="looks-title" className="mb-4 font-semibold">
        {t("settings.looks")}
      </h2>
      <div className="grid gap-4 sm:grid-cols-2">
        <Select label={t("person.language")} value={asLanguage(language)} onChange={(event) => speak.mutate(asLanguage(event.target.value))}>
          {LANGUAGES.map((one) => (
            <option key={one} value={one} lang={one}>
              {LANGUAGE_NAMES[one]}
            </option>
          ))}
        </Select>
        <Select label={t("person.theme")} value={theme} onChange={(event) => chooseTheme(event.target.value as Theme)}>
          {THEMES.map((one) => (
            <option key={one} value={one}>
              {t(`theme.${one}`)}
            </option>
          ))}
        </Select>
      </div>
    </section>
  );
}

function Zones({ value, onChange, label, help }: { value: string; onChange: (zone: string) => void; label: string; help?: string }) {
  const zones = allZones();
  return (
    <Select label={label} help={help} value={value} onChange={(event) => onChange(event.target.value)}>
      {!zones.includes(value) && <option>{value}</option>}
      {zones.map((one) => (
        <option key={one}>{one}</option>
      ))}
    </Select>
  );
}

function Password() {
  const { t } = useWords();
  const [current, setCurrent] = useState("");
  const [password, setPassword] = useState("");
  const save = useMutation({
    mutationFn: () => put("/api/person/password", { current, password }),
    onSuccess: () => {
      setCurrent("");
      setPassword("");
      tell(t("settings.passwordSaved"));
    },
  });
  const wrong = (field: string) => (save.error instanceof ApiError ? save.error.field(field) : undefined);
  return (
    <Section
      title={t("settings.password")}
      error={wrong("current") || wrong("password") ? null : save.error}
      onSubmit={() => save.mutate()}
      busy={save.isPending}
    >
      <TextInput
        label={t("settings.currentPassword")}
        type="password"
        autoComplete="current-password"
        required
        error={wrong("current")}
        value={current}
        onChange={(event) => setCurrent(event.target.value)}
      />
      <TextInput
        label={t("settings.newPassword")}
        help={t("setup.passwordHelp")}
        type="password"
        autoComplete="new-password"
        required
        error={wrong("password")}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
    </Section>
  );
}

function WorkspaceForm() {
  const { t, language } = useWords();
  const { workspace } = useSession();
  const [form, setForm] = useState({ name: workspace.name, zone: workspace.zone, weekStart: workspace.weekStart });
  const [late, setLate] = useState({
    after: String(minutesOf(workspace.late.after) ?? ""),
    action: workspace.late.action,
    spacing: String(minutesOf(workspace.late.spacing) ?? ""),
  });
  const save = useMutation({
    mutationFn: () =>
      patch<Workspace>(`/api/workspaces/${workspace.id}`, {
        ...form,
        late: { after: spanOf(Number(late.after)), action: late.action, spacing: spanOf(Number(late.spacing)) },
      }),
    ...useSaved(t("settings.saved")),
  });
  const wrong = (field: string) => (save.error instanceof ApiError ? save.error.field(field) : undefined);
  const days: Weekday[] = ["MONDAY", "SATURDAY", "SUNDAY"];
  return (
    <Section
      title={t("settings.workspace")}
      error={wrong("late.after") || wrong("late.spacing") ? null : save.error}
      onSubmit={() => save.mutate()}
      busy={save.isPending}
    >
      <TextInput label={t("setup.workspace")} value={form.name} required onChange={(event) => setForm({ ...form, name: event.target.value })} />
      <Zones label={t("setup.zone")} help={t("settings.zoneHelp")} value={form.zone} onChange={(zone) => setForm({ ...form, zone })} />
      <Select label={t("settings.weekStart")} value={form.weekStart} onChange={(event) => setForm({ ...form, weekStart: event.target.value as Weekday })}>
        {days.map((day) => (
          <option key={day} value={day}>
            {dayName(day, language)}
          </option>
        ))}
      </Select>
      <Select
        label={t("late.action")}
        help={t("late.actionHelp")}
        value={late.action}
        onChange={(event) => setLate({ ...late, action: event.target.value as LateAction })}
      >
        {ACTIONS.map((action) => (
          <option key={action} value={action}>
            {t(`late.action.${action}`)}
          </option>
        ))}
      </Select>
      <TextInput
        label={t("late.after")}
        type="number"
        required
        min={1}
        max={43_200}
        step="any"
        error={wrong("late.after")}
        value={late.after}
        onChange={(event) => setLate({ ...late, after: event.target.value })}
      />
      <TextInput
        label={t("late.spacing")}
        help={t("late.spacingHelp")}
        type="number"
        required
        min={0}
        max={1_440}
        step="any"
        error={wrong("late.spacing")}
        value={late.spacing}
        onChange={(event) => setLate({ ...late, spacing: event.target.value })}
      />
    </Section>
  );
}

const ACTIONS: LateAction[] = ["SPACE", "HOLD", "SKIP"];

/** 2024-01-01 was a Monday. */
const SAMPLE: Record<string, string> = { MONDAY: "2024-01-01", SATURDAY: "2024-01-06", SUNDAY: "2024-01-07" };

function dayName(day: Weekday, locale: string): string {
  return new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" }).format(new Date(`${SAMPLE[day]}T00:00:00Z`));
}

