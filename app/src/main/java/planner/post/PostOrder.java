package planner.post;

import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import org.springframework.stereotype.Component;
import planner.channel.ChannelId;
import planner.channel.Channels;
import planner.publish.Publications.Line;
import planner.publish.Publications.Order;
import planner.workspace.Workspaces;

/** Makes the order to publish out of a post: a frozen delivery for each channel. */
@Component
class PostOrder {
    private final Channels channels;
    private final Variants variants;
    private final Workspaces workspaces;

    PostOrder(Channels channels, Variants variants, Workspaces workspaces) {
        this.channels = channels;
        this.variants = variants;
        this.workspaces = workspaces;
    }

    Order of(Post post, Instant due, boolean now) {
        var lines = new ArrayList<Line>();
        for (var id : post.content().channels()) {
            var channel = channels.get(new ChannelId(id));
            lines.add(new Line(
                    channel.id(),
                    variants.of(post.content(), channel, UUID.randomUUID(), due).delivery()));
        }
        return new Order(
                post.workspace(),
                post.id().value(),
                due,
                now,
                workspaces.get(post.workspace()).late(),
                lines);
    }
}
