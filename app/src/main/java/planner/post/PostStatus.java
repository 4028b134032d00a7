package planner.post;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import planner.publish.PublicationChanged;
import planner.publish.Publications;

/** Keeps a post's state true to its publications, in the transaction that changed them. */
@Component
class PostStatus {
    private final PostStore store;
    private final Publications publications;

    PostStatus(PostStore store, Publications publications) {
        this.store = store;
        this.publications = publications;
    }

    @EventListener
    void on(PublicationChanged changed) {
        var post = new PostId(changed.post());
        // two channels of a post may end at the same moment: the second must see the first
        store.lockState(post).ifPresent(before -> {
            var after = PostState.of(publications.states(changed.post()));
            if (after != before) {
                store.state(post, after);
            }
        });
    }
}
