package planner.simulator.bluesky;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import planner.simulator.media.MediaHeader;
import tools.jackson.databind.JsonNode;

/** What a server checks of a record it knows: the rules of the app.bsky lexicons (sheet, sections 2.1 to 2.7 and 5). */
final class Records {
    static final String POST = "app.bsky.feed.post";

    private static final Pattern CLUSTER = Pattern.compile("\\X");
    private static final Pattern TID = Pattern.compile("[2-7a-j][2-7a-z]{12}");
    // BCP 47 in general; what has no such form the lexicon's "language" is not
    private static final Pattern LANGUAGE = Pattern.compile("(?:i|[a-zA-Z]{2,8})(?:-[a-zA-Z0-9]{1,8})*");
    private static final Set<String> POST_FIELDS =
            Set.of("$type", "text", "createdAt", "facets", "langs", "embed", "reply", "labels", "tags", "entities");
    private static final Set<String> KNOWN = Set.of(POST, Gates.REPLIES, Gates.QUOTES, "app.bsky.feed.like");
    private static final int IMAGE_BYTES = 2_000_000;
    private static final int THUMB_BYTES = 1_000_000;
    private static final int CAPTION_BYTES = 20_000;
    private static final int VIDEO_BYTES = 300_000_000;

    private final Repos repos;

    Records(Repos repos) {
        this.repos = repos;
    }

    /** @param unknown is told of fields that the lexicon does not name */
    void check(String did, String collection, String rkey, JsonNode record, Consumer<String> unknown) {
        if (!KNOWN.contains(collection)) {
            throw XrpcError.invalid("Lexicon not found: " + collection);
        }
        if (!record.path("$type").asString(collection).equals(collection)) {
            throw XrpcError.invalid("Invalid $type: expected " + collection);
        }
        if (!TID.matcher(rkey).matches()) {
            throw XrpcError.invalid("Invalid record key for " + collection + ": Invalid TID");
        }
        switch (collection) {
            case POST -> post(did, record, unknown);
            case Gates.REPLIES -> Gates.replies(did, rkey, record, unknown);
            case Gates.QUOTES -> Gates.quotes(did, rkey, record, unknown);
            default -> {}
        }
    }

    private void post(String did, JsonNode record, Consumer<String> unknown) {
        record.propertyNames().stream()
                .filter(name -> !POST_FIELDS.contains(name))
                .forEach(unknown);
        String text = required(record, "text");
        graphemes(text, 300, "text");
        bytes(text, 3000, "text");
        datetime(required(record, "createdAt"));
        array(record, "langs", 3);
        record.path("langs").forEach(lang -> language(lang, "langs"));
        array(record, "tags", 8);
        record.path("tags").forEach(tag -> tag(tag, "tags"));
        labels(record.path("labels"));
        facets(text, record.path("facets"));
        if (record.has("reply")) {
            reference(record.path("reply").path("root"), "reply.root");
            reference(record.path("reply").path("parent"), "reply.parent");
        }
        if (record.has("embed")) {
            embed(did, record.path("embed"));
        }
    }

    private static void tag(JsonNode tag, String path) {
        string(tag, path);
        graphemes(tag.asString(), 64, path);
        bytes(tag.asString(), 640, path);
    }

    private static void language(JsonNode tag, String path) {
        string(tag, path);
        if (!LANGUAGE.matcher(tag.asString()).matches()) {
            throw fault("Invalid language", path);
        }
    }

    private static void labels(JsonNode labels) {
        if (labels.isMissingNode()) {
            return;
        }
        if (!labels.path("$type").asString("").equals("com.atproto.label.defs#selfLabels")) {
            throw fault("unknown labels " + labels.path("$type"), "labels");
        }
        if (!labels.path("values").isArray()) {
            throw fault("Missing required key \"values\"", "labels");
        }
        array(labels, "values", 10);
        labels.path("values").forEach(value -> bytes(required(value, "val"), 128, "labels"));
    }

