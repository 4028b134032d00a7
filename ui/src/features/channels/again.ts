const KEY = "planner.connectAgain";

/** Remembers, while the browser is away at a network, which channel is to be connected anew. */
export function remember(channel: string | undefined) {
  if (channel) sessionStorage.setItem(KEY, channel);
  else sessionStorage.removeItem(KEY);
}

/** The channel that a person went away for, told once. */
export function recall(): string | null {
  const channel = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  return channel;
}
