/* The shapes of the HTTP API as the screens use them. A test of the app (ScreenTypesTest) holds them against /api/openapi.json. */

export interface Page<T> {
  items: T[];
  next?: string | null;
}

export interface Person {
  id: string;
  email: string;
  name: string;
  locale: string;
  zone: string;
}

export type Weekday = "MONDAY" | "TUESDAY" | "WEDNESDAY" | "THURSDAY" | "FRIDAY" | "SATURDAY" | "SUNDAY";

export type LateAction = "SPACE" | "HOLD" | "SKIP";

export interface Workspace {
  id: string;
  name: string;
  zone: string;
  weekStart: Weekday;
  late: { after: string; action: LateAction; spacing: string };
  version: number;
}

export type Mode = "demo" | "production";

export interface Session {
  person: Person;
  workspace: Workspace;
  workspaces: { id: string; name: string }[];
  mode: Mode;
}

export interface Setup {
  needed: boolean;
  demo: { email: string; password: string } | null;
}

export type Light = "GREEN" | "AMBER" | "RED";

export interface Health {
  status: "UP" | "DOWN";
  mode: Mode;
  version: string;
  database: string;
  publishing: { state: Light; lagSeconds: number; overdue: number; workers: number; reason: string | null };
}

/** What to do about a refused consent. */
export interface Refusal {
  message: string;
}

/** An API of a network as the server speaks it. */
export interface SpokenApi {
  network: string;
  networkName: string;
  name: string;
  host: string;
  version: string;
  sunset: string | null;
  state: ApiState;
}

export type ApiState = "SERVED" | "ENDING" | "ENDED";

export interface ApiToken {
  id: string;
  name: string;
  scopes: string[];
  createdAt: string;
  token?: string;
}

export type TextField = "TEXT" | "TITLE" | "ALT";

export interface Format {
  id: string;
  label: string;
  text: { field: TextField; unit: string; min: number; max: number }[];
  media: { min: number; max: number; anyOf: { kind: MediaKind; types: string[]; maxBytes: number; rule?: MediaRule }[] }[];
  maxParts: number;
}

export interface MediaRule {
  /** Width / height; of some kinds nothing is asked. */
  aspect?: { min: number; max: number };
}

export interface SecretField {
  name: string;
  label: string;
  help: string;
  secret: boolean;
  required: boolean;
  initial: string | null;
}

export interface Connector {
  id: string;
  label: string;
  kind: "OAUTH2" | "SECRETS";
  configured: boolean;
  fields: SecretField[];
}

/** The part of JSON Schema that the options of networks use. */
export interface OptionSchema {
  type?: "object" | "string" | "boolean" | "integer" | "number" | "array" | string[];
  title?: string;
  description?: string;
  /** Of a text that is a time: a moment, the clock somewhere, a day. */
  format?: string;
  default?: unknown;
  enum?: string[];
  oneOf?: { const: string; title: string }[];
  properties?: Record<string, OptionSchema>;
  items?: OptionSchema;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  "x-formats"?: string[];
  "x-choices"?: string;
  /** A value that is not in the list may be typed. */
  "x-others"?: boolean;
  "x-file"?: string[];
  "x-required"?: string[] | boolean;
}

export interface Network {
  id: string;
  name: string;
  features: string[];
  formats: Format[];
  connectors: Connector[];
  options: OptionSchema;
  sandbox: boolean;
  timeline: string | null;
  /** In a demo: what the simulated network takes in a form of secrets, field by field. */
  sandboxSecrets?: Record<string, string> | null;
}

export type ChannelState = "CONNECTED" | "RECONNECT" | "PAUSED";

export interface Channel {
  id: string;
  network: string;
  connector: string;
  accountId: string;
  name: string;
  handle: string | null;
  avatar: string | null;
  state: ChannelState;
  detail: string | null;
  restsUntil: string | null;
  expiresAt: string | null;
  connectedAt: string;
  waiting: number;
}

export interface ChannelChoice {
  id: string;
  network: string;
  accounts: { id: string; name: string; handle: string | null; avatar: string | null; connected: boolean }[];
}

export interface Choice {
  value: string;
  label: string;
  enabled: boolean;
}

export type MediaKind = "IMAGE" | "ANIMATION" | "VIDEO" | "DOCUMENT";

export interface Asset {
  id: string;
  name: string;
  kind: MediaKind;
  type: string;
  bytes: number;
  width: number | null;
  height: number | null;
  seconds: number | null;
  fps: number | null;
  frames: number | null;
  codec: string | null;
  sound: boolean | null;
  details: MediaDetails;
  url: string;
  thumbnail: string | null;
  createdAt: string;
  uses: number;
}

