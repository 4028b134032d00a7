import {
  AtSign,
  BriefcaseBusiness,
  Camera,
  Cloud,
  Globe,
  type LucideIcon,
  MessagesSquare,
  Music2,
  Pin,
  Play,
  Send,
  Squirrel,
  Store,
  ThumbsUp,
} from "lucide-react";

/* The only place of the screens that knows networks by their ids: a mark of our own, a colour, the shape of a preview. */

export type Shape = "feed" | "picture" | "video" | "message";

export interface Look {
  icon: LucideIcon | null;
  letter: string;
  colour: string;
  shape: Shape;
}

const looks: Record<string, Look> = {
  bluesky: { icon: Cloud, letter: "B", colour: "#0a63c9", shape: "feed" },
  instagram: { icon: Camera, letter: "I", colour: "#b3246b", shape: "picture" },
  tiktok: { icon: Music2, letter: "T", colour: "#161823", shape: "video" },
  telegram: { icon: Send, letter: "T", colour: "#1b6f9e", shape: "message" },
  x: { icon: null, letter: "X", colour: "#000000", shape: "feed" },
  threads: { icon: AtSign, letter: "T", colour: "#262626", shape: "feed" },
  facebook: { icon: ThumbsUp, letter: "F", colour: "#1558b8", shape: "feed" },
  youtube: { icon: Play, letter: "Y", colour: "#b91c1c", shape: "video" },
  linkedin: { icon: BriefcaseBusiness, letter: "L", colour: "#0a5aa3", shape: "feed" },
  mastodon: { icon: Squirrel, letter: "M", colour: "#563acc", shape: "feed" },
  pinterest: { icon: Pin, letter: "P", colour: "#a8121f", shape: "picture" },
  "google-business": { icon: Store, letter: "G", colour: "#1c6b3a", shape: "feed" },
  reddit: { icon: MessagesSquare, letter: "R", colour: "#b23c09", shape: "feed" },
};

export function lookOf(network: string): Look {
  return looks[network] ?? { icon: Globe, letter: network.slice(0, 1).toUpperCase(), colour: "#4b5563", shape: "feed" };
}