    private static void facets(String text, JsonNode facets) {
        int size = text.getBytes(StandardCharsets.UTF_8).length;
        int end = 0;
        for (JsonNode facet : facets) {
            int from = facet.path("index").path("byteStart").asInt(-1);
            int to = facet.path("index").path("byteEnd").asInt(-1);
            // the real server does not look; a client that gets this wrong shows broken links, so we do
            if (from < end || to <= from || to > size) {
                throw fault(
                        "facets out of the text or overlapping (" + from + "-" + to + " of " + size + ")", "facets");
            }
            end = to;
            for (JsonNode feature : facet.path("features")) {
                feature(feature);
            }
        }
    }

    private static void feature(JsonNode feature) {
        switch (feature.path("$type").asString("")) {
            case "app.bsky.richtext.facet#link" -> {
                if (!required(feature, "uri").matches("https?://.+")) {
                    throw fault("Invalid uri", "facets");
                }
            }
            case "app.bsky.richtext.facet#mention" -> {
                if (!required(feature, "did").startsWith("did:")) {
                    throw fault("Invalid did", "facets");
                }
            }
            case "app.bsky.richtext.facet#tag" -> {
                required(feature, "tag");
                tag(feature.path("tag"), "facets");
            }
            default -> throw fault("unknown feature " + feature.path("$type"), "facets");
        }
    }

    private void reference(JsonNode reference, String path) {
        String uri = required(reference, "uri");
        String cid = required(reference, "cid");
        if (repos.find(uri).filter(it -> it.cid().equals(cid)).isEmpty()) {
            throw fault("no such post " + uri, path);
        }
    }

    private void embed(String did, JsonNode embed) {
        switch (embed.path("$type").asString("")) {
            case "app.bsky.embed.images" -> images(did, embed.path("images"), 4, false);
            case "app.bsky.embed.gallery" -> images(did, embed.path("items"), 20, true);
            case "app.bsky.embed.video" -> {
                Repos.Blob video = blob(did, embed.path("video"), VIDEO_BYTES, "embed.video");
                if (!video.type().equals("video/mp4")) {
                    throw fault("Invalid mime type " + video.type(), "embed.video");
                }
                text(embed, "alt");
                text(embed, "presentation");
                ratio(video, embed.path("aspectRatio"), false);
                array(embed, "captions", 20);
                embed.path("captions").forEach(caption -> caption(did, caption));
            }
            case "app.bsky.embed.external" -> external(did, embed.path("external"));
            case "app.bsky.embed.record" -> reference(embed.path("record"), "embed.record");
            case "app.bsky.embed.recordWithMedia" -> {
                reference(embed.path("record").path("record"), "embed.record");
                embed(did, embed.path("media"));
            }
            default -> throw fault("unknown embed " + embed.path("$type"), "embed");
        }
    }

    private void images(String did, JsonNode images, int most, boolean ratioNeeded) {
        if (images.isEmpty() || images.size() > most) {
            throw fault("array too big (maximum " + most + ", got " + images.size() + ")", "embed.images");
        }
        for (JsonNode image : images) {
            if (!image.path("alt").isString()) {
                throw fault("Missing required key \"alt\"", "embed.images");
            }
            Repos.Blob blob = blob(did, image.path("image"), IMAGE_BYTES, "embed.images");
            if (!blob.type().startsWith("image/")) {
                throw fault("Invalid mime type " + blob.type(), "embed.images");
            }
            ratio(blob, image.path("aspectRatio"), ratioNeeded);
        }
    }

    private void caption(String did, JsonNode caption) {
        required(caption, "lang");
        language(caption.path("lang"), "embed.captions");
        Repos.Blob file = blob(did, caption.path("file"), CAPTION_BYTES, "embed.captions");
        if (!file.type().equals("text/vtt")) {
            throw fault("Invalid mime type " + file.type(), "embed.captions");
        }
    }

