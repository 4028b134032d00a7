import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { ApiError, message, post } from "@/shared/api";
import type { Session } from "@/shared/api-types";
import { Notice } from "@/shared/components/Bits";
import { Button } from "@/shared/components/Button";
import { Select, TextInput } from "@/shared/components/Field";
import { asLanguage, useWords } from "@/shared/i18n";
import { sessionQuery, setupQuery } from "@/shared/queries";
import { allZones, ownZone } from "@/shared/time";
import { Doorway } from "./Doorway";

const empty = { code: "", email: "", name: "", password: "", workspace: "" };

/** The first person of a new installation becomes its owner. */
export function SetupPage() {
  const { t, language } = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [form, setForm] = useState(empty);
  const [zone, setZone] = useState(ownZone());

  const found = useMutation({
    mutationFn: () => post<Session>("/api/setup", { ...form, zone, locale: asLanguage(language) }),
    onSuccess: async (session) => {
      client.setQueryData(setupQuery.queryKey, { needed: false, demo: null });
      client.setQueryData(sessionQuery.queryKey, session);
      await navigate({ to: "/" });
    },
  });
  const wrong = (field: string) => (found.error instanceof ApiError ? found.error.field(field) : undefined);
  const known = ["code", "email", "name", "password", "workspace", "zone"].some((field) => wrong(field));
  const bind = (field: keyof typeof empty) => ({
    value: form[field],
    error: wrong(field),
    required: true,
    onChange: (event: { target: { value: string } }) => setForm({ ...form, [field]: event.target.value }),
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    found.mutate();
  }

  return (
    <Doorway title={t("setup.title")}>
      <p className="mb-5 text-sm text-muted">{t("setup.text")}</p>
      <form onSubmit={submit} className="flex flex-col gap-4">
        {found.isError && !known && (
          <div role="alert">
            <Notice tone="danger">{message(found.error)}</Notice>
          </div>
        )}
        <TextInput label={t("setup.code")} help={t("setup.codeHelp")} autoComplete="off" spellCheck={false} {...bind("code")} />
        <TextInput label={t("setup.name")} autoComplete="name" {...bind("name")} />
        <TextInput label={t("signIn.email")} type="email" autoComplete="username" {...bind("email")} />
        <TextInput
          label={t("signIn.password")}
          help={t("setup.passwordHelp")}
          type="password"
          autoComplete="new-password"
          {...bind("password")}
        />
        <TextInput label={t("setup.workspace")} help={t("setup.workspaceHelp")} {...bind("workspace")} />
        <Select label={t("setup.zone")} value={zone} onChange={(event) => setZone(event.target.value)} error={wrong("zone")}>
          {allZones().map((one) => (
            <option key={one}>{one}</option>
          ))}
        </Select>
        <Button type="submit" look="primary" busy={found.isPending}>
          {t("setup.submit")}
        </Button>
      </form>
    </Doorway>
  );
}
