import { Pause, Play } from "lucide-react";
import { type RefObject, useEffect, useState } from "react";
import type { Trim } from "@/shared/api-types";
import { Button } from "@/shared/components/Button";
import { useWords } from "@/shared/i18n";
import { showLength } from "@/shared/time";
import { withEnd, withStart } from "./trim";

interface Props {
  /** Of the whole video, in seconds. */
  length: number;
  trim: Trim;
  /** The longest that fits; `null` = any. */
  most: number | null;
  /** Where it is shown; empty while this browser cannot play it. */
  video: RefObject<HTMLVideoElement | null>;
  plays: boolean;
  onChange: (trim: Trim) => void;
}

/** The stretch of a video that stays: two handles over its length, and what is between them is played. */
export function Stretch({ length, trim, most, video, plays, onChange }: Props) {
  const { t } = useWords();
  const end = trim.from + trim.seconds;
  const share = (seconds: number) => `${length > 0 ? (seconds / length) * 100 : 0}%`;

  function change(next: Trim, show: number) {
    onChange(next);
    if (video.current) {
      video.current.pause();
      video.current.currentTime = show;
    }
  }

  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-sm font-medium">
        {t("trim.title")}{" "}
        <span className="font-normal text-muted tabular-nums">
          {t("trim.between", { from: showLength(trim.from, true), to: showLength(end, true), time: showLength(trim.seconds, true) })}
        </span>
      </legend>
      <div className="flex items-center gap-3">
        {plays && <PlayStretch video={video} from={trim.from} to={end} />}
        <div className="relative h-8 flex-1">
          <span aria-hidden className="absolute inset-x-2 top-1/2 h-1.5 -translate-y-1/2 rounded-full bg-line">
            <span className="absolute inset-y-0 rounded-full bg-accent" style={{ left: share(trim.from), width: share(trim.seconds) }} />
          </span>
          <Handle label={t("trim.start")} value={trim.from} length={length} onChange={(value) => change(withStart(trim, value, length, most), value)} />
          <Handle label={t("trim.end")} value={end} length={length} onChange={(value) => change(withEnd(trim, value, length, most), value)} />
        </div>
      </div>
      {most !== null && <p className="mt-1 text-[0.8125rem] text-muted">{t("trim.most", { time: showLength(most) })}</p>}
    </fieldset>
  );
}

function Handle({ label, value, length, onChange }: { label: string; value: number; length: number; onChange: (value: number) => void }) {
  return (
    <input
      type="range"
      aria-label={label}
      aria-valuetext={showLength(value, true)}
      min={0}
      max={length}
      step={0.1}
      value={value}
      onChange={(event) => onChange(Number(event.target.value))}
      className="stretch-handle absolute inset-0 w-full"
    />
  );
}

function PlayStretch({ video, from, to }: { video: Props["video"]; from: number; to: number }) {
  const { t } = useWords();
  const [playing, setPlaying] = useState(false);

  useEffect(() => {
    const film = video.current;
    if (!film) return;
    const look = () => {
      if (film.currentTime >= to) film.pause();
    };
    const stopped = () => setPlaying(false);
    const started = () => setPlaying(true);
    film.addEventListener("timeupdate", look);
    film.addEventListener("pause", stopped);
    film.addEventListener("play", started);
    return () => {
      film.removeEventListener("timeupdate", look);
      film.removeEventListener("pause", stopped);
      film.removeEventListener("play", started);
    };
  }, [video, to]);

  function press() {
    const film = video.current;
    if (!film) return;
    if (playing) film.pause();
    else {
      film.currentTime = from;
      // what cannot be played says so by its own error
      film.play().catch(() => setPlaying(false));
    }
  }

  return (
    <Button small icon={playing ? <Pause size={15} aria-hidden /> : <Play size={15} aria-hidden />} onClick={press}>
      {playing ? t("trim.pause") : t("trim.play")}
    </Button>
  );
}
