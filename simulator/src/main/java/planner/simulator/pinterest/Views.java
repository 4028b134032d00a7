package planner.simulator.pinterest;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import planner.simulator.media.MediaHeader;
import planner.simulator.pinterest.Pin.Kind;

/** Boards, pins and people as JSON. */
final class Views {
    /** Without a zone, as Pinterest writes it; it is UTC. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

    private static final int[] WIDTHS = {150, 400, 600, 1200};

    private final Clock clock;
    private final Wall wall;
    private final Hosts hosts;

    Views(Clock clock, Wall wall, Hosts hosts) {
        this.clock = clock;
        this.wall = wall;
        this.hosts = hosts;
    }

    Map<String, Object> account(Member member) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", member.id());
        json.put("username", member.username());
        json.put("account_type", member.business() ? "BUSINESS" : "PINNER");
        json.put("business_name", member.business() ? member.name() : null);
        json.put("profile_image", hosts.avatar(member.username()));
        json.put("website_url", "");
        json.put("about", "");
        json.put("follower_count", member.followers());
        json.put("following_count", 112);
        json.put(
                "pin_count",
                wall.all().stream().filter(it -> it.owner().equals(member)).count());
        json.put("board_count", wall.boards(it -> it.owner.equals(member)).size());
        json.put("monthly_views", 6_300);
        return json;
    }

    Map<String, Object> board(Board board) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", board.id);
        json.put("name", board.name);
        json.put("description", board.description);
        json.put("privacy", board.privacy.name());
        json.put("owner", Map.of("username", board.owner.username()));
        json.put("pin_count", wall.count(board));
        json.put("follower_count", 13);
        json.put("collaborator_count", 0);
        Map<String, Object> media = new LinkedHashMap<>();
        media.put("image_cover_url", null);
        media.put("pin_thumbnail_urls", List.of());
        json.put("media", media);
        json.put("created_at", TIME.format(board.created));
        json.put("board_pins_modified_at", TIME.format(board.created));
        json.put("is_ads_only", board.adsOnly);
        return json;
    }

    static Map<String, Object> section(Board.Section section) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", section.id());
        json.put("name", section.name());
        return json;
    }

    /** @param counted with the numbers of what people did */
    Map<String, Object> pin(Pin pin, Member asking, boolean counted) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", pin.id());
        json.put("created_at", TIME.format(pin.created()));
        json.put("link", orNull(pin.words().link()));
        json.put("title", orNull(pin.words().title()));
        json.put("description", orNull(pin.words().description()));
        json.put("dominant_color", orNull(pin.words().color()));
        json.put("alt_text", orNull(pin.words().alt()));
        json.put("board_id", pin.board().id);
        json.put("board_section_id", orNull(pin.section()));
        json.put("board_owner", Map.of("username", pin.board().owner.username()));
        json.put("media", media(pin));
        json.put("creative_type", pin.kind().creative);
        json.put("is_owner", pin.owner().equals(asking));
        json.put("is_standard", true);
        json.put("has_been_promoted", false);
        json.put("parent_pin_id", null);
        json.put("pin_metrics", counted ? Numbers.metrics(pin, clock.instant()) : null);
        return json;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private Map<String, Object> media(Pin pin) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("media_type", pin.kind().media);
        switch (pin.kind()) {
            case IMAGE -> json.put("images", images(pin, 0));
            case IMAGES -> {
                List<Map<String, Object>> items = new java.util.ArrayList<>();
                for (int i = 0; i < pin.files().size(); i++) {
                    items.add(item(pin, i));
                }
                json.put("items", items);
            }
            case VIDEO -> {
                json.put("cover_image_url", hosts.file(pin.id(), pin.files().size() - 1));
                json.put("images", images(pin, 0));
                pin.files().getFirst().header().ifPresent(it -> {
                    if (it instanceof MediaHeader.Video video) {
                        json.put("duration", video.duration().toMillis());
                        json.put("width", video.width());
                        json.put("height", video.height());
                    }
                });
            }
        }
        return json;
    }

    private Map<String, Object> item(Pin pin, int number) {
        Pin.Card card = pin.cards().get(number);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("item_type", "image");
        json.put("title", orNull(card.title()));
        json.put("description", orNull(card.description()));
        json.put("link", orNull(card.link()));
        json.put("images", images(pin, number));
        return json;
    }

    private Map<String, Object> images(Pin pin, int number) {
        MediaHeader header = pin.files().get(number).header().orElse(null);
        double ratio = header == null || header.ratio() == 0 ? 1 : header.ratio();
        Map<String, Object> sizes = new LinkedHashMap<>();
        for (int width : WIDTHS) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("width", width);
            one.put("height", Math.round(width / ratio));
            one.put("url", hosts.file(pin.id(), number));
            sizes.put(width == 150 ? "150x150" : width == 400 ? "400x300" : width + "x", one);
        }
        return sizes;
    }

    static boolean video(Pin pin) {
        return pin.kind() == Kind.VIDEO;
    }
}
