import { Link } from "@tanstack/react-router";
import { Copy, X } from "lucide-react";
import type { ReactNode } from "react";
import { message, post as send } from "@/shared/api";
import type { Channel, Post, Publication } from "@/shared/api-types";
import { Button, IconButton } from "@/shared/components/Button";
import { ChannelFace, StateBadge } from "@/shared/components/Marks";
import { Deeds, Why } from "@/shared/components/Publication";
import { tell, warn } from "@/shared/components/Toasts";
import { useWords } from "@/shared/i18n";
import { useNetworks } from "@/shared/queries";
import { showMoment } from "@/shared/time";
import { draftOf } from "./draft";
import { Preview } from "./Preview";

interface Props {
  post: Post;
  title: ReactNode;
  channels: Channel[];
  zone: string;
  onClose: () => void;
  onOpen: (post: Post) => void;
}

/** A post that is out, or on its way: what became of it on each channel. */
export function PostSummary({ post, title, channels, zone, onClose, onOpen }: Props) {
  const { t, language } = useWords();

  const { data: networks } = useNetworks();
  const formatOf = (one: Publication) => networks?.find((network) => network.id === one.network)?.formats.find((format) => format.id === one.format);

  async function duplicate() {
    try {
      const copy = await send<Post>(`/api/posts/${post.id}/copies`);
      tell(t("compose.done.copied"));
      onOpen(copy);
    } catch (error) {
      warn(message(error));
    }
  }

  return (
    <>
      <header className="flex h-14 shrink-0 items-center gap-3 border-b border-line px-4 md:px-5">
        {title}
        <StateBadge state={post.state} />
        <div className="ml-auto flex items-center gap-1">
          <Button small icon={<Copy size={15} aria-hidden />} onClick={() => void duplicate()}>
            {t("compose.duplicate")}
          </Button>
          <IconButton label={t("common.close")} onClick={onClose}>
            <X size={19} aria-hidden />
          </IconButton>
        </div>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto p-4 md:p-6">
        <ul className="mx-auto grid max-w-4xl gap-5 lg:grid-cols-2">
          {post.publications.map((one) => {
            const channel = channels.find((candidate) => candidate.id === one.channel);
            return (
              <li key={one.id} className="flex flex-col gap-3">
                <div className="flex items-center gap-3">
                  {channel && <ChannelFace channel={channel} size={34} />}
                  <div className="min-w-0 flex-1">
                    <p className="truncate text-sm font-semibold">{one.account}</p>
                    <p className="text-xs text-muted">{showMoment(one.publishedAt ?? one.dueAt, zone, language)}</p>
                  </div>
                  <StateBadge state={one.state} />
                </div>
                <Why publication={one} />
                <div className="flex flex-wrap items-center gap-2">
                  <Deeds publication={one} inPost />
                </div>
                {channel && <Preview draft={draftOf(post)} channel={channel} format={formatOf(one)} />}
                <div className="flex gap-4 text-sm font-medium">
                  <Link to="/queue" search={{ story: one.id }} className="text-accent-text hover:underline">
                    {t("publication.story")}
                  </Link>
                </div>
              </li>
            );
          })}
        </ul>
      </div>
    </>
  );
}
