import i18next from "i18next";
import type { Problem } from "./api-types";

/** An answer that is not a success, with the server's own words for people. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly problem: Problem,
    readonly retryAfter: number | null = null,
  ) {
    super(problem.detail ?? problem.title);
    this.name = "ApiError";
  }

  field(name: string): string | undefined {
    return this.problem.errors?.find((error) => error.field === name)?.message;
  }
}

export interface CallOptions {
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

const WRITES = new Set(["POST", "PUT", "PATCH", "DELETE"]);

export function csrfToken(): string | null {
  const found = document.cookie.split("; ").find((part) => part.startsWith("XSRF-TOKEN="));
  return found ? decodeURIComponent(found.slice("XSRF-TOKEN=".length)) : null;
}

export function commonHeaders(): Record<string, string> {
  const token = csrfToken();
  return { "Accept-Language": i18next.language ?? "en", ...(token ? { "X-XSRF-TOKEN": token } : {}) };
}

async function send(method: string, path: string, body: unknown, options: CallOptions): Promise<Response> {
  const json = body === undefined ? undefined : JSON.stringify(body);
  try {
    return await fetch(path, {
      method,
      body: json,
      credentials: "same-origin",
      signal: options.signal,
      headers: {
        Accept: "application/json",
        ...(json === undefined ? {} : { "Content-Type": "application/json" }),
        ...commonHeaders(),
        ...options.headers,
      },
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ApiError(0, { type: "/problems/offline", title: i18next.t("error.offline"), status: 0 });
  }
}

/** The problem of an answer, however badly formed: never a raw body in front of a person. */
export function problemOf(status: number, text: string): Problem {
  try {
    const parsed = JSON.parse(text) as Partial<Problem>;
    if (typeof parsed.title === "string" || typeof parsed.detail === "string") {
      return { type: "about:blank", ...parsed, title: parsed.title ?? "", status };
    }
  } catch {
    // Not JSON: fall through to words of our own.
  }
  return { type: "about:blank", status, title: friendly(status) };
}

function friendly(status: number): string {
  if (status === 0) return i18next.t("error.offline");
  if (status === 401) return i18next.t("error.signedOut");
  if (status === 404) return i18next.t("error.missing");
  if (status === 413) return i18next.t("error.tooLarge");
  if (status === 429) return i18next.t("error.tooMany");
  return i18next.t("error.server");
}

async function answered(response: Response): Promise<unknown> {
  if (response.status === 204) return undefined;
  const text = await response.text();
  if (response.ok) return text ? JSON.parse(text) : undefined;
  const wait = Number(response.headers.get("Retry-After"));
  throw new ApiError(response.status, problemOf(response.status, text), Number.isFinite(wait) && wait > 0 ? wait : null);
}

/**
 * One call. A write that is refused for an outdated CSRF cookie is sent once more after a read has renewed it.
 */
export async function call<T>(method: string, path: string, body?: unknown, options: CallOptions = {}): Promise<T> {
  const before = csrfToken();
  let response = await send(method, path, body, options);
  if (response.status === 403 && WRITES.has(method)) {
    await send("GET", "/api/session", undefined, {});
    if (csrfToken() !== before) response = await send(method, path, body, options);
  }
  return (await answered(response)) as T;
}

export const get = <T>(path: string, options?: CallOptions) => call<T>("GET", path, undefined, options);
export const post = <T>(path: string, body?: unknown, options?: CallOptions) => call<T>("POST", path, body, options);
export const put = <T>(path: string, body?: unknown, options?: CallOptions) => call<T>("PUT", path, body, options);
export const patch = <T>(path: string, body?: unknown, options?: CallOptions) => call<T>("PATCH", path, body, options);
export const remove = <T>(path: string, options?: CallOptions) => call<T>("DELETE", path, undefined, options);

export const ifMatch = (version: number) => ({ headers: { "If-Match": `"${version}"` } });

/** Query string without the empty ones. */
export function query(params: Record<string, string | number | undefined | null>): string {
  const set = Object.entries(params).filter(([, value]) => value !== undefined && value !== null && value !== "");
  return set.length === 0 ? "" : `?${new URLSearchParams(set.map(([key, value]) => [key, String(value)]))}`;
}

/** What to tell a person about any thrown thing: the reasons where the server names some, the bare title only without any. */
export function message(error: unknown): string {
  if (!(error instanceof ApiError)) return i18next.t("error.unexpected");
  const { title, detail, errors = [] } = error.problem;
  const reasons = [detail === title ? undefined : detail, ...errors.map((one) => one.message)].filter(Boolean);
  return [...new Set(reasons)].join(" ") || title || friendly(error.status);
}
