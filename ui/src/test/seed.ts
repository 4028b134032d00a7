import type { Asset, Channel, Format, Network, Post, PostState, Publication } from "@/shared/api-types";

/* What the API in memory begins with: five networks, their channels, a month of posts in every state. */

const image = { kind: "IMAGE" as const, types: ["image/jpeg", "image/png"], maxBytes: 1_000_000 };
const video = { kind: "VIDEO" as const, types: ["video/mp4"], maxBytes: 100_000_000 };
const none = { min: 0, max: 0, anyOf: [] };

function format(id: string, label: string, max: number, unit: string, media: Format["media"], maxParts = 1): Format {
  return { id, label, text: [{ field: "TEXT", unit, min: 0, max }], media, maxParts };
}

const oauth = { id: "oauth2", label: "Sign in", kind: "OAUTH2" as const, configured: true, fields: [] };
const field = (name: string, label: string, secret = false, initial: string | null = null, help = "") => ({
  name,
  label,
  help,
  secret,
  required: true,
  initial,
});

export const networks: Network[] = [
  {
    id: "bluesky",
    name: "Bluesky",
    features: ["ALT_TEXT", "LINK_CARD", "MENTIONS", "HASHTAGS", "THREAD"],
    formats: [format("post", "Post", 300, "GRAPHEMES", [none, { min: 1, max: 4, anyOf: [image] }, { min: 1, max: 1, anyOf: [video] }], 25)],
    connectors: [
      {
        id: "app-password",
        label: "App password",
        kind: "SECRETS",
        configured: true,
        fields: [
          field("service", "Server", false, "https://pds.example"),
          field("identifier", "Handle or e-mail", false, null, "For example ada.example"),
          field("password", "App password", true, null, "Made in Bluesky under Settings, App passwords."),
        ],
      },
    ],
    options: {
      type: "object",
      properties: {
        languages: { type: "array", items: { type: "string" }, maxItems: 3, title: "Languages", description: "Up to three." },
      },
    },
    sandbox: true,
    timeline: "/sandbox/bluesky",
  },
  {
    id: "instagram",
    name: "Instagram",
    features: ["ALT_TEXT", "HASHTAGS", "MENTIONS", "FETCHES_MEDIA"],
    formats: [
      format("image", "Image", 2200, "CODE_POINTS", [{ min: 1, max: 1, anyOf: [image] }]),
      format("carousel", "Carousel", 2200, "CODE_POINTS", [{ min: 2, max: 10, anyOf: [image, video] }]),
      format("reel", "Reel", 2200, "CODE_POINTS", [{ min: 1, max: 1, anyOf: [video] }]),
      format("story", "Story", 0, "CODE_POINTS", [{ min: 1, max: 1, anyOf: [image, video] }]),
    ],
    connectors: [oauth, { ...oauth, id: "facebook", label: "Through a Facebook Page" }],
    options: {
      type: "object",
      properties: {
        shareToFeed: { type: "boolean", title: "Show the reel in the feed too", default: true, "x-formats": ["reel"] },
      },
    },
    sandbox: true,
    timeline: "/sandbox/instagram",
  },
  {
    id: "tiktok",
    name: "TikTok",
    features: ["HASHTAGS"],
    formats: [
      format("video", "Video", 2200, "UTF16", [{ min: 1, max: 1, anyOf: [video] }]),
      format("photo", "Photos", 4000, "UTF16", [{ min: 1, max: 35, anyOf: [image] }]),
    ],
    connectors: [oauth],
    options: {
      type: "object",
      "x-required": ["privacy"],
      properties: {
        privacy: { type: "string", title: "Who can see it", "x-choices": "privacy" },
        comments: { type: "boolean", title: "Allow comments", default: false },
      },
    },
    sandbox: true,
    timeline: "/sandbox/tiktok",
  },
  {
    id: "telegram",
    name: "Telegram",
    features: ["HASHTAGS"],
    formats: [
      format("message", "Message", 4096, "UTF16", [none]),
      format("photo", "Photo", 1024, "UTF16", [{ min: 1, max: 1, anyOf: [image] }]),
      format("album", "Album", 1024, "UTF16", [{ min: 2, max: 10, anyOf: [image, video] }]),
    ],
    connectors: [
      {
        id: "bot",
        label: "Bot token",
        kind: "SECRETS",
        configured: true,
        fields: [field("token", "Bot token", true), field("chat", "Chat or channel")],
      },
    ],
    options: {
      type: "object",
      properties: {
        silent: { type: "boolean", title: "Without a sound", default: false },
        closesAt: { type: "string", format: "date-time", title: "Closes at" },
        startsAt: { type: "string", format: "date-time-local", title: "Starts there at" },
        recordedOn: { type: "string", format: "date", title: "Recorded on" },
        buttons: {
          type: "array",
          title: "Buttons",
          maxItems: 20,
          items: { type: "object", properties: { text: { type: "string", title: "Label" }, url: { type: "string", title: "Address" } } },
        },
      },
    },
    sandbox: true,
    timeline: "/sandbox/telegram",
  },
  {
    id: "x",
    name: "X",
    features: ["ALT_TEXT", "THREAD", "POLL", "HASHTAGS", "MENTIONS"],
    formats: [
      format("post", "Post", 280, "WEIGHTED", [none, { min: 1, max: 4, anyOf: [image] }], 25),
      format("long-post", "Long post (Premium)", 25000, "WEIGHTED", [none, { min: 1, max: 4, anyOf: [image] }]),
    ],
    connectors: [oauth],
    options: {
      type: "object",
      properties: {
        replies: {
          type: "string",
          title: "Who can reply",
          default: "EVERYONE",
          oneOf: [
            { const: "EVERYONE", title: "Everyone" },
            { const: "FOLLOWING", title: "Accounts you follow" },
          ],
        },
        poll: {
          type: "object",
          title: "Poll",
          description: "2 to 4 answers; the text of the post is the question.",
          properties: {
            options: { type: "array", items: { type: "string", maxLength: 25 }, title: "Answers", maxItems: 4 },
            minutes: { type: "integer", title: "Runs for (minutes)", minimum: 5 },
          },
        },
        madeWithAi: { type: "boolean", title: "Made with AI", default: false },
      },
    },
    sandbox: true,
    timeline: "/sandbox/x",
  },
];