export interface MediaDetails {
  bitrate: number;
  soundCodec: string | null;
  soundRate: number;
  soundChannels: number;
  pixels: string | null;
  colour: string | null;
  alpha: boolean;
  turned: boolean;
  personal: boolean;
  indexFirst: boolean;
  pages: number;
}

export type RenditionState = "WANTED" | "MAKING" | "READY" | "FAILED";

/** A file that is made from another. */
export interface Rendition {
  id: string;
  state: RenditionState;
  /** 0 to 1. */
  progress: number;
  kind: MediaKind;
  type: string;
  width: number;
  height: number;
  bytes: number | null;
  problem: string | null;
  url: string | null;
}

/** What is to be changed of a file where it stands. */
export interface Edit {
  trim?: Trim;
  crop?: Crop;
  pad?: Pad;
  enlarge?: boolean;
}

/** In seconds. */
export interface Trim {
  from: number;
  seconds: number;
}

/** In shares of the upright picture. */
export interface Crop {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Pad {
  /** Width / height. */
  aspect: number;
  fill: Fill;
}

export type Fill = "BLUR" | "BLACK" | "WHITE";

export interface MediaRef {
  id: string;
  alt: string;
  edit?: Edit;
}

export interface Part {
  text: string;
  media: MediaRef[];
}

export type Options = Record<string, unknown>;

export interface Variant {
  text?: string;
  title?: string;
  media?: MediaRef[];
  thread?: Part[];
  format?: string;
  options?: Options;
}

export interface PostInput {
  text: string;
  channels: string[];
  media: MediaRef[];
  thread: Part[];
  title?: string;
  variants: Record<string, Variant>;
  zone?: string;
}

export type PostState =
  | "DRAFT"
  | "SCHEDULED"
  | "PUBLISHING"
  | "PUBLISHED"
  | "PARTLY"
  | "FAILED"
  | "UNCONFIRMED"
  | "HELD"
  | "CANCELLED";

export type PublicationState = Exclude<PostState, "DRAFT" | "PARTLY">;

export interface Publication {
  id: string;
  post: string;
  channel: string;
  network: string;
  account: string;
  format: string;
  state: PublicationState;
  dueAt: string;
  attempts: number;
  /** When the present tries are given up. */
  deadline: string | null;
  /** How many posts of it the public sees already although it has not ended as published. */
  out: number;
  permalink: string | null;
  publishedAt: string | null;
  note: string | null;
  problem: { code: string; message: string; advice: string | null } | null;
  next: { at: string; why: string } | null;
  line: string;
  version: number;
}

export interface Post extends PostInput {
  id: string;
  version: number;
  state: PostState;
  at: string | null;
  createdAt: string;
  updatedAt: string;
  author: { id: string; name: string } | null;
  publications: Publication[];
}

export interface CalendarItem {
  id: string;
  at: string;
  zone: string;
  state: PostState;
  line: string;
  channels: { id: string; network: string }[];
  thumbnail: string | null;
  version: number;
  movable: boolean;
}

export interface CalendarStretch {
  items: CalendarItem[];
  /** There is more than one answer holds. */
  truncated: boolean;
}

export interface Finding {
  channel: string;
  severity: "ERROR" | "WARNING" | "INFO";
  rule: string;
  field: string;
  part: number;
  media: number | null;
  limit: string;
  actual: string;
  message: string;
  fixes: Fix[];
  /** What is made of the file by itself. */
  made: Made | null;
}

export type FixAction = "CROP" | "PAD" | "TRIM" | "ENLARGE" | "DROP" | "FORMAT" | "SPREAD";

/** A way to mend what was found; which figures there are depends on the action. */
export interface Fix {
  action: FixAction;
  aspect?: number;
  seconds?: number;
  media?: number;
  format?: string;
  each?: number;
}

export interface Made {
  kind: MediaKind;
  type: string;
  width: number;
  height: number;
  /** Its pictures stay as they are. */
  repack: boolean;
}

export interface Count {
  channel: string;
  field: TextField;
  part: number;
  unit: string;
  used: number;
  max: number;
}

export interface PreflightResult {
  findings: Finding[];
  counts: Count[];
  formats: Record<string, string>;
}

export interface Exchange {
  method: string;
  url: string;
  request: string | null;
  status: number | null;
  response: string | null;
  durationMs: number;
}

export interface Attempt {
  number: number;
  at: string;
  step: string;
  decision: string;
  detail: string | null;
  durationMs: number;
  exchanges: Exchange[];
}

export interface Problem {
  type: string;
  title: string;
  status: number;
  detail?: string;
  errors?: { field: string; rule: string; message: string }[];
  findings?: Finding[];
  current?: number;
}

export interface Change {
  kind: "post" | "publication" | "channel" | "asset";
  id: string;
}