    /** Never guessed: clients that do show every picture distorted while it loads. */
    private static void ratio(Repos.Blob blob, JsonNode ratio, boolean needed) {
        if (ratio.isMissingNode()) {
            if (needed) {
                throw fault("Missing required key \"aspectRatio\"", "embed.images");
            }
            return;
        }
        if (whole(ratio, "width") < 1 || whole(ratio, "height") < 1) {
            throw fault("integer too small (minimum 1)", "embed.aspectRatio");
        }
        double told = ratio.path("width").asDouble()
                / Math.max(1, ratio.path("height").asDouble());
        double real = blob.file().header().map(MediaHeader::ratio).orElse(told);
        if (Math.abs(told - real) > 0.02 * real) {
            throw fault("aspectRatio is not that of the picture", "embed.images");
        }
    }

    private static long whole(JsonNode ratio, String side) {
        if (!ratio.path(side).isIntegralNumber()) {
            throw fault("Expected integer value type", "embed.aspectRatio." + side);
        }
        return ratio.path(side).asLong();
    }

    private void external(String did, JsonNode external) {
        for (String name : List.of("uri", "title", "description")) {
            required(external, name);
        }
        if (external.has("thumb")) {
            Repos.Blob thumb = blob(did, external.path("thumb"), THUMB_BYTES, "embed.external");
            if (!thumb.type().startsWith("image/")) {
                throw fault("Invalid mime type " + thumb.type(), "embed.external");
            }
        }
    }

    private Repos.Blob blob(String did, JsonNode node, int most, String path) {
        String cid = node.path("ref").path("$link").asString("");
        Repos.Blob blob = repos.blob(cid)
                .filter(it -> it.did().equals(did))
                .orElseThrow(() -> new XrpcError(400, "BlobNotFound", "Could not find blob: " + cid));
        if (!node.path("$type").asString("").equals("blob")
                || !node.path("mimeType").asString("").equals(blob.type())
                || node.path("size").asLong(-1) != blob.file().size()) {
            throw fault("not the blob that was uploaded", path);
        }
        if (blob.file().size() > most) {
            throw fault("blob too big (maximum " + most + ", got " + blob.file().size() + ")", path);
        }
        return blob;
    }

    private static void text(JsonNode node, String name) {
        if (node.has(name)) {
            string(node.path(name), "embed." + name);
        }
    }

    private static void string(JsonNode node, String path) {
        if (!node.isString()) {
            throw fault("Expected string value type", path);
        }
    }

    private static String required(JsonNode node, String name) {
        if (!node.path(name).isString()) {
            throw fault("Missing required key \"" + name + "\"", name);
        }
        return node.path(name).asString();
    }

    private static void graphemes(String text, int most, String path) {
        long count = CLUSTER.matcher(text).results().count();
        if (count > most) {
            throw fault("grapheme too big (maximum " + most + ", got " + count + ")", path);
        }
    }

    private static void bytes(String text, int most, String path) {
        int count = text.getBytes(StandardCharsets.UTF_8).length;
        if (count > most) {
            throw fault("string too big (maximum " + most + ", got " + count + ")", path);
        }
    }

    private static void array(JsonNode record, String name, int most) {
        if (record.has(name) && !record.path(name).isArray()) {
            throw fault("Expected array value type", name);
        }
        if (record.path(name).size() > most) {
            throw fault(
                    "array too big (maximum " + most + ", got "
                            + record.path(name).size() + ")",
                    name);
        }
    }

    static void datetime(String text) {
        try {
            OffsetDateTime.parse(text);
        } catch (DateTimeParseException e) {
            throw fault("Invalid datetime", "createdAt");
        }
    }

    private static XrpcError fault(String what, String path) {
        return XrpcError.invalid("Invalid " + POST + " record: " + what + " at $.record." + path);
    }
}
