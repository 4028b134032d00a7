import type { Asset, CalendarItem, Channel, Count, Finding, Post, PostInput, PreflightResult, Rendition, Session, SpokenApi } from "@/shared/api-types";
import * as seed from "./seed.ts";

/* The API in memory, for the tests of the screens and for looking at them without a server. */

export interface Call {
  method: string;
  path: string;
  query: URLSearchParams;
  body: unknown;
  headers: Headers;
}

export interface Answer {
  status: number;
  body?: unknown;
}

type Handler = (call: Call, id: string) => Answer;

const ok = (body: unknown): Answer => ({ status: 200, body });
const items = (list: unknown[]): Answer => ok({ items: list, next: null });

export function problem(status: number, title: string, extra: object = {}): Answer {
  return { status, body: { type: "/problems/test", title, status, detail: title, ...extra } };
}

const session: Session = {
  person: { id: "me", email: "demo@example.test", name: "Ada Demo", locale: "en", zone: "Europe/Warsaw" },
  workspace: {
    id: "w1",
    name: "Harbour Coffee",
    zone: "Europe/Warsaw",
    weekStart: "MONDAY",
    late: { after: "PT1H", action: "SPACE", spacing: "PT2M" },
    version: 1,
  },
  workspaces: [{ id: "w1", name: "Harbour Coffee" }],
  mode: "demo",
};

export class MockApi {
  session: Session | null = structuredClone(session);
  setup = { needed: false, demo: { email: "demo@example.test", password: "demo-password" } };
  channels: Channel[] = structuredClone(seed.channels);
  networks = structuredClone(seed.networks);
  calendarIsFull = false;
  posts: Post[];
  assets = structuredClone(seed.assets);
  apis: SpokenApi[] = [
    { network: "instagram", networkName: "Instagram", name: "Graph API", host: "graph.example", version: "v25.0", sunset: null, state: "SERVED" },
  ];
  tokens: { id: string; name: string; scopes: string[]; createdAt: string }[] = [];
  /** Said by preflight about any option of these names. */
  told: Record<string, string> = {};
  /** Said by preflight beside what it finds by itself. */
  found: (input: PostInput) => Finding[] = () => [];
  renditions: Rendition[] = [];
  /** What the next file is like that is uploaded or fetched. */
  file: Partial<Asset> = {};
  calls: Call[] = [];
  /** Answers given once before the usual ones: `PUT /api/posts/x/schedule` → answer. */
  next = new Map<string, Answer>();
  private last = 0;

  constructor(now: Date = new Date()) {
    this.posts = seed.posts(now);
  }

  answer(method: string, url: string, body: unknown, headers = new Headers()): Answer {
    const { pathname, searchParams } = new URL(url, "http://localhost");
    const call = { method, path: pathname, query: searchParams, body, headers };
    this.calls.push(call);
    const planned = this.next.get(`${method} ${pathname}`);
    if (planned) {
      this.next.delete(`${method} ${pathname}`);
      return planned;
    }
    for (const [pattern, handler] of this.routes) {
      const found = new RegExp(`^${pattern}$`).exec(`${method} ${pathname}`);
      if (found) return handler(call, found[1] ?? "");
    }
    return problem(404, "Not found");
  }

  called(method: string, path: string): Call[] {
    return this.calls.filter((call) => call.method === method && call.path === path);
  }

