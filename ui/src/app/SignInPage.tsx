import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter, useSearch } from "@tanstack/react-router";
import { Sparkles } from "lucide-react";
import { type FormEvent, useState } from "react";
import { message, patch, post } from "@/shared/api";
import type { Session } from "@/shared/api-types";
import { Notice } from "@/shared/components/Bits";
import { Button } from "@/shared/components/Button";
import { TextInput } from "@/shared/components/Field";
import { asLanguage, chooseLanguage, useWords } from "@/shared/i18n";
import { sessionQuery, setupQuery } from "@/shared/queries";
import { Doorway } from "./Doorway";

/** A path of this site and nothing else, whatever the address says. */
function ownPath(to: string | undefined): string {
  return to && /^\/(?![/\\])/.test(to) ? to : "/";
}

interface Login {
  email: string;
  password: string;
}

export function SignInPage() {
  const { t, language } = useWords();
  const { to } = useSearch({ from: "/sign-in" });
  const { data: setup } = useQuery(setupQuery);
  const client = useQueryClient();
  const router = useRouter();
  const [login, setLogin] = useState<Login>({ email: "", password: "" });

  const enter = useMutation({
    mutationFn: (given: Login) => post<Session>("/api/session", given),
    onSuccess: async (session) => {
      if (session.mode === "demo") {
        // many meet the demo's one person: each in the language of this page
        session.person = await patch<Session["person"]>("/api/person", { locale: asLanguage(language) });
      }
      await chooseLanguage(asLanguage(session.person.locale));
      client.setQueryData(sessionQuery.queryKey, session);
      router.history.push(ownPath(to));
    },
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    enter.mutate(login);
  }

  return (
    <Doorway title={t("signIn.title")}>
      {setup?.demo && (
        <div className="mb-6 rounded-xl bg-accent-soft p-4">
          <p className="mb-1 flex items-center gap-2 font-semibold text-accent-text">
            <Sparkles size={17} aria-hidden />
            {t("signIn.demoTitle")}
          </p>
          <p className="mb-3 text-sm">{t("signIn.demoText")}</p>
          <Button
            look="primary"
            className="w-full"
            busy={enter.isPending}
            onClick={() => setup.demo && enter.mutate(setup.demo)}
          >
            {t("signIn.demo")}
          </Button>
          <p className="mt-2 text-center text-xs text-muted">
            {setup.demo.email} · {setup.demo.password}
          </p>
        </div>
      )}
      <form onSubmit={submit} className="flex flex-col gap-4">
        {enter.isError && (
          <div role="alert">
            <Notice tone="danger">{message(enter.error)}</Notice>
          </div>
        )}
        <TextInput
          label={t("signIn.email")}
          type="email"
          autoComplete="username"
          required
          value={login.email}
          onChange={(event) => setLogin({ ...login, email: event.target.value })}
        />
        <TextInput
          label={t("signIn.password")}
          type="password"
          autoComplete="current-password"
          required
          value={login.password}
          onChange={(event) => setLogin({ ...login, password: event.target.value })}
        />
        <Button type="submit" look={setup?.demo ? "plain" : "primary"} busy={enter.isPending}>
          {t("signIn.submit")}
        </Button>
      </form>
    </Doorway>
  );
}
