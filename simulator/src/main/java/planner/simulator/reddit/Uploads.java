package planner.simulator.reddit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import planner.simulator.Answer;
import planner.simulator.Ask;
import planner.simulator.Multipart;
import planner.simulator.World;
import planner.simulator.media.MediaHeader;
import planner.simulator.media.MediaHeader.Image;
import planner.simulator.media.MediaHeader.Video;
import planner.simulator.media.MediaShelf;
import planner.simulator.media.MediaShelf.Kept;

/** Permissions to upload, and the host that takes the files: it wants exactly what it was promised, in its order. */
final class Uploads {
    private static final Duration LEASE = Duration.ofMinutes(15);
    private static final long MOST_PICTURE = 20_971_520;
    private static final long MOST_VIDEO = 1_000_000_000;
    private static final String PICTURES = "reddit-uploaded-media";
    private static final String FILMS = "reddit-uploaded-video";
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Map<String, String> TYPES = Map.of(
            "image/png", "png",
            "image/jpeg", "jpeg",
            "image/gif", "gif",
            "video/mp4", "mp4",
            "video/quicktime", "mov");

    private final World world;
    private final MediaShelf shelf;
    private final Map<String, Asset> assets = new ConcurrentHashMap<>();
    private final AtomicLong ids;

    Uploads(World world, MediaShelf shelf) {
        this.world = world;
        this.shelf = shelf;
        ids = new AtomicLong(60_000_000_000_000_000L + world.clock().millis() * 1_000);
    }

    /** @param fields in the order in which they must come back */
    record Promise(Redditor owner, String bucket, String type, Instant until, Map<String, String> fields) {}

    /** One file that Reddit was promised and perhaps got. */
    static final class Asset {
        final String id;
        private final Promise promise;
        private volatile Optional<Kept> kept = Optional.empty();

        Asset(String id, Promise promise) {
            this.id = id;
            this.promise = promise;
        }

        Optional<Kept> kept() {
            return kept;
        }

        boolean film() {
            return promise.bucket().equals(FILMS);
        }

        String ending() {
            return TYPES.getOrDefault(promise.type(), "bin");
        }

        String type() {
            return promise.type();
        }

        /** Whether Reddit can make a post of it. */
        boolean good() {
            MediaHeader header = kept.flatMap(Kept::header).orElse(null);
            if (header instanceof Video video) {
                long millis = video.duration().toMillis();
                return film() && millis >= 2_000 && millis <= 900_000;
            }
            return header instanceof Image image && !film() && image.type().equals(promise.type());
        }
    }

    Map<String, Object> lease(Redditor who, Fields form) {
        String type = form.text("mimetype");
        String name = form.text("filepath");
        if (name.isEmpty() || !TYPES.containsKey(type)) {
            throw RedditError.wrong("filepath and a known mimetype: " + name + ", " + type);
        }
        String bucket = type.startsWith("video/") ? FILMS : PICTURES;
        String id = Long.toString(ids.addAndGet(48_271), 36);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("x-amz-algorithm", "AWS4-HMAC-SHA256");
        fields.put("x-amz-date", DATE.format(world.clock().instant()));
        fields.put("x-amz-storage-class", "STANDARD");
        fields.put("success_action_status", "201");
        fields.put("bucket", bucket);
        fields.put("acl", bucket.equals(FILMS) ? "public-read" : "private");
        fields.put("x-amz-signature", "signature-" + id);
        fields.put("x-amz-security-token", "security-" + id);
        // older leases put a folder before the key
        fields.put("key", bucket.equals(FILMS) ? id : "rte_images/" + id);
        fields.put("x-amz-meta-ext", TYPES.getOrDefault(type, ""));
        fields.put("policy", "policy-" + id);
        fields.put("x-amz-credential", "sandbox/" + bucket);
        fields.put("Content-Type", type);
        Instant until = world.clock().instant().plus(LEASE);
        assets.put(id, new Asset(id, new Promise(who, bucket, type, until, fields)));
        return answer(id, name, bucket, fields);
    }