  private readonly routes: [string, Handler][] = [
    ["GET /health", () => ok(health)],
    ["GET /api/apis", () => items(this.apis)],
    ["GET /api/setup", () => ok(this.setup)],
    ["POST /api/setup", () => this.signedIn(201)],
    ["GET /api/session", () => (this.session ? ok(this.session) : problem(401, "Nobody is signed in"))],
    ["POST /api/session", ({ body }) => this.signIn(body as { password: string })],
    ["DELETE /api/session", () => this.signOut()],
    ["PATCH /api/person", ({ body }) => this.changePerson(body as object)],
    ["PUT /api/person/password", () => ({ status: 204 })],
    ["PATCH /api/workspaces/w1", ({ body }) => this.changeWorkspace(body as object)],
    ["GET /api/tokens", () => items(this.tokens)],
    ["POST /api/tokens", ({ body }) => this.makeToken(body as { name: string; scopes: string[] })],
    ["DELETE /api/tokens/([^/]+)", (_, id) => this.dropToken(id)],
    ["GET /api/networks", () => items(this.networks)],
    ["GET /api/channels", () => items(this.channels)],
    ["GET /api/channels/([^/]+)/choices/privacy", () => items(privacy)],
    ["PATCH /api/channels/([^/]+)", ({ body }, id) => this.pause(id, (body as { paused: boolean }).paused)],
    ["DELETE /api/channels/([^/]+)", (_, id) => this.disconnect(id)],
    ["POST /api/channels/([^/]+)/checks", (_, id) => ok(this.channel(id))],
    ["POST /api/channels/([^/]+)/consent", ({ body }, id) => this.consent(id, body as Record<string, string>)],
    ["POST /api/channels/([^/]+)", ({ body }, id) => this.connect(id, body as Record<string, string>)],
    ["GET /api/channels/x/refusals/wrong-account", () => ok({ message: "Somebody else said yes. Sign out there first." })],
    ["GET /api/channel-choices/([^/]+)", () => ok(choice)],
    ["POST /api/channel-choices/([^/]+)", () => ({ status: 201, body: { items: [this.channels[1]] } })],
    ["GET /api/media", () => items(this.assets)],
    ["POST /api/media", () => this.upload()],
    ["POST /api/media/links", () => this.upload()],
    ["GET /api/media/([^/]+)/renditions", () => items(this.renditions)],
    ["GET /api/media/([^/]+)", (_, id) => found(this.assets.find((asset) => asset.id === id))],
    ["POST /api/preflight", ({ body }) => ok(this.#told(preflight(body as PostInput, this.channels), body as PostInput))],
    ["POST /api/posts", ({ body }) => this.create(body as PostInput)],
    ["GET /api/posts", ({ query }) => items(this.posts.filter((post) => !query.get("state") || post.state === query.get("state")))],
    ["GET /api/posts/([^/]+)", (_, id) => found(this.posts.find((post) => post.id === id))],
    ["PUT /api/posts/([^/]+)", (call, id) => this.change(call, id)],
    ["DELETE /api/posts/([^/]+)", (_, id) => this.drop(id)],
    ["POST /api/posts/([^/]+)/copies", (_, id) => this.copy(id)],
    ["PUT /api/posts/([^/]+)/schedule", ({ body }, id) => this.schedule(id, body as { at?: string; now?: boolean })],
    ["DELETE /api/posts/([^/]+)/schedule", (_, id) => this.unschedule(id)],
    ["GET /api/calendar", ({ query }) => ok({ items: this.calendar(query), truncated: this.calendarIsFull })],
    ["GET /api/publications", ({ query }) => items(this.publications(query.get("state")))],
    ["GET /api/publications/counts", () => ok(this.counts())],
    ["GET /api/publications/([^/]+)/attempts", () => items(attempts)],
    ["GET /api/publications/([^/]+)", (_, id) => found(this.publications(null).find((one) => one.id === id))],
    ["PUT /api/publications/([^/]+)/verdict", ({ body }, id) => this.become(id, (body as { verdict: string }).verdict === "PUBLISHED" ? "PUBLISHED" : "FAILED")],
    ["POST /api/publications/([^/]+)/attempts", (_, id) => this.become(id, "SCHEDULED")],
    ["PUT /api/publications/([^/]+)/hold", (_, id) => this.become(id, "HELD")],
    ["DELETE /api/publications/([^/]+)/hold", (_, id) => this.become(id, "SCHEDULED")],
  ];

  private signedIn(status: number): Answer {
    this.session = structuredClone(session);
    return { status, body: this.session };
  }

  private signIn({ password }: { password: string }): Answer {
    return password === this.setup.demo.password ? this.signedIn(200) : problem(401, "The e-mail or the password is wrong.");
  }

  private signOut(): Answer {
    this.session = null;
    return { status: 204 };
  }

  private changePerson(change: object): Answer {
    if (this.session) Object.assign(this.session.person, change);
    return ok(this.session?.person);
  }

  private changeWorkspace(change: object): Answer {
    if (this.session) Object.assign(this.session.workspace, change);
    return ok(this.session?.workspace);
  }

  private makeToken(given: { name: string; scopes: string[] }): Answer {
    const token = { id: this.id("t"), createdAt: "2026-11-23T10:00:00Z", ...given };
    this.tokens.push(token);
    return { status: 201, body: { ...token, token: "pl_secret_once" } };
  }

  private dropToken(id: string): Answer {
    this.tokens = this.tokens.filter((token) => token.id !== id);
    return { status: 204 };
  }

  private id(prefix: string): string {
    this.last += 1;
    return `${prefix}-new-${this.last}`;
  }

  private channel(id: string): Channel | undefined {
    return this.channels.find((channel) => channel.id === id);
  }

  private pause(id: string, paused: boolean): Answer {
    const channel = this.channel(id);
    if (channel) channel.state = paused ? "PAUSED" : "CONNECTED";
    return found(channel);
  }

  private disconnect(id: string): Answer {
    this.channels = this.channels.filter((channel) => channel.id !== id);
    return { status: 204 };
  }

  private connect(network: string, secrets: Record<string, string>): Answer {
    if (Object.values(secrets).includes("wrong")) {
      return problem(400, "The network refused it", {
        errors: [{ field: "password", rule: "refused", message: "This app password is not valid." }],
      });
    }
    const made = { ...(seed.channels[0] as Channel), id: this.id("c"), network, name: secrets.identifier ?? "New channel" };
    this.channels.push(made);
    return { status: 201, body: made };
  }

  private consent(network: string, answers: Record<string, string>): Answer {
    return answers.server === "nowhere"
      ? problem(400, "The network refused it", {
          errors: [{ field: "server", rule: "refused", message: "No server answers there." }],
        })
      : { status: 201, body: { url: `/consent/${network}` } };
  }

  private upload(): Answer {
    const made = { ...(seed.assets[0] as (typeof seed.assets)[0]), ...this.file, id: this.id("m"), uses: 0 };
    this.assets.push(made);
    return { status: 201, body: made };
  }

  private create(input: PostInput): Answer {
    const made: Post = {
      ...input,
      id: this.id("post"),
      version: 1,
      state: "DRAFT",
      at: null,
      createdAt: "2026-11-23T10:00:00Z",
      updatedAt: "2026-11-23T10:00:00Z",
      author: { id: "me", name: "Ada Demo" },
      publications: [],
    };
    this.posts.push(made);
    return { status: 201, body: made };
  }

  private change(call: Call, id: string): Answer {
    const post = this.posts.find((one) => one.id === id);
    if (!post) return problem(404, "Not found");
    const given = call.headers.get("If-Match");
    if (given && given !== `"${post.version}"`) return problem(409, "Changed meanwhile", { current: post.version });
    Object.assign(post, call.body, { version: post.version + 1 });
    return ok(post);
  }

  private drop(id: string): Answer {
    this.posts = this.posts.filter((post) => post.id !== id);
    return { status: 204 };
  }

  private copy(id: string): Answer {
    const post = this.posts.find((one) => one.id === id);
    return post ? this.create(structuredClone(post)) : problem(404, "Not found");
  }

  #told(result: PreflightResult, input: PostInput): PreflightResult {
    const told = Object.entries(this.told).flatMap(([name, message]) =>
      Object.keys(result.formats).map((channel): Finding => ({ ...base, channel, severity: "INFO", rule: "told", field: `options.${name}`, message })),
    );
    return { ...result, findings: [...result.findings, ...told, ...this.found(input)] };
  }

  private schedule(id: string, { at, now }: { at?: string; now?: boolean }): Answer {
    const post = this.posts.find((one) => one.id === id);
    if (!post) return problem(404, "Not found");
    const findings = preflight(post, this.channels).findings.filter((finding) => finding.severity === "ERROR");
    if (findings.length > 0) return problem(422, "The post does not fit everywhere", { findings });
    Object.assign(post, { at: now ? new Date().toISOString() : at, state: now ? "PUBLISHING" : "SCHEDULED", version: post.version + 1 });
    return ok(post);
  }

  private unschedule(id: string): Answer {
    const post = this.posts.find((one) => one.id === id);
    if (post) Object.assign(post, { state: "DRAFT", version: post.version + 1 });
    return found(post);
  }

  private calendar(query: URLSearchParams): CalendarItem[] {
    const from = query.get("from") ?? "";
    const to = query.get("to") ?? "";
    const network = query.get("network");
    return this.posts
      .filter((post) => post.at && Date.parse(post.at) >= Date.parse(from) && Date.parse(post.at) < Date.parse(to))
      .filter((post) => !query.get("state") || post.state === query.get("state"))
      .filter((post) => !query.get("channel") || post.channels.includes(query.get("channel") ?? ""))
      .filter((post) => !network || post.channels.some((id) => this.channel(id)?.network === network))
      .filter((post) => post.text.toLowerCase().includes((query.get("q") ?? "").toLowerCase()))
      .map((post) => ({
        id: post.id,
        at: post.at as string,
        zone: "Europe/Warsaw",
        state: post.state,
        line: post.text,
        channels: post.channels.map((id) => ({ id, network: this.channel(id)?.network ?? "" })),
        thumbnail: post.media[0] ? `/api/media/${post.media[0].id}/thumbnail` : null,
        version: post.version,
        movable: post.state === "SCHEDULED" || post.state === "HELD",
      }));
  }

  private publications(state: string | null) {
    const all = this.posts.flatMap((post) => post.publications);
    return state ? all.filter((one) => state.split(",").includes(one.state)) : all;
  }

  private counts(): Record<string, number> {
    const counts: Record<string, number> = { RETRYING: 0 };
    for (const one of this.publications(null)) counts[one.state] = (counts[one.state] ?? 0) + 1;
    return counts;
  }

  private become(id: string, state: Post["publications"][number]["state"]): Answer {
    const one = this.publications(null).find((publication) => publication.id === id);
    if (one) Object.assign(one, { state, version: one.version + 1 });
    return found(one);
  }
}

const found = (thing: unknown): Answer => (thing ? ok(thing) : problem(404, "Not found"));

const health = {
  status: "UP",
  mode: "demo",
  version: "1",
  database: "UP",
  publishing: { state: "GREEN", lagSeconds: 0, overdue: 0, workers: 1, reason: null },
};

const privacy = [
  { value: "PUBLIC", label: "Everyone", enabled: true },
  { value: "FRIENDS", label: "Friends", enabled: true },
  { value: "SELF", label: "Only you", enabled: false },
];

const choice = {
  id: "ch1",
  network: "instagram",
  accounts: [
    { id: "1", name: "Harbour Coffee", handle: "@harbourcoffee", avatar: null, connected: true },
    { id: "2", name: "Harbour Beans", handle: "@harbourbeans", avatar: null, connected: false },
  ],
};

const attempts = [
  {
    number: 1,
    at: "2026-11-23T09:00:00Z",
    step: "Containers",
    decision: "NEXT",
    detail: "Container made",
    durationMs: 120,
    exchanges: [
      { method: "POST", url: "/v25.0/17841400/media", request: "image_url=…&caption=…", status: 200, response: '{"id":"179"}', durationMs: 112 },
    ],
  },
  {
    number: 2,
    at: "2026-11-23T09:00:02Z",
    step: "Publish",
    decision: "REJECTED",
    detail: "The network refused the content",
    durationMs: 85,
    exchanges: [
      { method: "POST", url: "/v25.0/17841400/media_publish", request: "creation_id=179", status: 400, response: '{"error":{"code":9007}}', durationMs: 80 },
    ],
  },
];

const base = { fixes: [], made: null, part: 0, media: null, limit: "", actual: "" };

/** Enough of preflight to see its findings: lengths, missing media, a missing option. */
export function preflight(input: PostInput, channels: Channel[]): PreflightResult {
  const findings: Finding[] = [];
  const counts: Count[] = [];
  const formats: Record<string, string> = {};
  for (const id of input.channels) {
    const network = seed.networks.find((one) => one.id === channels.find((channel) => channel.id === id)?.network);
    if (!network) continue;
    const variant = input.variants[id] ?? {};
    const media = variant.media ?? input.media;
    const fits = network.formats.find((one) => one.media.some((set) => media.length >= set.min && media.length <= set.max));
    const format = network.formats.find((one) => one.id === variant.format) ?? fits ?? network.formats[0];
    if (!format) continue;
    formats[id] = format.id;
    if (!fits) {
      findings.push({ ...base, channel: id, severity: "ERROR", rule: "media.missing", field: "media", message: `${network.name} needs an image or a video here.` });
    }
    const texts = [variant.text ?? input.text, ...(variant.thread ?? input.thread).map((part) => part.text)];
    const limit = format.text[0];
    texts.forEach((text, part) => {
      if (!limit) return;
      const used = [...text].length;
      counts.push({ channel: id, field: "TEXT", part, unit: limit.unit, used, max: limit.max });
      if (used > limit.max) {
        findings.push({ ...base, part, channel: id, severity: "ERROR", rule: "text.too-long", field: "text", limit: String(limit.max), actual: String(used), message: `${network.name} takes ${limit.max} characters; this text has ${used}.` });
      }
    });
    for (const name of (network.options["x-required"] as string[] | undefined) ?? []) {
      if (variant.options?.[name] === undefined) {
        findings.push({ ...base, channel: id, severity: "ERROR", rule: "option.required", field: `options.${name}`, message: `Choose: ${network.options.properties?.[name]?.title}.` });
      }
    }
  }
  return { findings, counts, formats };
}
