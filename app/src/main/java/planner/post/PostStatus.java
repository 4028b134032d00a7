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
        store.state(new PostId(changed.post()), PostState.of(publications.states(changed.post())));
    }
}
