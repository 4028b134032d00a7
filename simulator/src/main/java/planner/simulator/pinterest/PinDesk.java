package planner.simulator.pinterest;

import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import planner.simulator.Ask;
import planner.simulator.media.MediaShelf.Kept;
import planner.simulator.pinterest.Pin.Card;
import planner.simulator.pinterest.Pin.Kind;
import planner.simulator.pinterest.Tokens.Grant;

/** Pins are made, read and removed here. The same one twice makes two: Pinterest does not mind. */
final class PinDesk {
    private static final int LONGEST_LINK = 2_048;
    private static final Set<String> SHORTENERS = Set.of("bit.ly", "tinyurl.com", "t.co", "goo.gl", "ow.ly", "buff.ly");
    private static final Set<String> DISCLOSURES = Set.of("AI_MODIFIED", "SYNTHETIC_PERFORMER");
    private static final Card PLAIN = new Card("", "", "");

    private final Clock clock;
    private final Wall wall;
    private final Views views;
    private final BoardDesk boards;
    private final MediaDesk media;
    private final MediaChecks checks;
    private final Hosts hosts;

    PinDesk(Clock clock, Wall wall, Views views, BoardDesk boards, MediaDesk media, MediaChecks checks, Hosts hosts) {
        this.clock = clock;
        this.wall = wall;
        this.views = views;
        this.boards = boards;
        this.media = media;
        this.checks = checks;
        this.hosts = hosts;
    }

    /** What a pin shows. */
    private record Shown(Kind kind, List<Kept> files, List<Card> cards, int frame) {}

    Map<String, Object> make(Grant grant, Body body) {
        body.knows(
                "board_id",
                "board_section_id",
                "title",
                "description",
                "link",
                "alt_text",
                "dominant_color",
                "parent_pin_id",
                "media_source",
                "ai_disclosures");
        body.digits("parent_pin_id");
        Pin.Words words = words(body);
        body.needs("board_id");
        Board board = boards.writable(grant, body.digits("board_id"));
        String section = body.digits("board_section_id");
        if (!section.isEmpty() && board.section(section).isEmpty()) {
            throw ApiError.of(404, 2031, "Board section not found.");
        }
        Shown shown = shown(grant.member(), body.object("media_source"));
        Pin pin = new Pin(
                wall.nextPin(),
                grant.member(),
                board,
                section,
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                words,
                shown.kind(),
                shown.files(),
                shown.cards(),
                shown.frame(),
                hosts.level() == Level.TRIAL);
        wall.add(pin);
        return views.pin(pin, grant.member(), false);
    }

    private static Pin.Words words(Body body) {
        String color = body.text("dominant_color");
        if (!color.isEmpty() && !color.matches("#[0-9A-Fa-f]{6}")) {
            throw ApiError.invalid("dominant_color must be a hex number, e.g. #6E7874");
        }
        return new Pin.Words(
                body.text("title", 100),
                body.text("description", 800),
                link(body),
                body.text("alt_text", 500),
                color,
                disclosures(body));
    }

    private static List<String> disclosures(Body body) {
        if (!body.has("ai_disclosures")) {
            return List.of();
        }
        List<String> values = body.object("ai_disclosures").knows("values").texts("values");
        if (values.isEmpty() || !DISCLOSURES.containsAll(values)) {
            throw ApiError.wrong("ai_disclosures.values must be some of " + DISCLOSURES);
        }
        return values;
    }

    private static String link(Body body) {
        String link = body.text("link", LONGEST_LINK);
        if (link.isEmpty()) {
            return link;
        }
        String host = host(link);
        if (host.isEmpty() || SHORTENERS.contains(host)) {
            throw ApiError.of(400, 1, "invalid URL: the link " + link + " cannot be used");
        }
        return link;
    }

