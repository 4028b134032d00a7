package planner.simulator.facebook;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import planner.simulator.facebook.Talk.Comment;
import planner.simulator.meta.Fields;
import planner.simulator.meta.GraphCall;
import planner.simulator.meta.GraphError;

/** What stands under a post, a video or a story. */
final class PostEdges {
    private static final int LONGEST_COMMENT = 8_000;

    private final Clock clock;
    private final People people;
    private final PageEdges pages;
    private final VideoEdges videos;
    private final Nodes nodes;
    private final Insights insights;
    private final Bells bells;

    PostEdges(
            Clock clock,
            People people,
            PageEdges pages,
            VideoEdges videos,
            Nodes nodes,
            Insights insights,
            Bells bells) {
        this.clock = clock;
        this.people = people;
        this.pages = pages;
        this.videos = videos;
        this.nodes = nodes;
        this.insights = insights;
        this.bells = bells;
    }

    Object answer(GraphCall call, Access access) {
        String id = call.path().getFirst();
        String edge = String.join("/", call.path().subList(1, call.path().size()));
        var video = people.video(id);
        if (video.isPresent()) {
            return video(call, access.of(video.get().page, id), video.get(), edge);
        }
        var story = people.story(id);
        if (story.isPresent()) {
            access.of(story.get().page(), id);
            if (!call.method().equals("GET") || !edge.equals("insights")) {
                throw GraphError.unknownPath(edge);
            }
            access.may(Access.INSIGHTS);
            return insights.ofStory(call, story.get());
        }
        Post post = people.post(id).orElseThrow(() -> GraphError.missing(id));
        return post(call, access.of(post.page, id), post, edge);
    }

    private Object post(GraphCall call, Access access, Post post, String edge) {
        return switch (call.method() + " " + edge) {
            case "GET " -> {
                access.may(Access.READ);
                yield nodes.post(fields(call.knows("fields"), "id,message,created_time"), post);
            }
            case "POST " -> {
                access.publishes(post.page);
                yield update(call, post);
            }
            case "DELETE " -> {
                access.publishes(post.page);
                call.knows();
                post.delete();
                yield Map.of("success", true);
            }
            case "GET comments" -> comments(call, access, post.talk);
            case "POST comments" -> {
                if (!post.published(clock.instant())) {
                    throw GraphError.of(100, 0, "(#100) Unpublished posts cannot be commented on");
                }
                yield comment(call, access, post.page, post.id, post.talk);
            }
            case "GET insights" -> {
                access.may(Access.INSIGHTS).may(Access.READ);
                yield insights.ofPost(call, post);
            }
            default -> throw GraphError.unknownPath(edge);
        };
    }

    private Object update(GraphCall call, Post post) {
        call.knows("message", "is_published", "scheduled_publish_time");
        call.text("message").ifPresent(text -> {
            PageEdges.fits(text);
            post.edit(text);
        });
        if (call.flag("is_published")) {
            post.publish();
        } else if (call.has("scheduled_publish_time")) {
            post.move(Timing.time(call, clock.instant(), Timing.LATEST));
        }
        return Map.of("success", true);
    }

    private Object video(GraphCall call, Access access, Video video, String edge) {
        return switch (call.method() + " " + edge) {
            case "GET " -> {
                access.may(Access.READ);
                yield nodes.video(fields(call.knows("fields"), "id,description"), video);
            }
            case "POST thumbnails" -> videos.thumbnail(call, access, video);
            case "GET comments" -> comments(call, access, video.talk);
            case "POST comments" -> {
                if (!video.shown(clock.instant())) {
                    throw GraphError.of(100, 0, "(#100) Unpublished videos cannot be commented on");
                }
                yield comment(call, access, video.page, video.page.id + "_" + video.postId, video.talk);
            }
            default -> throw GraphError.unknownPath(edge);
        };
    }

    private static Fields fields(GraphCall call, String initial) {
        return Fields.of(call.text("fields").orElse(initial));
    }

    private Object comments(GraphCall call, Access access, Talk talk) {
        access.may(Access.READ);
        call.knows("fields", "filter", "order", "limit", "after", "since");
        Fields fields = fields(call, "id,message,created_time,from");
        if (!Stream.of("toplevel", "stream")
                .toList()
                .contains(call.text("filter").orElse("toplevel"))) {
            throw GraphError.wrong("Param filter must be toplevel or stream");
        }
        boolean newest = switch (call.text("order").orElse("chronological")) {
            case "chronological" -> false;
            case "reverse_chronological" -> true;
            case String other -> throw GraphError.wrong("Param order must be chronological or reverse_chronological");
        };
        List<Comment> all = newest ? talk.all().reversed() : talk.all();
        return Map.of(
                "data",
                all.stream()
                        .limit(call.number("limit").orElse(25L))
                        .map(it -> nodes.comment(fields, it))
                        .toList());
    }

    private Object comment(GraphCall call, Access access, Page page, String post, Talk talk) {
        access.may(Access.ENGAGE);
        call.knows("message", "attachment_url", "fields").needs("message");
        String text = call.needs("message");
        if (text.codePointCount(0, text.length()) > LONGEST_COMMENT) {
            throw GraphError.of(100, 0, "(#100) Param message must be at most " + LONGEST_COMMENT + " characters long");
        }
        Instant now = clock.instant();
        String id = post.substring(post.indexOf('_') + 1) + "_" + pages.id();
        var comment = new Comment(id, page.id, page.name, text, now);
        talk.add(comment);
        bells.commented(page, post, comment);
        return nodes.comment(fields(call, "id"), comment);
    }
}
