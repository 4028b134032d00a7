package planner.simulator.youtube;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import planner.simulator.Answer;
import planner.simulator.Ask;
import planner.simulator.google.GoogleError;
import planner.simulator.media.MediaShelf;
import planner.simulator.media.MediaShelf.Kept;

/** Addresses that take one video, whole or in pieces; its last byte makes the video. */
final class Uploads {
    private static final Pattern RANGE = Pattern.compile("bytes (?:(\\d{1,15})-(\\d{1,15})|\\*)/(\\d{1,15})");
    private static final Duration LIFE = Duration.ofDays(7);
    private static final int UNIT = 256 * 1024;

    private final Clock clock;
    private final MediaShelf shelf;
    private final Map<String, Upload> uploads = new ConcurrentHashMap<>();
    private volatile int stores = Integer.MAX_VALUE;

    Uploads(Clock clock, MediaShelf shelf) {
        this.clock = clock;
        this.shelf = shelf;
    }

    /** What was announced when the upload was opened. */
    record Plan(Channel channel, Meta meta, long size, String type, String fileName) {}

    private static final class Upload {
        private final Plan plan;
        private final Instant until;
        private final Kept kept;
        private long received;
        private @Nullable Video video;

        private Upload(Plan plan, Instant until, Kept kept) {
            this.plan = plan;
            this.until = until;
            this.kept = kept;
        }
    }

    /** @return the upload's id, part of its address */
    String open(Plan plan) {
        String id = "AB" + UUID.randomUUID().toString().replace("-", "");
        uploads.put(id, new Upload(plan, clock.instant().plus(LIFE), shelf.begin(plan.type())));
        return id;
    }

    /** Of each piece to come only so many bytes are stored. */
    void storesOnly(int bytes) {
        stores = bytes;
    }

    /** @param done makes the video of a finished upload; @param told what is said of it */
    Answer put(Ask ask, String id, Channel channel, Function<Finished, Video> done, Function<Video, Answer> told) {
        Upload upload = uploads.get(id);
        if (upload == null
                || upload.plan.channel() != channel
                || !clock.instant().isBefore(upload.until)) {
            return Answer.text(404, "Not Found");
        }
        synchronized (upload) {
            Video video = upload.video;
            if (video != null) {
                return told.apply(video);
            }
            long[] range = range(ask, upload.plan.size());
            if (range.length == 0) {
                return resume(upload);
            }
            if (!ask.type().equals(upload.plan.type())) {
                throw GoogleError.wrong("badRequest", "The type of the media changed: " + ask.type());
            }
            take(ask.body(), range, upload);
            if (upload.received < upload.plan.size()) {
                return resume(upload);
            }
            Video made = done.apply(new Finished(upload.plan, upload.kept));
            upload.video = made;
            return told.apply(made);
        }
    }

    record Finished(Plan plan, Kept file) {}

    private void take(byte[] content, long[] range, Upload upload) {
        if (range[1] - range[0] + 1 != content.length) {
            throw GoogleError.wrong("badRequest", "Content-Range does not fit Content-Length");
        }
        if (range[0] != upload.received) {
            throw GoogleError.wrong(
                    "badRequest", "Byte " + upload.received + " is the next one, not byte " + range[0] + ": ask first");
        }
        boolean last = range[1] + 1 == upload.plan.size();
        if (!last && content.length % UNIT != 0) {
            throw GoogleError.wrong("badRequest", "A piece must be a multiple of 256 KiB unless it is the last");
        }
        byte[] stored = content.length > stores ? Arrays.copyOf(content, stores) : content;
        shelf.append(upload.kept, stored);
        upload.received += stored.length;
    }

    /** First and last byte of what comes; empty for a mere question. */
    private static long[] range(Ask ask, long size) {
        Optional<String> header = ask.header("content-range");
        if (header.isEmpty()) {
            return new long[] {0, size - 1};
        }
        Matcher range = RANGE.matcher(header.get());
        if (!range.matches() || Long.parseLong(range.group(3)) != size) {
            throw GoogleError.wrong("badRequest", "Content-Range is wrong: " + header.get());
        }
        if (range.group(1) == null) {
            if (ask.body().length > 0) {
                throw GoogleError.wrong("badRequest", "A question about an upload has no body");
            }
            return new long[0];
        }
        return new long[] {Long.parseLong(range.group(1)), Long.parseLong(range.group(2))};
    }

    private static Answer resume(Upload upload) {
        Answer answer = Answer.empty(308).with("X-GUploader-UploadID", "sandbox");
        return upload.received == 0 ? answer : answer.with("Range", "bytes=0-" + (upload.received - 1));
    }

    /** A picture or a caption file that came in one go. */
    Kept keep(byte[] content, String type) {
        try {
            return shelf.keep(new ByteArrayInputStream(content), type, content.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