const names: Record<string, [string, string]> = {
  bluesky: ["Harbour Coffee", "@harbour.example"],
  instagram: ["Harbour Coffee", "@harbourcoffee"],
  tiktok: ["harbour.coffee", "@harbour.coffee"],
  telegram: ["Harbour news", "@harbournews"],
  x: ["Harbour Coffee Roasters", "@harbourroast"],
};

export const channels: Channel[] = networks.map((network, index) => ({
  id: `c-${network.id}`,
  network: network.id,
  connector: network.connectors[0]?.id ?? "",
  accountId: `a-${index}`,
  name: names[network.id]?.[0] ?? network.name,
  handle: names[network.id]?.[1] ?? null,
  avatar: null,
  state: network.id === "tiktok" ? "RECONNECT" : "CONNECTED",
  detail: network.id === "tiktok" ? "The permission was withdrawn at TikTok on 20 November." : null,
  restsUntil: null,
  expiresAt: null,
  connectedAt: "2026-11-01T09:00:00Z",
  waiting: index + 1,
}));

function picture(index: number, width: number, height: number): Asset {
  return {
    id: `m-${index}`,
    name: `photo-${index}.jpg`,
    kind: "IMAGE",
    type: "image/jpeg",
    bytes: 245_000,
    width,
    height,
    seconds: null,
    fps: null,
    frames: null,
    codec: null,
    sound: null,
    details: {
      bitrate: 0,
      soundCodec: null,
      soundRate: 0,
      soundChannels: 0,
      pixels: null,
      colour: "srgb",
      alpha: false,
      turned: false,
      personal: false,
      indexFirst: true,
      pages: 0,
    },
    alt: "",
    folder: null,
    tags: [],
    url: `/api/media/m-${index}/content`,
    thumbnail: `/api/media/m-${index}/thumbnail`,
    createdAt: "2026-11-20T10:00:00Z",
    uses: 1,
  };
}

