package planner.adapter.pinterest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import planner.adapter.kit.Call;
import planner.adapter.kit.Chunks;
import planner.adapter.kit.Fields;
import planner.adapter.kit.Json;
import planner.network.Delivery;
import planner.network.Fault;
import planner.network.Media;
import planner.network.MediaFiles;
import planner.network.NetworkException;

/** The pin as JSON. Pictures stand in it as Base64 that is streamed: five of them would not fit into memory many times. */
final class PinBody {
    private final List<Piece> pieces = new ArrayList<>();
    private final MediaFiles files;

    private record Piece(long length, Call.Source source) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    private record Words(
            @JsonProperty("board_id") String board,
            @JsonProperty("board_section_id") String section,
            String title,
            String description,
            String link,
            @JsonProperty("alt_text") String alt,
            @JsonProperty("dominant_color") String color,
            @JsonProperty("ai_disclosures") @Nullable Disclosures ai) {}

    private record Disclosures(List<String> values) {}

    private PinBody(MediaFiles files) {
        this.files = files;
    }

    static Call.Body of(At.Parts parts, Delivery delivery, MediaFiles files) {
        var body = new PinBody(files);
        var words = Json.text(words(parts.board(), delivery));
        body.text(words.substring(0, words.length() - 1) + ",\"media_source\":");
        boolean bytes = parts.bytes() || !options(delivery).fetched();
        switch (delivery.format()) {
            case PinterestCapabilities.VIDEO -> body.video(delivery, Objects.requireNonNull(parts.media()), bytes);
            case PinterestCapabilities.CAROUSEL -> body.images(delivery, bytes);
            default -> body.image(delivery.onlyMedium(), bytes);
        }
        body.text("}");
        return body.whole();
    }

    private static Words words(String board, Delivery delivery) {
        var options = options(delivery);
        return new Words(
                board,
                options.sectionOrEmpty(),
                delivery.title().strip(),
                delivery.text().strip(),
                options.linkOrEmpty(),
                alt(delivery),
                options.colorOrEmpty(),
                disclosures(options));
    }

    /** A pin has one description for all its images. */
    static String alt(Delivery delivery) {
        return delivery.media().stream()
                .map(item -> item.alt().strip())
                .filter(alt -> !alt.isEmpty())
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static @Nullable Disclosures disclosures(PinterestOptions options) {
        var values = new ArrayList<String>();
        if (Boolean.TRUE.equals(options.aiModified())) {
            values.add("AI_MODIFIED");
        }
        if (Boolean.TRUE.equals(options.syntheticPerformer())) {
            values.add("SYNTHETIC_PERFORMER");
        }
        return values.isEmpty() ? null : new Disclosures(List.copyOf(values));
    }

    private void image(Media image, boolean bytes) {
        if (bytes) {
            withData(Fields.of("source_type", "image_base64", "content_type", image.type()), "data", image);
        } else {
            text(Json.text(Fields.of("source_type", "image_url", "url", files.publicUrl(image))));
        }
    }

    private void images(Delivery delivery, boolean bytes) {
        int cards = options(delivery).cardsOrNone().size();
        if (cards > delivery.media().size()) {
            // left out in silence they would be lost
            throw new NetworkException(new Fault.Rejected("cards", "words for more images than there are: " + cards));
        }
        text("{\"source_type\":\"" + (bytes ? "multiple_image_base64" : "multiple_image_urls") + "\",\"items\":[");
        for (int i = 0; i < delivery.media().size(); i++) {
            var image = delivery.media().get(i);
            text(i == 0 ? "" : ",");
            var item = card(options(delivery), i);
            if (bytes) {
                item.put("content_type", image.type());
                withData(item, "data", image);
            } else {
                item.put("url", files.publicUrl(image));
                text(Json.text(item));
            }
        }
        text("]}");
    }

    private static Map<String, Object> card(PinterestOptions options, int index) {
        var item = new LinkedHashMap<String, Object>();
        if (index < options.cardsOrNone().size()) {
            var card = options.cardsOrNone().get(index);
            put(item, "title", card.title());
            put(item, "description", card.description());
            put(item, "link", card.link());
        }
        return item;
    }

    private static void put(Map<String, Object> item, String name, @Nullable String value) {
        var text = PinterestOptions.trimmed(value);
        if (!text.isEmpty()) {
            item.put(name, text);
        }
    }

    /** A cover is mandatory: without a file and a time it is the first frame. */
    private void video(Delivery delivery, String media, boolean bytes) {
        var options = options(delivery);
        var cover = options.cover();
        var source = Fields.of("source_type", "video_id", "media_id", media);
        if (cover == null) {
            source.put("cover_image_key_frame_time", Objects.requireNonNullElse(options.coverSeconds(), 0));
            text(Json.text(source));
        } else if (bytes) {
            source.put("cover_image_content_type", cover.type());
            withData(source, "cover_image_data", cover);
        } else {
            source.put("cover_image_url", files.publicUrl(cover));
            text(Json.text(source));
        }
    }

    private static PinterestOptions options(Delivery delivery) {
        return (PinterestOptions) delivery.options();
    }

    /** The object with one more field, whose value is the file. */
    private void withData(Map<String, Object> object, String field, Media item) {
        var head = Json.text(object);
        text(head.substring(0, head.length() - 1) + ",\"" + field + "\":\"");
        var whole = Chunks.whole(files, item);
        pieces.add(new Piece(Base64Stream.length(item.bytes()), () -> new Base64Stream(whole.open())));
        text("\"}");
    }

    private void text(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        pieces.add(new Piece(bytes.length, () -> new ByteArrayInputStream(bytes)));
    }

    private Call.Body whole() {
        long total = pieces.stream().mapToLong(Piece::length).sum();
        return new Call.Body.Stream("application/json", total, this::open);
    }

    private InputStream open() throws IOException {
        var streams = new ArrayList<InputStream>();
        for (var piece : pieces) {
            streams.add(piece.source().open());
        }
        return new SequenceInputStream(Collections.enumeration(streams));
    }
}
