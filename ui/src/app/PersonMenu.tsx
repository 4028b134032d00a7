import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { LogOut } from "lucide-react";
import { message, put, remove } from "@/shared/api";
import type { Session } from "@/shared/api-types";
import { Avatar } from "@/shared/components/Marks";
import { Menu, MenuChoice, MenuItem, MenuLine } from "@/shared/components/Menu";
import { warn } from "@/shared/components/Toasts";
import { asLanguage, LANGUAGES, useWords } from "@/shared/i18n";
import { LANGUAGE_NAMES, useLanguageChoice } from "@/shared/language";
import { sessionQuery, useSession } from "@/shared/queries";
import { chooseTheme, THEMES, useTheme } from "@/shared/theme";

export function PersonMenu() {
  const { t, language } = useWords();
  const session = useSession();
  const client = useQueryClient();
  const navigate = useNavigate();
  const theme = useTheme();

  const speak = useLanguageChoice();
  const move = useMutation({
    mutationFn: (id: string) => put<Session>("/api/session/workspace", { id }),
    onSuccess: async (next) => {
      client.clear();
      client.setQueryData(sessionQuery.queryKey, next);
      await navigate({ to: "/" });
    },
    onError: (error) => warn(message(error)),
  });
  const leave = useMutation({
    mutationFn: () => remove("/api/session"),
    onSettled: async () => {
      client.clear();
      client.setQueryData(sessionQuery.queryKey, null);
      await navigate({ to: "/sign-in" });
    },
  });

  return (
    <Menu
      trigger={
        <button type="button" className="rounded-full">
          <Avatar name={session.person.name} size={34} />
          <span className="sr-only">{t("person.menu", { name: session.person.name })}</span>
        </button>
      }
    >
      <div className="px-2.5 py-1.5">
        <p className="font-semibold">{session.person.name}</p>
        <p className="text-[0.8125rem] text-muted">{session.person.email}</p>
      </div>
      <MenuLine />
      {session.workspaces.length > 1 && (
        <>
          <MenuChoice
            label={t("person.workspace")}
            value={session.workspace.id}
            options={session.workspaces.map((one) => ({ value: one.id, label: one.name }))}
            onChange={(id) => move.mutate(id)}
          />
          <MenuLine />
        </>
      )}
      <MenuChoice
        label={t("person.language")}
        value={asLanguage(language)}
        options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        onChange={(next) => speak.mutate(next)}
      />
      <MenuLine />
      <MenuChoice
        label={t("person.theme")}
        value={theme}
        options={THEMES.map((value) => ({ value, label: t(`theme.${value}`) }))}
        onChange={chooseTheme}
      />
      <MenuLine />
      <MenuItem icon={<LogOut size={16} aria-hidden />} onSelect={() => leave.mutate()}>
        {t("person.signOut")}
      </MenuItem>
    </Menu>
  );
}
