package planner.post;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import planner.channel.ChannelId;
import planner.channel.Channels;
import planner.media.Renditions.Wish;
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

    /** @param wishes the files that must be made for it */
    record Complete(Order order, List<Wish> wishes) {}

    Complete of(Post post, Instant due, boolean now) {
        var lines = new ArrayList<Line>();
        var wishes = new ArrayList<Wish>();
        for (var id : post.content().channels()) {
            var channel = channels.get(new ChannelId(id));
            var variant = variants.of(post.content(), channel, UUID.randomUUID(), due);
            lines.add(new Line(channel.id(), variant.delivery()));
            wishes.addAll(variant.wishes());
        }
        var order = new Order(
                post.workspace(),
                post.id().value(),
                due,
                now,
                workspaces.get(post.workspace()).late(),
                lines);
        return new Complete(order, wishes);
    }
}
