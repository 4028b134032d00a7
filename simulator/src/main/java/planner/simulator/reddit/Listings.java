package planner.simulator.reddit;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import planner.simulator.reddit.Post.Comment;
import planner.simulator.reddit.Post.Item;
import planner.simulator.reddit.Post.Kind;

/** Posts and subreddits in the shape of Reddit's lists. */
final class Listings {
    private final Clock clock;
    private final Board board;
    private final String web;
    private final String files;

    /** @param web where people read; @param files where pictures and films are */
    Listings(Clock clock, Board board, String web, String files) {
        this.clock = clock;
        this.board = board;
        this.web = web;
        this.files = files;
    }

    /** @param raw without it the text comes escaped, as for a page */
    Map<String, Object> posts(List<Post> posts, boolean raw) {
        return listing(posts.stream().map(it -> thing("t3", post(it, raw))).toList());
    }

    static Map<String, Object> listing(List<Map<String, Object>> children) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("after", null);
        data.put("dist", children.size());
        data.put("modhash", null);
        data.put("geo_filter", "");
        data.put("before", null);
        data.put("children", children);
        return Map.of("kind", "Listing", "data", data);
    }

    static Map<String, Object> thing(String kind, Map<String, Object> data) {
        return Map.of("kind", kind, "data", data);
    }

    Map<String, Object> post(Post post, boolean raw) {
        Instant now = clock.instant();
        boolean self = post.content.kind() == Kind.SELF || post.content.kind() == Kind.POLL;
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", post.id);
        data.put("name", post.fullname());
        data.put("title", text(post.content.title(), raw));
        data.put("subreddit", post.community.name);
        data.put("subreddit_name_prefixed", "r/" + post.community.name);
        data.put("author", post.author.name());
        data.put("permalink", post.path());
        data.put("url", url(post));
        data.put("selftext", text(selftext(post), raw));
        data.put("created_utc", (double) post.appears.getEpochSecond());
        data.put("is_self", self);
        data.put("over_18", post.marks.nsfw());
        data.put("spoiler", post.marks.spoiler());
        data.put("is_video", post.content.kind() == Kind.VIDEO);
        data.put(
                "domain",
                self
                        ? "self." + post.community.name
                        : Submitting.host(url(post)).orElse(""));
        data.put("score", post.score(now));
        data.put("ups", post.score(now));
        data.put("upvote_ratio", 0.97);
        data.put("num_comments", board.comments(post).size());
        data.put("num_crossposts", 0);
        data.put("view_count", null);
        data.put("total_awards_received", 0);
        data.put("link_flair_text", post.marks.flair().isEmpty() ? null : post.marks.flair());
        data.put("removed_by_category", post.removed.isEmpty() ? null : post.removed);
        data.put("banned_by", null);
        data.put("is_robot_indexable", post.removed.isEmpty());
        data.put("archived", false);
        data.put("locked", false);
        if (post.content.kind() == Kind.GALLERY) {
            data.put("is_gallery", true);
            data.put("gallery_data", Map.of("items", gallery(post)));
        }
        if (post.content.kind() == Kind.POLL) {
            data.put("poll_data", poll(post));
        }
        return data;
    }

    private static List<Map<String, Object>> gallery(Post post) {
        List<Map<String, Object>> items = new ArrayList<>();
        for (Item item : post.content.items()) {
            Map<String, Object> one = new LinkedHashMap<>();
            if (!item.caption().isEmpty()) {
                one.put("caption", item.caption());
            }
            if (!item.url().isEmpty()) {
                one.put("outbound_url", item.url());
            }
            one.put("media_id", item.asset().id);
            one.put("id", 199_873 + items.size());
            items.add(one);
        }
        return items;
    }

    private static Map<String, Object> poll(Post post) {
        List<Map<String, Object>> options = new ArrayList<>();
        for (String option : post.content.options()) {
            options.add(Map.of("text", option, "vote_count", 0, "id", "" + (576_784 + options.size())));
        }
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("user_selection", null);
        data.put("options", options);
        data.put(
                "voting_end_timestamp",
                post.appears
                        .plus(java.time.Duration.ofDays(post.content.days()))
                        .toEpochMilli());
        data.put("total_vote_count", 0);
        return data;
    }

    private String selftext(Post post) {
        return post.content.kind() == Kind.POLL
                ? post.content.text() + "\n\n[View Poll](" + web + "/poll/" + post.id + ")"
                : post.content.text();
    }

    String url(Post post) {
        return switch (post.content.kind()) {
            case SELF, POLL -> web + post.path();
            case LINK -> post.content.url();
            case GALLERY -> web + "/gallery/" + post.id;
            case IMAGE, VIDEO -> file(post.content.items().getFirst());
        };
    }

    /** i.redd.it and v.redd.it. */
    String file(Item item) {
        Uploads.Asset asset = item.asset();
        return files + "/" + asset.id + (asset.film() ? "" : "." + asset.ending());
    }

    Map<String, Object> comment(Post post, Comment comment, boolean raw) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", comment.id());
        data.put("name", "t1_" + comment.id());
        data.put("author", comment.author().name());
        data.put("body", text(comment.body(), raw));
        data.put("link_id", post.fullname());
        data.put("parent_id", post.fullname());
        data.put("subreddit", post.community.name);
        data.put("permalink", post.path() + comment.id() + "/");
        data.put("created_utc", (double) comment.at().getEpochSecond());
        data.put("score", 1);
        return data;
    }

    private static String text(String text, boolean raw) {
        return raw ? text : text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
