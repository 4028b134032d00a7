import { useMemo, useState } from "react";
import type { Finding } from "@/shared/api-types";

/** Options to which something empty was just added: what is wrong with them is not held against a person who is still there. */
export interface Young {
  has: (finding: Finding) => boolean;
  add: (channel: string, option: string) => void;
  drop: (channel: string, option: string) => void;
}

const keyOf = (channel: string, option: string) => `${channel} ${option}`;

export function useYoung(): Young {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  return useMemo(
    () => ({
      has: ({ field, channel }) => field.startsWith("options.") && keys.has(keyOf(channel, field.split(".")[1] ?? "")),
      add: (channel, option) => setKeys((old) => new Set([...old, keyOf(channel, option)])),
      drop: (channel, option) =>
        setKeys((old) => (old.has(keyOf(channel, option)) ? new Set([...old].filter((key) => key !== keyOf(channel, option))) : old)),
    }),
    [keys],
  );
}
