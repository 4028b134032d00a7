package planner.adapter.pinterest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import planner.adapter.kit.Call;
import planner.adapter.kit.Chunks;
import planner.adapter.kit.Http;
import planner.adapter.kit.Json;
import planner.adapter.kit.Multipart;
import planner.adapter.kit.Reply;
import planner.network.Fault;
import planner.network.Media;
import planner.network.MediaFiles;
import planner.network.NetworkException;
import tools.jackson.databind.JsonNode;

/** The v5 endpoints we use, one method each; https://developers.pinterest.com/docs/api/v5. */
final class PinterestApi {
    /** Two gigabytes on a line of ten megabits a second. */
    private static final Duration UPLOAD = Duration.ofMinutes(30);

    private static final int PAGE = 250;
    private static final int NEWEST = 50;
    private static final int MOST_PAGES = 20;

    private final PinterestApp app;
    private final Http http;

    PinterestApi(PinterestApp app, Http http) {
        this.app = app;
        this.http = http;
    }

    record Account(
            @Nullable String id,
            String username,
            @JsonProperty("business_name") @Nullable String businessName,
            @JsonProperty("profile_image") @Nullable String image,
            @JsonProperty("account_type") @Nullable String type,
            @JsonProperty("follower_count") @Nullable Long followers,
            @JsonProperty("following_count") @Nullable Long following,
            @JsonProperty("pin_count") @Nullable Long pins) {}

    Account account(String token) {
        return Json.read(send(Call.get(uri("user_account")), token), Account.class);
    }

    record Owner(@Nullable String username) {}

    record Board(
            String id,
            String name,
            @Nullable String privacy,
            @Nullable Owner owner,
            @JsonProperty("is_ads_only") @Nullable Boolean adsOnly) {}

    private record BoardPage(
            @Nullable List<Board> items, @Nullable String bookmark) {}

    List<Board> boards(String token) {
        return pages("boards", token, BoardPage.class, BoardPage::items, BoardPage::bookmark);
    }

    record Section(String id, String name) {}

    private record SectionPage(
            @Nullable List<Section> items, @Nullable String bookmark) {}

    List<Section> sections(String board, String token) {
        return pages(
                "boards/" + Call.percent(board) + "/sections",
                token,
                SectionPage.class,
                SectionPage::items,
                SectionPage::bookmark);
    }

    private <P, T> List<T> pages(
            String path,
            String token,
            Class<P> type,
            Function<P, @Nullable List<T>> items,
            Function<P, @Nullable String> bookmark) {
        var all = new ArrayList<T>();
        var query = new LinkedHashMap<String, String>();
        query.put("page_size", "" + PAGE);
        for (int i = 0; i < MOST_PAGES; i++) {
            var page = Json.read(send(Call.get(uri(path)).query(query), token), type);
            var some = items.apply(page);
            all.addAll(some == null ? List.of() : some);
            var next = bookmark.apply(page);
            if (next == null || next.isBlank()) {
                break;
            }
            query.put("bookmark", next);
        }
        return List.copyOf(all);
    }

    private record NewBoard(String name, String privacy) {}

    /** @return the id of the board that was made */
    String makeBoard(String name, String privacy, String token) {
        return id(send(Call.post(uri("boards")).json(new NewBoard(name, privacy)), token), "id");
    }

    /** One of the values that stand before the file in an upload. */
    record Field(String name, String value) {}

    record Upload(String media, String url, List<Field> fields) {}

    /** An address for one video, good for about an hour. */
    Upload register(String token) {
        var reply = send(Call.post(uri("media")).json(Map.of("media_type", "video")), token);
        var tree = Json.tree(reply);
        var fields = new ArrayList<Field>();
        tree.path("upload_parameters").forEachEntry((name, value) -> fields.add(new Field(name, value.asString(""))));
        var url = tree.path("upload_url").asString("");
        if (url.isEmpty() || fields.isEmpty()) {
            throw new NetworkException(new Fault.Unavailable(false, "Pinterest gave no address for the upload"));
        }
        return new Upload(id(reply, "media_id"), url, List.copyOf(fields));
    }

