package planner.adapter.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import planner.network.Capabilities.Format;
import planner.network.Capabilities.MediaRule;
import planner.network.Capabilities.MediaSet;
import planner.network.Capabilities.Stream;
import planner.network.Media;

/**
 * One number, or one list of names, of a format's media: files that just keep it and files that just do not.
 *
 * @param key of what is said of it: format, kind and number
 * @param bound as people read it
 * @param over empty where another rule of the format takes what this one does not
 */
record MediaEdge(String format, String key, String bound, List<Media> full, List<Media> over, String finding) {
    private static final double NOTHING = 0.001;
    private static final String AAC = "aac";
    private static final int RATE = 44_100;

    String name() {
        return format + " " + bound;
    }

    /** Whether such files can be made, and are small enough to be sent. */
    boolean fullIsSendable() {
        return full.stream().allMatch(MediaFacts::makeable);
    }

    boolean overIsSendable() {
        return !over.isEmpty() && over.stream().allMatch(MediaFacts::makeable);
    }

    static List<MediaEdge> all(List<Format> formats) {
        var edges = new ArrayList<MediaEdge>();
        for (var format : formats) {
            for (var set : format.media()) {
                counts(format, set, edges);
                for (var rule : set.anyOf()) {
                    new Edges(format, set, rule, edges).all();
                }
            }
        }
        return List.copyOf(edges);
    }

    private static void counts(Format format, MediaSet set, List<MediaEdge> edges) {
        if (set.max() == 0) {
            return;
        }
        var facts = MediaFacts.of(set.anyOf().getFirst());
        var kind = kind(set.anyOf().getFirst());
        add(
                format,
                kind + ".most",
                "at most " + set.max() + " of " + kind,
                facts.times(set.max()),
                facts.times(set.max() + 1),
                "media.too-many",
                edges);
        if (set.min() > 1) {
            add(
                    format,
                    kind + ".fewest",
                    "at least " + set.min() + " of " + kind,
                    facts.times(set.min()),
                    facts.times(set.min() - 1),
                    "media.too-few",
                    edges);
        }
    }

    private static void add(
            Format format,
            String key,
            String bound,
            List<Media> full,
            List<Media> over,
            String finding,
            List<MediaEdge> edges) {
        boolean taken = format.media().stream().anyMatch(set -> MediaFacts.fits(set, over));
        edges.add(new MediaEdge(format.id(), format.id() + "/" + key, bound, full, taken ? List.of() : over, finding));
    }

    static String kind(MediaRule rule) {
        return rule.kind().name().toLowerCase(Locale.ROOT);
    }

    /** The edges of one rule. */
    private record Edges(Format format, MediaSet set, MediaRule rule, List<MediaEdge> edges) {
        void all() {
            var facts = MediaFacts.of(rule);
            edge(
                    "bytes",
                    "at most " + rule.maxBytes() + " bytes",
                    facts.bytes(rule.maxBytes()),
                    facts.bytes(rule.maxBytes() + 1));
            for (var type : rule.types().stream().sorted().toList()) {
                edge(
                        "type",
                        type,
                        facts.type(type),
                        facts.type(rule.kind().name().toLowerCase(Locale.ROOT) + "/x-other"));
            }
            switch (rule) {
                case MediaRule.Image image -> {
                    sides(facts);
                    range("aspect", image.aspect().min(), image.aspect().max(), facts::aspect);
                    var sum = image.maxSum();
                    if (sum != null) {
                        edge(
                                "side-sum",
                                "width and height at most " + sum,
                                facts.sides(sum / 2, sum - sum / 2),
                                facts.sides(sum / 2, sum - sum / 2 + 1));
                    }
                    if (!image.colours().isEmpty()) {
                        edge(
                                "colour",
                                "colours " + names(image.colours()),
                                facts.coloured(null, "srgb"),
                                facts.coloured(null, "wide"));
                    }
                }
                case MediaRule.Animation animation -> {
                    sides(facts);
                    var frames = animation.maxFrames();
                    if (frames != null) {
                        edge("frames", "at most " + frames + " frames", facts.frames(frames), facts.frames(frames + 1));
                    }
                    var all = animation.maxFramePixels();
                    if (all != null) {
                        most("frame-pixels", "pixels of all frames", all, facts::framePixels);
                    }
                }
                case MediaRule.Video video -> {
                    for (var codec : video.codecs().stream().sorted().toList()) {
                        edge("codec", codec, facts.codec(codec), facts.codec("mpeg4"));
                    }
                    range("seconds", video.seconds().min(), video.seconds().max(), facts::seconds);
                    range("fps", video.fps().min(), video.fps().max(), facts::fps);
                    sides(facts);
                    range("aspect", video.aspect().min(), video.aspect().max(), facts::aspect);
                    stream(video.stream(), facts);
                }
                case MediaRule.Document document -> {
                    int most = document.maxPages();
                    if (most > 0) {
                        edge("pages", "at most " + most + " pages", facts.pages(most), facts.pages(most + 1));
                    }
                }
            }
        }

