import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { FileQuestion, X } from "lucide-react";
import { Dialog } from "radix-ui";
import { type ReactNode, useCallback, useRef, useState } from "react";
import { ApiError } from "@/shared/api";
import type { Post } from "@/shared/api-types";
import { Empty, Failure, Loading } from "@/shared/components/Bits";
import { Button, IconButton } from "@/shared/components/Button";
import { useWayBack } from "@/shared/components/Dialog";
import { useWords } from "@/shared/i18n";
import { postQuery, useChannels, useNetworks, useSession } from "@/shared/queries";
import { Composer } from "./Composer";
import { editable, emptyDraft } from "./draft";
import { fieldId } from "./jump";
import { PostSummary } from "./PostSummary";

/** The composer in a full-height panel over the calendar, with an address of its own. */
export function ComposePage() {
  const { t } = useWords();
  const { id } = useParams({ from: "/frame/board/compose/$id" });
  const { at } = useSearch({ from: "/frame/board/compose/$id" });
  const navigate = useNavigate();
  const client = useQueryClient();
  const { workspace } = useSession();
  const channels = useChannels();
  const networks = useNetworks();
  const post = useQuery({ ...postQuery(id), enabled: id !== "new" });
  const key = useSitting(id);

  const onClose = useCallback(() => {
    void navigate({ to: "/", search: (search) => ({ ...search, at: undefined }) });
  }, [navigate]);
  const onOpen = useCallback(
    (next: Post) => {
      client.setQueryData(postQuery(next.id).queryKey, next);
      void navigate({ to: "/compose/$id", params: { id: next.id }, search: (search) => search });
    },
    [client, navigate],
  );
  const onBorn = useCallback(
    (next: Post) => {
      client.setQueryData(postQuery(next.id).queryKey, next);
      key.bornAs(next.id);
      void navigate({ to: "/compose/$id", params: { id: next.id }, search: (search) => search, replace: true });
    },
    [client, navigate, key.bornAs],
  );

  const leaving = useRef(onClose);
  const { onCloseAutoFocus } = useWayBack(document.activeElement);

  const out = post.data !== undefined && !editable(post.data.state) && id !== "new";
  const words = t(id === "new" ? "compose.new" : out ? "compose.post" : "compose.edit");
  const title = <Dialog.Title className="truncate text-base font-semibold">{words}</Dialog.Title>;
  const loaded = channels.data && networks.data && (id === "new" || post.data || key.born);
  const error = channels.error ?? networks.error ?? (key.born ? null : post.error);
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-30 bg-black/40" />
        <Dialog.Content
          aria-describedby=""
          onEscapeKeyDown={(event) => {
            event.preventDefault();
            // A small form inside that is left by this key leaves the panel open.
            if (!(event.target instanceof Element && event.target.closest("[data-own-escape]"))) leaving.current();
          }}
          onPointerDownOutside={(event) => event.preventDefault()}
          onInteractOutside={(event) => event.preventDefault()}
          onCloseAutoFocus={onCloseAutoFocus}
          onOpenAutoFocus={(event) => {
            if (document.getElementById(fieldId("text"))) event.preventDefault();
          }}
          className="slide-in fixed inset-y-0 right-0 z-40 flex w-full flex-col border-l border-line bg-surface shadow-float outline-none md:w-[min(76rem,calc(100vw-5.5rem))]"
        >
          {loaded ? (
            out ? (
              <PostSummary post={post.data} title={title} channels={channels.data} zone={workspace.zone} onClose={onClose} onOpen={onOpen} />
            ) : (
              <Composer
                key={key.sitting}
                post={id === "new" ? null : (post.data ?? null)}
                start={emptyDraft}
                at={at}
                zone={workspace.zone}
                channels={channels.data}
                networks={networks.data}
                title={title}
                onBorn={onBorn}
                onClose={onClose}
                onOpen={onOpen}
                leaving={leaving}
              />
            )
          ) : (
            <Unopened title={title} error={error} missing={error !== null && error === post.error && isMissing(error)} onClose={onClose} />
          )}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** An address that is no id of a post at all is refused, one that nobody has is not found: both lead nowhere. */
const isMissing = (error: unknown) => error instanceof ApiError && (error.status === 404 || error.status === 400);

interface UnopenedProps {
  title: ReactNode;
  error: unknown;
  missing: boolean;
  onClose: () => void;
}

/** While the post is on its way, or when it cannot come: never without a way back. */
function Unopened({ title, error, missing, onClose }: UnopenedProps) {
  const { t } = useWords();
  return (
    <>
      <header className="flex h-14 shrink-0 items-center justify-between gap-3 border-b border-line px-4 md:px-5">
        {title}
        <IconButton label={t("common.close")} onClick={onClose}>
          <X size={19} aria-hidden />
        </IconButton>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto p-6">
        {missing ? (
          <div role="alert">
            <Empty icon={<FileQuestion aria-hidden />} title={t("compose.goneTitle")} text={t("compose.goneText")}>
              <Button look="primary" onClick={onClose}>
                {t("lost.home")}
              </Button>
            </Empty>
          </div>
        ) : error ? (
          <Failure error={error} />
        ) : (
          <Loading />
        )}
      </div>
    </>
  );
}

/** One sitting at one post: a new post keeps its composer when it gets its address, another post gets another. */
function useSitting(id: string) {
  const born = useRef<string | null>(null);
  const [at, setAt] = useState({ id, sitting: 0 });
  const bornAs = useCallback((next: string) => {
    born.current = next;
  }, []);
  if (at.id !== id) {
    const goesOn = at.id === "new" && born.current === id;
    setAt({ id, sitting: goesOn ? at.sitting : at.sitting + 1 });
  }
  return { sitting: at.sitting, born: born.current === id, bornAs };
}
