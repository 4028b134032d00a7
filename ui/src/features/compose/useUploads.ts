import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { message, post } from "@/shared/api";
import type { Asset } from "@/shared/api-types";
import { freshId } from "@/shared/ids";
import { assetQuery } from "@/shared/queries";
import { upload } from "@/shared/upload";

export interface Upload {
  id: string;
  part: number;
  name: string;
  /** 0 to 1; `null` while the server fetches a link. */
  share: number | null;
  error: string | null;
  stop: () => void;
}

/** Files on their way. Each that arrives is handed to `arrived` with the part it belongs to, in the order they were chosen. */
export function useUploads(arrived: (part: number, asset: Asset) => void) {
  const client = useQueryClient();
  const [uploads, setUploads] = useState<Upload[]>([]);
  const latest = useRef(arrived);
  latest.current = arrived;
  const running = useRef(new Set<AbortController>());
  const before = useRef(Promise.resolve());
  useEffect(() => {
    const all = running.current;
    return () => {
      for (const controller of all) controller.abort();
    };
  }, []);

  const drop = useCallback((id: string) => setUploads((old) => old.filter((one) => one.id !== id)), []);

  const begin = useCallback(
    async (after: Promise<void>, part: number, name: string, work: (progress: (share: number) => void, signal: AbortSignal) => Promise<Asset>) => {
      const id = freshId();
      const controller = new AbortController();
      running.current.add(controller);
      const update = (change: Partial<Upload>) =>
        setUploads((old) => old.map((one) => (one.id === id ? { ...one, ...change } : one)));
      const stop = () => {
        controller.abort();
        drop(id);
      };
      setUploads((old) => [...old, { id, part, name, share: null, error: null, stop }]);
      try {
        const asset = await work((share) => update({ share }), controller.signal);
        await after;
        if (controller.signal.aborted) return;
        client.setQueryData(assetQuery(asset.id).queryKey, asset);
        latest.current(part, asset);
        drop(id);
      } catch (error) {
        if (!controller.signal.aborted) update({ error: message(error) });
      } finally {
        running.current.delete(controller);
      }
    },
    [client, drop],
  );
  const start = useCallback(
    (part: number, name: string, work: Parameters<typeof begin>[3]) => {
      before.current = begin(before.current, part, name, work);
    },
    [begin],
  );

  const files = useCallback(
    (part: number, list: File[]) => {
      for (const file of list) start(part, file.name, (progress, signal) => upload(file, progress, signal));
    },
    [start],
  );
  const link = useCallback(
    (part: number, url: string) => start(part, url, (_, signal) => post<Asset>("/api/media/links", { url }, { signal })),
    [start],
  );
  return { uploads, files, link };
}