        private void stream(Stream stream, MediaFacts facts) {
            most("bitrate", "bits a second", stream.maxBitrate(), (bound, step) -> facts.bitrate(bound, step));
            for (var codec : stream.soundCodecs().stream().sorted().toList()) {
                edge("sound-codec", "sound " + codec, facts.heard(codec, RATE, 2), facts.heard("opus", RATE, 2));
            }
            int rate = stream.maxSoundRate();
            most("sound-rate", "Hz of sound", rate, (bound, step) -> facts.heard(AAC, rate + step, 2));
            int channels = stream.maxSoundChannels();
            most("sound-channels", "channels", channels, (bound, step) -> facts.heard(AAC, RATE, channels + step));
            for (var pixels : stream.pixels().stream().sorted().toList()) {
                edge("pixels", pixels, facts.coloured(pixels, null), facts.coloured("yuv444p", null));
            }
            if (stream.indexFirst()) {
                edge("index-first", "index first", facts.indexed(true), facts.indexed(false));
            }
        }

        private void most(String name, String what, long most, Most facts) {
            if (most > 0) {
                edge(name, "at most " + most + " " + what, facts.at(most, 0), facts.at(most, 1));
            }
        }

        private static String names(Set<String> names) {
            return names.stream().sorted().collect(Collectors.joining(", "));
        }

        private void sides(MediaFacts facts) {
            var sides = MediaFacts.sides(rule);
            side("width", sides.minWidth(), sides.maxWidth(), facts::width);
            side("height", sides.minHeight(), sides.maxHeight(), facts::height);
            most("resolution", "pixels in all", sides.maxPixels(), facts::pixels);
        }

        private void side(String name, int least, int most, Facts facts) {
            if (least > 1) {
                edge(name, name + " at least " + least, facts.at(least, 0), facts.at(least, -1));
            }
            if (most < Integer.MAX_VALUE) {
                edge(name, name + " at most " + most, facts.at(most, 0), facts.at(most, 1));
            }
        }

        private void range(String name, double least, double most, Facts facts) {
            // what is as good as nothing only says that there must be something
            if (least > NOTHING) {
                edge(name, name + " at least " + number(least), facts.at(least, 0), facts.at(least, -1));
            }
            if (most < Double.MAX_VALUE) {
                edge(name, name + " at most " + number(most), facts.at(most, 0), facts.at(most, 1));
            }
        }

        private static String number(double value) {
            return value == Math.rint(value) ? "" + (long) value : String.format(Locale.ROOT, "%.3f", value);
        }

        private void edge(String name, String bound, MediaFacts full, MediaFacts over) {
            var kind = kind(rule);
            int count = Math.max(1, set.min());
            Predicate<MediaEdge> same =
                    edge -> edge.format().equals(format.id()) && edge.bound().equals(kind + " " + bound);
            if (edges.stream().noneMatch(same)) {
                add(
                        format,
                        kind + "." + name,
                        kind + " " + bound,
                        full.with(count),
                        over.with(count),
                        "media." + name,
                        edges);
            }
        }
    }

    private interface Most {
        MediaFacts at(long bound, int step);
    }

    /** Files at a bound, or one step beyond it. */
    interface Facts {
        MediaFacts at(double bound, int step);
    }
}