    private Map<String, Object> answer(String id, String name, String bucket, Map<String, String> fields) {
        List<Map<String, String>> list = new ArrayList<>();
        fields.forEach((field, value) -> list.add(Map.of("name", field, "value", value)));
        Map<String, Object> asset = new LinkedHashMap<>();
        asset.put("asset_id", id);
        asset.put("processing_state", "incomplete");
        asset.put("payload", Map.of("filepath", name));
        asset.put("websocket_url", "wss://k8s-lb.wss.redditmedia.com/" + id + "?m=sandbox");
        // without a scheme, as Reddit gives it
        String action = base().replaceFirst("^https?:", "") + "/" + bucket;
        return Map.of("args", Map.of("action", action, "fields", list), "asset", asset);
    }

    private String base() {
        return world.base() + "/reddit/s3";
    }

    Answer take(Ask ask) throws IOException {
        String bucket = ask.path().replaceFirst("^/s3/", "").replaceFirst("/$", "");
        if (!ask.method().equals("POST") || !Set.of(PICTURES, FILMS).contains(bucket)) {
            throw RedditError.upload(405, "MethodNotAllowed", "", true);
        }
        if (ask.header("authorization").isPresent()) {
            throw RedditError.upload(400, "InvalidArgument", "", true);
        }
        Multipart form;
        try {
            form = Multipart.read(ask);
        } catch (IllegalArgumentException e) {
            throw RedditError.upload(412, "PreconditionFailed", "", true);
        }
        Multipart.Part key = form.parts().get("key");
        Asset asset = assets.get(key == null ? "" : key.text().replaceFirst("^.*/", ""));
        if (asset == null || !asset.promise.bucket().equals(bucket)) {
            throw RedditError.upload(403, "AccessDenied", "", true);
        }
        return take(asset, form);
    }

    private Answer take(Asset asset, Multipart form) throws IOException {
        Promise promise = asset.promise;
        List<String> wanted = new ArrayList<>(promise.fields().keySet());
        wanted.add("file");
        if (!wanted.equals(new ArrayList<>(form.parts().keySet()))) {
            throw RedditError.upload(403, "AccessDenied", "<Order/>", true);
        }
        for (Map.Entry<String, String> field : promise.fields().entrySet()) {
            Multipart.Part part = form.parts().get(field.getKey());
            if (part == null || !part.text().equals(field.getValue())) {
                throw RedditError.upload(403, "SignatureDoesNotMatch", "", true);
            }
        }
        if (!world.clock().instant().isBefore(promise.until())) {
            throw RedditError.upload(403, "AccessDenied", "<Expired/>", false);
        }
        Multipart.Part file = form.parts().get("file");
        byte[] content = file == null ? new byte[0] : file.content();
        long most = asset.film() ? MOST_VIDEO : MOST_PICTURE;
        if (content.length > most) {
            String sizes =
                    "<ProposedSize>" + content.length + "</ProposedSize><MaxSizeAllowed>" + most + "</MaxSizeAllowed>";
            throw RedditError.upload(400, "EntityTooLarge", sizes, false);
        }
        asset.kept = Optional.of(shelf.keep(new ByteArrayInputStream(content), promise.type(), Long.MAX_VALUE - 1));
        String named = promise.fields().getOrDefault("key", "");
        String xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<PostResponse><Location>" + base() + "/"
                + promise.bucket() + "/" + named.replace("/", "%2F") + "</Location><Bucket>" + promise.bucket()
                + "</Bucket><Key>" + named + "</Key><ETag>\"sandbox\"</ETag></PostResponse>";
        return Answer.of(201, "application/xml", xml.getBytes(StandardCharsets.UTF_8));
    }

    /** What a gallery names. */
    Optional<Asset> uploaded(String id, Redditor who) {
        return Optional.ofNullable(assets.get(id))
                .filter(it -> it.promise.owner().equals(who) && it.kept().isPresent());
    }

    /** What a submit names: the whole address of an uploaded file. */
    Optional<Asset> at(String url, Redditor who) {
        return uploaded(url.replaceFirst("^.*/", ""), who)
                .filter(it -> url.equals(base() + "/" + it.promise.bucket() + "/"
                        + it.promise.fields().getOrDefault("key", "")));
    }

    Optional<Asset> find(String id) {
        return Optional.ofNullable(assets.get(id));
    }
}