    /** The store behind the address reads its fields in order, and nothing after the file. No sign-in: the fields are. */
    Reply upload(String url, List<Field> fields, Media media, MediaFiles files) {
        var form = new Multipart(
                new UUID(media.id().getMostSignificantBits(), 0).toString().replace("-", ""));
        fields.forEach(field -> form.field(field.name(), field.value()));
        form.file("file", "video", media.type(), media.bytes(), Chunks.whole(files, media));
        var call = Call.post(URI.create(url)).body(form.body()).within(UPLOAD);
        for (var field : fields) {
            call = field.name().matches("x-amz-(signature|security-token)") ? call.secret(field.value()) : call;
        }
        return http.send(call);
    }

    private record Status(@Nullable String status) {}

    /** registered, processing, succeeded or failed */
    String status(String media, String token) {
        var status = Json.read(send(Call.get(uri("media/" + Call.percent(media))), token), Status.class)
                .status();
        return status == null ? "" : status;
    }

    record Shown(@JsonProperty("media_type") @Nullable String type) {}

    record Pin(
            String id,
            @JsonProperty("created_at") @Nullable String created,
            @Nullable String title,
            @Nullable String description,
            @Nullable String link,
            @JsonProperty("board_id") @Nullable String board,
            @Nullable Shown media,
            @JsonProperty("pin_metrics") @Nullable JsonNode metrics) {}

    private record PinPage(@Nullable List<Pin> items) {}

    /** The newest pins of a board, whoever made them. */
    List<Pin> ofBoard(String board, String token) {
        return newest("boards/" + Call.percent(board) + "/pins", token);
    }

    /** The newest pins of the account, on whichever board. */
    List<Pin> own(String token) {
        return newest("pins", token);
    }

    private List<Pin> newest(String path, String token) {
        var items = Json.read(send(Call.get(uri(path)).query("page_size", "" + NEWEST), token), PinPage.class)
                .items();
        return items == null ? List.of() : items;
    }

    /** Makes the pin visible. @return its id */
    String pin(Call.Body pin, String token) {
        return id(send(Call.post(uri("pins")).body(pin), token), "id");
    }

    Pin counted(String pin, String token) {
        var call = Call.get(uri("pins/" + Call.percent(pin))).query("pin_metrics", "true");
        return Json.read(send(call, token), Pin.class);
    }

    private record Figures(
            @JsonProperty("summary_metrics") @Nullable JsonNode summary) {}

    private record Analytics(@Nullable Figures all) {}

    /** Sums over these days, by Pinterest's names; nothing where it tells nothing. */
    @Nullable
    JsonNode analytics(String pin, LocalDate from, LocalDate to, String metrics, String token) {
        var query = new LinkedHashMap<String, String>();
        query.put("start_date", from.toString());
        query.put("end_date", to.toString());
        query.put("metric_types", metrics);
        var call = Call.get(uri("pins/" + Call.percent(pin) + "/analytics")).query(query);
        var all = Json.read(send(call, token), Analytics.class).all();
        return all == null ? null : all.summary();
    }

    URI permalink(String pin) {
        return URI.create(app.web() + "/pin/" + pin + "/");
    }

    private URI uri(String path) {
        return app.api().at(path);
    }

    private static String id(Reply reply, String field) {
        var id = Json.tree(reply).path(field).asString("");
        if (id.isEmpty()) {
            throw new NetworkException(new Fault.Unavailable(true, "the answer holds no id"));
        }
        return id;
    }

    private Reply send(Call call, String token) {
        var reply = http.send(call.bearer(token));
        if (!reply.ok()) {
            throw new NetworkException(PinterestFaults.of(reply));
        }
        return reply;
    }
}
