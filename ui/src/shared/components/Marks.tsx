import { clsx } from "clsx";
import {
  Ban,
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleHelp,
  CircleSlash,
  Clock,
  LoaderCircle,
  type LucideIcon,
  PauseCircle,
  RotateCw,
  TriangleAlert,
} from "lucide-react";
import { useState } from "react";
import type { Channel, PostState } from "../api-types";
import { useWords } from "../i18n";
import { lookOf } from "../networks";

/** Our own mark of a network: a coloured square with a simple sign. */
export function NetworkMark({ network, size = 20, label }: { network: string; size?: number; label?: string }) {
  const look = lookOf(network);
  const Icon = look.icon;
  return (
    <span
      role={label ? "img" : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
      title={label}
      className="inline-flex shrink-0 items-center justify-center rounded-[30%] font-bold text-white ring-1 ring-white/15"
      style={{ width: size, height: size, background: look.colour, fontSize: size * 0.6 }}
    >
      {Icon ? <Icon size={Math.round(size * 0.62)} strokeWidth={2.4} aria-hidden /> : look.letter}
    </span>
  );
}

function initials(name: string): string {
  return name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word.slice(0, 1).toUpperCase())
    .join("");
}

const CIRCLE = 360;

/** A colour of its own for every name. */
function hueOf(name: string): number {
  return [...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % CIRCLE, 7);
}

export function Avatar({ name, src, size = 36 }: { name: string; src?: string | null; size?: number }) {
  const [broken, setBroken] = useState(false);
  const shape = { width: size, height: size, fontSize: size * 0.36 };
  if (src && !broken) {
    return (
      <img src={src} alt="" style={shape} className="shrink-0 rounded-full object-cover" onError={() => setBroken(true)} />
    );
  }
  return (
    <span
      aria-hidden
      style={{ ...shape, background: `hsl(${hueOf(name)} 55% 87%)`, color: `hsl(${hueOf(name)} 60% 22%)` }}
      className="inline-flex shrink-0 items-center justify-center rounded-full font-semibold"
    >
      {initials(name) || "?"}
    </span>
  );
}

/** A channel's face with the mark of its network in the corner. */
export function ChannelFace({ channel, size = 36 }: { channel: Pick<Channel, "name" | "avatar" | "network">; size?: number }) {
  return (
    <span className="relative inline-flex shrink-0">
      <Avatar name={channel.name} src={channel.avatar} size={size} />
      <span className="absolute -right-1.5 -bottom-1.5 inline-flex rounded-[30%] ring-2 ring-surface">
        <NetworkMark network={channel.network} size={Math.round(size * 0.45)} />
      </span>
    </span>
  );
}

export type AnyState = PostState | "RETRYING" | "WARNED";

const icons: Record<AnyState, LucideIcon> = {
  DRAFT: CircleDashed,
  SCHEDULED: Clock,
  PUBLISHING: LoaderCircle,
  RETRYING: RotateCw,
  WARNED: TriangleAlert,
  PUBLISHED: CircleCheck,
  PARTLY: CircleSlash,
  FAILED: CircleAlert,
  UNCONFIRMED: CircleHelp,
  HELD: PauseCircle,
  CANCELLED: Ban,
};

/** @param still a group of states does not turn, only a state does */
export function StateIcon({ state, size = 15, label, still }: { state: AnyState; size?: number; label?: string; still?: boolean }) {
  const Icon = icons[state];
  return (
    <span
      data-state-of={state}
      role={label ? "img" : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
      className="inline-flex shrink-0 text-[var(--tone)]"
    >
      <Icon size={size} strokeWidth={2.4} aria-hidden className={clsx(state === "PUBLISHING" && !still && "animate-spin")} />
    </span>
  );
}

/** The state in words, colour and sign. */
export function StateBadge({ state }: { state: AnyState }) {
  const { t } = useWords();
  return (
    <span
      data-state-of={state}
      className="inline-flex h-6 shrink-0 items-center gap-1.5 rounded-full bg-[var(--tone-soft)] px-2.5 text-xs font-semibold text-[var(--tone)]"
    >
      <StateIcon state={state} size={13} />
      {t(`state.${state}`)}
    </span>
  );
}
