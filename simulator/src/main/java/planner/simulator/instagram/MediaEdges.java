package planner.simulator.instagram;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import planner.simulator.instagram.Access.Scope;
import planner.simulator.meta.Fields;
import planner.simulator.meta.GraphCall;
import planner.simulator.meta.GraphError;
import planner.simulator.meta.Host;

/** Everything under the id of a published post or of a container. */
final class MediaEdges {
    private static final int LONGEST_COMMENT = 300;
    private static final Pattern HASHTAG = Pattern.compile("#[\\p{L}\\p{N}_]+");
    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    private final Clock clock;
    private final Studio studio;
    private final Nodes nodes;
    private final Insights insights;
    private final AtomicLong ids;

    MediaEdges(Clock clock, Studio studio, Nodes nodes, Insights insights) {
        this.clock = clock;
        this.studio = studio;
        this.nodes = nodes;
        this.insights = insights;
        // Ids of yesterday do not come again after a restart.
        ids = new AtomicLong(18_055_000_000_000_000L + clock.millis());
    }

    Object answer(GraphCall call, Access access) {
        String id = call.path().getFirst();
        if (studio.has(id)) {
            return container(call, access.may(Scope.READ), studio.find(id));
        }
        Post post = access.post(id);
        String edge = call.path().size() == 1 ? "" : call.path().get(1);
        return switch (call.method() + " " + edge) {
            case "GET " -> {
                access.may(Scope.READ);
                yield nodes.post(fields(call.knows("fields")), post);
            }
            case "POST " -> {
                access.may(Scope.COMMENT);
                call.knows("comment_enabled").needs("comment_enabled");
                post.commentsOpen(call.flag("comment_enabled"));
                yield Map.of("success", true);
            }
            case "DELETE " -> delete(call.knows(), access.may(Scope.PUBLISH), post);
            case "GET children" -> {
                access.may(Scope.READ);
                call.knows("fields");
                yield Map.of("data", nodes.children(post));
            }
            case "GET comments" -> comments(call.knows("fields", "limit"), access.may(Scope.READ), post);
            case "POST comments" -> comment(call.knows("message"), access.may(Scope.COMMENT), post);
            case "GET insights" ->
                insights.ofPost(call.knows("metric", "period", "breakdown"), access.may(Scope.INSIGHT), post);
            default -> throw GraphError.unknownPath(edge);
        };
    }

    private Object container(GraphCall call, Access access, Container container) {
        if (!call.method().equals("GET") || call.path().size() != 1) {
            throw GraphError.unknownPath(String.join("/", call.path()));
        }
        return nodes.container(fields(call.knows("fields")), access.container(container));
    }

    private static Fields fields(GraphCall call) {
        return Fields.of(call.text("fields").orElse("id"));
    }

    private static Object delete(GraphCall call, Access access, Post post) {
        if (call.host() == Host.INSTAGRAM) {
            throw GraphError.of(100, 33, "Unsupported delete request for " + access.post(post.id).id);
        }
        post.delete();
        return Map.of("success", true);
    }

    private Object comments(GraphCall call, Access access, Post post) {
        Fields fields = Fields.of(call.text("fields").orElse("id,text,timestamp"));
        List<Map<String, Object>> data = access.post(post.id).comments().stream()
                .limit(call.number("limit").orElse(25L))
                .map(it -> nodes.comment(fields, post, it))
                .toList();
        return Map.of("data", data);
    }

    private Object comment(GraphCall call, Access access, Post post) {
        String text = call.needs("message");
        boolean shouting =
                text.chars().anyMatch(Character::isUpperCase) && text.chars().noneMatch(Character::isLowerCase);
        if (text.codePointCount(0, text.length()) > LONGEST_COMMENT
                || HASHTAG.matcher(text).results().count() > 4
                || LINK.matcher(text).results().count() > 1
                || shouting) {
            throw GraphError.of(
                    100, 0, "The comment breaks the rules: 300 characters, 4 hashtags, one link, not all capitals");
        }
        String by = access.post(post.id).account.username;
        var comment = new Post.Comment(Long.toString(ids.addAndGet(11)), by, text, clock.instant());
        post.comment(comment);
        return Map.of("id", comment.id());
    }
}
