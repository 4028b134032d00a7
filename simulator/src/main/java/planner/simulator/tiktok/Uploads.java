package planner.simulator.tiktok;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import planner.simulator.media.MediaShelf;
import planner.simulator.media.MediaShelf.Kept;

/** Addresses that take one video in ordered chunks; the last byte makes the post. */
final class Uploads {
    private static final Pattern RANGE = Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18})");
    private static final Duration LIFE = Duration.ofHours(1);
    private static final long SMALLEST = 5_000_000;
    private static final long LARGEST = 64L << 20;
    private static final long LARGEST_LAST = 128L << 20;

    private final Clock clock;
    private final MediaShelf shelf;
    private final Duration processing;
    private final Map<String, Upload> uploads = new ConcurrentHashMap<>();

    Uploads(Clock clock, MediaShelf shelf, Duration processing) {
        this.clock = clock;
        this.shelf = shelf;
        this.processing = processing;
    }

    /** @param count of chunks; each has {@code chunk} bytes, the last one also what is left over */
    record Plan(long size, long chunk, long count) {
        Plan {
            boolean single = count == 1 && chunk == size;
            if (size < 1 || size > MediaChecks.LARGEST_VIDEO) {
                throw ApiError.wrong("The video size is invalid");
            }
            if (count < 1 || count > 1000 || chunk < 1 || count != size / chunk) {
                throw ApiError.wrong("The total chunk count is invalid");
            }
            if (chunk > LARGEST || chunk < SMALLEST && !single || size - (count - 1) * chunk > LARGEST_LAST) {
                throw ApiError.wrong("The chunk size is invalid");
            }
        }

        long lastOf(long first) {
            return first / chunk >= count - 1 ? size - 1 : first + chunk - 1;
        }
    }

    /** An answer without a body. */
    record Progress(int status, Optional<String> range) {}

    private static final class Upload {
        private final Share share;
        private final Plan plan;
        private final Instant until;
        private Kept kept;
        private long received;

        private Upload(Share share, Plan plan, Instant until, Kept kept) {
            this.share = share;
            this.plan = plan;
            this.until = until;
            this.kept = kept;
        }
    }

    /** @return the upload's id, part of its address */
    String open(Share share, Plan plan) {
        String id = "7" + Math.floorMod(share.publishId.hashCode(), 1_000_000_007) + share.postId.substring(8);
        uploads.put(id, new Upload(share, plan, clock.instant().plus(LIFE), shelf.begin("")));
        return id;
    }

    Progress put(String id, String token, Set<String> headers, String type, String range, byte[] content) {
        Upload upload = uploads.get(id);
        if (upload == null || !token.equals(token(id))) {
            return new Progress(404, Optional.empty());
        }
        synchronized (upload) {
            if (!clock.instant().isBefore(upload.until)) {
                return new Progress(403, Optional.empty());
            }
            if (headers.contains("authorization")) {
                throw ApiError.wrong("An upload address takes no Authorization header");
            }
            Matcher found = RANGE.matcher(range);
            if (!MediaChecks.VIDEOS.contains(type) || !found.matches()) {
                throw ApiError.wrong("Content-Type and Content-Range must be right: " + type + ", " + range);
            }
            long first = Long.parseLong(found.group(1));
            long last = Long.parseLong(found.group(2));
            if (last - first + 1 != content.length || Long.parseLong(found.group(3)) != upload.plan.size()) {
                throw ApiError.wrong("Content-Range does not fit Content-Length or the video size");
            }
            if (first != upload.received || last != upload.plan.lastOf(first)) {
                return new Progress(416, Optional.of(range(upload)));
            }
            return take(upload, type, content);
        }
    }

    private Progress take(Upload upload, String type, byte[] content) {
        shelf.append(upload.kept, content);
        upload.received += content.length;
        upload.kept = new Kept(upload.kept.file(), type);
        if (upload.received < upload.plan.size()) {
            upload.share.progress(upload.received);
            return new Progress(206, Optional.of(range(upload)));
        }
        Instant now = clock.instant();
        String failure = MediaChecks.video(upload.kept, upload.share.creator).orElse(null);
        upload.share.begin(List.of(upload.kept), upload.received, now, now.plus(processing), failure);
        return new Progress(201, Optional.of(range(upload)));
    }

    private static String range(Upload upload) {
        return "bytes " + (upload.received == 0 ? "0-0" : "0-" + (upload.received - 1)) + "/" + upload.plan.size();
    }

    static String token(String id) {
        return "t" + Integer.toHexString(id.hashCode() * 31 + 7);
    }
}
