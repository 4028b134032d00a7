package planner.post;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import planner.post.PostInput.MediaRef;
import planner.post.PostInput.PartInput;
import planner.post.PostInput.VariantInput;
import planner.publish.PublicationView;

/** A post as the API tells it. */
record PostView(
        UUID id,
        int version,
        PostState state,
        @Nullable Instant at,
        String zone,
        String text,
        String title,
        List<UUID> channels,
        List<MediaRef> media,
        List<PartInput> thread,
        Map<UUID, VariantInput> variants,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Author author,
        List<PublicationView> publications) {

    record Author(UUID id, String name) {}

    static PostView of(Post post, @Nullable String author, List<PublicationView> publications) {
        var content = post.content();
        return new PostView(
                post.id().value(),
                post.version(),
                post.state(),
                post.dueAt(),
                post.zone().getId(),
                content.text(),
                content.title(),
                content.channels(),
                content.media(),
                content.thread(),
                content.variants(),
                post.createdAt(),
                post.updatedAt(),
                post.author() == null || author == null
                        ? null
                        : new Author(post.author().value(), author),
                publications);
    }
}