    private static String host(String link) {
        try {
            URI uri = URI.create(link);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            return web && uri.getHost() != null ? uri.getHost().toLowerCase(Locale.ROOT) : "";
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private Shown shown(Member member, Body source) {
        return switch (source.needs("source_type")) {
            case "image_url" -> {
                source.knows("source_type", "url");
                yield image(checks.fetched(source.needs("url")));
            }
            case "image_base64" -> {
                source.knows("source_type", "content_type", "data");
                yield image(checks.sent(source.needs("content_type"), source.needs("data")));
            }
            case "multiple_image_urls" -> images(source, "url");
            case "multiple_image_base64" -> images(source, "data");
            case "video_id" -> video(member, source);
            default -> throw ApiError.wrong("media_source.source_type");
        };
    }

    private static Shown image(Kept file) {
        return new Shown(Kind.IMAGE, List.of(file), List.of(PLAIN), -1);
    }

    private Shown images(Body source, String field) {
        List<Body> items = source.knows("source_type", "items", "index").objects("items");
        if (items.size() < 2) {
            throw ApiError.invalid("media_source.items has too few items, constraint: minItems=2");
        }
        if (items.size() > 5) {
            throw ApiError.invalid("media_source.items has too many items, constraint: maxItems=5");
        }
        List<Kept> files = new ArrayList<>();
        List<Card> cards = new ArrayList<>();
        for (Body item : items) {
            if (field.equals("url")) {
                item.knows("url", "title", "description", "link");
                files.add(checks.fetched(item.needs("url")));
            } else {
                item.knows("content_type", "data", "title", "description", "link");
                files.add(checks.sent(item.needs("content_type"), item.needs("data")));
            }
            cards.add(new Card(item.text("title", 100), item.text("description", 800), link(item)));
        }
        return new Shown(Kind.IMAGES, MediaChecks.together(files), List.copyOf(cards), -1);
    }

    private Shown video(Member member, Body source) {
        source.knows(
                "source_type",
                "media_id",
                "cover_image_url",
                "cover_image_content_type",
                "cover_image_data",
                "cover_image_key_frame_time");
        source.needs("media_id");
        List<Kept> files = new ArrayList<>(List.of(media.ready(member, source.digits("media_id"))));
        int covers = 0;
        int frame = -1;
        if (source.has("cover_image_url")) {
            covers++;
            files.add(checks.fetched(source.needs("cover_image_url")));
        }
        if (source.has("cover_image_data") || source.has("cover_image_content_type")) {
            covers++;
            files.add(checks.sent(source.needs("cover_image_content_type"), source.needs("cover_image_data")));
        }
        if (source.has("cover_image_key_frame_time")) {
            covers++;
            frame = source.number("cover_image_key_frame_time");
        }
        if (covers == 0) {
            throw ApiError.of(
                    400, 1, "Parameter cover_image_url or cover_image_content_type and cover_image_data is required.");
        }
        if (covers > 1) {
            throw ApiError.wrong("a video has one cover_image only");
        }
        return new Shown(Kind.VIDEO, List.copyOf(files), List.of(PLAIN), frame);
    }

    Map<String, Object> list(Grant grant, Ask ask) {
        Api.knows(ask, "page_size", "bookmark", "pin_filter", "pin_metrics", "creative_types", "pin_type");
        boolean counted = Boolean.parseBoolean(ask.query().getOrDefault("pin_metrics", "false"));
        return Page.of(
                wall.newest(it -> it.owner().equals(grant.member())),
                ask.query(),
                pin -> views.pin(pin, grant.member(), counted));
    }

    Map<String, Object> one(Grant grant, Ask ask, String id) {
        Api.knows(ask, "pin_metrics");
        boolean counted = Boolean.parseBoolean(ask.query().getOrDefault("pin_metrics", "false"));
        return views.pin(find(grant, id), grant.member(), counted);
    }

    /** A pin of the asking person; others' hidden ones are not there for anybody else. */
    Pin find(Grant grant, String id) {
        Pin pin = wall.pin(id)
                .filter(it -> it.open() || it.owner().equals(grant.member()))
                .orElseThrow(() -> ApiError.of(404, 50, "Pin not found."));
        if (!pin.owner().equals(grant.member())) {
            throw ApiError.of(403, 7, "Not authorized to access board or Pin.");
        }
        return pin;
    }

    void remove(Grant grant, String id) {
        wall.remove(find(grant, id));
    }
}
