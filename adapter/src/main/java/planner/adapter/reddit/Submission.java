package planner.adapter.reddit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import planner.adapter.kit.Fields;
import planner.adapter.reddit.At.File;
import planner.adapter.reddit.At.Work;
import planner.adapter.reddit.RedditOptions.Place;
import planner.network.Delivery;

/** What is sent to make a post visible; the same delivery gives the same bytes. */
final class Submission {
    private static final Pattern URL = Pattern.compile("https?://[^\\s<>\"]+");

    private final Delivery delivery;
    private final RedditOptions options;
    private final Place place;
    private final Work work;
    private final List<File> files;

    Submission(Delivery delivery, Place place, Work work, List<File> files) {
        this.delivery = delivery;
        this.options = (RedditOptions) delivery.options();
        this.place = place;
        this.work = work;
        this.files = files;
    }

    RedditApi.Submitted send(RedditApi api, String token) {
        return switch (delivery.format()) {
            case RedditCapabilities.GALLERY -> api.gallery(gallery(), token);
            case RedditCapabilities.POLL -> api.poll(poll(), token);
            default -> api.submit(form(), token);
        };
    }

    private Map<String, String> form() {
        var form = new LinkedHashMap<String, String>();
        form.put("sr", place.subreddit());
        form.put("kind", kind());
        form.put("title", delivery.title());
        var body = body(delivery);
        if (!body.isEmpty() || delivery.format().equals(RedditCapabilities.TEXT)) {
            form.put("text", body);
        }
        switch (delivery.format()) {
            case RedditCapabilities.LINK -> form.put("url", link(delivery).orElse(""));
            case RedditCapabilities.IMAGE -> form.put("url", files.getFirst().url());
            case RedditCapabilities.VIDEO -> {
                form.put("url", files.getFirst().url());
                form.put("video_poster_url", files.getLast().url());
            }
            default -> {}
        }
        form.put("nsfw", "" + options.nsfw());
        form.put("spoiler", "" + options.spoiler());
        form.put("sendreplies", "" + options.replies());
        form.put("resubmit", "" + resubmit());
        form.put("validate_on_submit", "true");
        if (!work.flair().isEmpty()) {
            form.put("flair_id", work.flair());
        }
        if (!work.flairText().isEmpty()) {
            form.put("flair_text", work.flairText());
        }
        return form;
    }

    private String kind() {
        return switch (delivery.format()) {
            case RedditCapabilities.LINK -> "link";
            case RedditCapabilities.IMAGE -> "image";
            case RedditCapabilities.VIDEO -> options.loop() ? "videogif" : "video";
            default -> "self";
        };
    }

    /** Only links are ever refused as posted before; that refusal is wanted unless the person says otherwise. */
    private boolean resubmit() {
        return !delivery.format().equals(RedditCapabilities.LINK) || options.repost();
    }

    private Map<String, Object> gallery() {
        var items = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < files.size(); i++) {
            items.add(Fields.of(
                    "media_id",
                    files.get(i).asset(),
                    "caption",
                    delivery.media().get(i).alt().strip(),
                    "outbound_url",
                    options.pictureLink(i)));
        }
        var body = common();
        body.put("api_type", "json");
        body.put("show_error_list", true);
        body.put("items", items);
        var text = body(delivery);
        if (!text.isEmpty()) {
            body.put("text", text);
        }
        return body;
    }

    private Map<String, Object> poll() {
        var poll = options.poll() == null ? new RedditOptions.Poll(List.of(), null) : options.poll();
        var body = common();
        body.put("text", body(delivery));
        body.put("options", poll.options().stream().map(String::strip).toList());
        body.put("duration", poll.daysOrThree());
        return body;
    }

    private Map<String, Object> common() {
        var body = Fields.of(
                "sr",
                place.subreddit(),
                "title",
                delivery.title(),
                "nsfw",
                options.nsfw(),
                "spoiler",
                options.spoiler(),
                "sendreplies",
                options.replies(),
                "resubmit",
                true,
                "validate_on_submit",
                true);
        if (!work.flair().isEmpty()) {
            body.put("flair_id", work.flair());
        }
        if (!work.flairText().isEmpty()) {
            body.put("flair_text", work.flairText());
        }
        return body;
    }

    /** The Markdown below title, link or files; nothing when the text is the link itself. */
    static String body(Delivery delivery) {
        var text = delivery.text().strip();
        boolean linkAlone = delivery.format().equals(RedditCapabilities.LINK)
                && URL.matcher(text).matches();
        return linkAlone ? "" : text;
    }

    /** The address of a link post: the one that was set, else the first in the text. */
    static Optional<String> link(Delivery delivery) {
        var set = ((RedditOptions) delivery.options()).link();
        if (set != null && !set.isBlank()) {
            return Optional.of(set.strip());
        }
        var found = URL.matcher(delivery.text());
        return found.find() ? Optional.of(found.group().replaceFirst("[.,;:!?)\\]]+$", "")) : Optional.empty();
    }
}