export const assets: Asset[] = [picture(1, 1200, 1200), picture(2, 1600, 900), picture(3, 900, 1600)];

const lines = [
  "New single origin from Huila lands on Friday: caramel, red apple, a long finish ☕",
  "Behind the bar: how we dial in a new roast before doors open at seven",
  "Five things nobody tells you about cold brew. A thread 🧵",
  "We are hiring a second roaster. Come and burn things with us, professionally.",
  "Tasting night, Thursday 18:00. Twelve seats, four already gone.",
  "Oat or whole? The numbers from last month are in.",
  "Your Monday reminder that decaf is not a crime",
];

const states: PostState[] = ["PUBLISHED", "PUBLISHED", "PARTLY", "FAILED", "UNCONFIRMED", "HELD", "SCHEDULED"];

function publications(id: string, state: PostState, at: string, chosen: string[], line: string): Publication[] {
  return chosen.map((channel, index) => {
    const own = state === "PARTLY" ? (index === 0 ? "PUBLISHED" : "FAILED") : state;
    return {
      id: `p-${id}-${index}`,
      post: id,
      channel,
      network: channel.slice(2),
      account: names[channel.slice(2)]?.[0] ?? "",
      format: "post",
      state: own as Publication["state"],
      dueAt: at,
      attempts: own === "SCHEDULED" ? 0 : 2,
      deadline: null,
      out: 0,
      permalink: own === "PUBLISHED" ? `/sandbox/${channel.slice(2)}#${id}` : null,
      publishedAt: own === "PUBLISHED" ? at : null,
      note: own === "HELD" ? "Held because the channel must be connected again." : null,
      problem:
        own === "FAILED"
          ? { code: "duplicate", message: "The same text was posted a short while ago.", advice: "Change the text and try again." }
          : null,
      next: own === "SCHEDULED" ? { at, why: "Waits for its time" } : null,
      line,
      version: 1,
    };
  });
}

/** A month around today, two or three posts a day. */
export function posts(today: Date): Post[] {
  const made: Post[] = [];
  for (let day = -14; day <= 20; day += 1) {
    for (let slot = 0; slot < (Math.abs(day * 7) % 3) + 1; slot += 1) {
      const at = new Date(today);
      at.setUTCHours(8 + slot * 3, slot === 1 ? 30 : 0, 0, 0);
      at.setUTCDate(at.getUTCDate() + day);
      const index = made.length;
      const past = at < today;
      const state = past ? (states[index % 6] as PostState) : index % 9 === 0 ? "HELD" : "SCHEDULED";
      made.push(makePost(`post-${index}`, lines[index % lines.length] as string, state, at.toISOString(), index));
    }
  }
  made.push(makePost("draft-1", "An idea: a map of every café that serves our beans", "DRAFT", null, 3));
  made.push(makePost("draft-2", "Christmas opening hours", "DRAFT", null, 4));
  return made;
}

function makePost(id: string, text: string, state: PostState, at: string | null, index: number): Post {
  const chosen = channels.filter((_, place) => (index + place) % 3 !== 0).map((channel) => channel.id);
  return {
    id,
    version: 1,
    state,
    at,
    text,
    channels: chosen,
    media: index % 2 === 0 ? [{ id: `m-${(index % 3) + 1}`, alt: "A cup on a wooden counter" }] : [],
    thread: [],
    variants: {},
    zone: "Europe/Warsaw",
    createdAt: "2026-11-01T09:00:00Z",
    updatedAt: "2026-11-01T09:00:00Z",
    author: { id: "me", name: "Ada Demo" },
    publications: at ? publications(id, state, at, chosen, text) : [],
  };
}
