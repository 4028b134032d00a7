package planner;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import planner.channel.ChannelChanged;
import planner.media.AssetChanged;
import planner.media.RenditionChanged;
import planner.post.PostChanged;
import planner.publish.PublicationChanged;
import planner.workspace.PersonId;
import planner.workspace.SignInsChanged;
import planner.workspace.WorkspaceId;

/**
 * Tells browsers what has changed, after the commit. Only a nudge: whoever misses one sees the truth at the next
 * reading.
 */
@Component
class LiveUpdates {
    private static final int MOST_LISTENERS = 1_000;
    /** Windows and devices of one: enough for everybody, and nobody takes the places of all. */
    private static final int MOST_OF_PERSON = 50;

    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final Neighbours neighbours;

    LiveUpdates(Neighbours neighbours) {
        this.neighbours = neighbours;
        neighbours.onChange(this::tell);
    }

    /** @param kind post, publication, channel or asset */
    record Change(WorkspaceId workspace, String kind, UUID id) {}

    /** One browser's stream. */
    interface Listener {
        WorkspaceId workspace();

        PersonId person();

        void changed(Change change);

        /** Its sign-in may have ended. */
        void look();

        void end();
    }

    /** @return whether there is room for one more */
    synchronized boolean join(Listener listener) {
        if (listeners.size() >= MOST_LISTENERS || of(listener.person()).size() >= MOST_OF_PERSON) {
            return false;
        }
        listeners.add(listener);
        neighbours.listen();
        return true;
    }

    void leave(Listener listener) {
        listeners.remove(listener);
        if (listeners.isEmpty()) {
            neighbours.rest();
        }
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void on(PostChanged event) {
        changed(new Change(event.workspace(), "post", event.post().value()));
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void on(PublicationChanged event) {
        changed(new Change(event.workspace(), "publication", event.id().value()));
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void on(ChannelChanged event) {
        changed(new Change(event.workspace(), "channel", event.id().value()));
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void on(RenditionChanged event) {
        changed(new Change(event.workspace(), "asset", event.asset().value()));
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void on(AssetChanged event) {
        changed(new Change(event.workspace(), "asset", event.id().value()));
    }

    @EventListener
    void on(SignInsChanged event) {
        of(event.person()).forEach(Listener::look);
    }

    /** Open streams would keep the server from closing. */
    @EventListener
    void on(ContextClosedEvent event) {
        List<Listener> open = new ArrayList<>(listeners);
        open.forEach(Listener::end);
    }

    private List<Listener> of(PersonId person) {
        return listeners.stream()
                .filter(listener -> listener.person().equals(person))
                .toList();
    }

    private void changed(Change change) {
        tell(change);
        neighbours.tell(change);
    }

    private void tell(Change change) {
        for (var listener : listeners) {
            if (listener.workspace().equals(change.workspace())) {
                listener.changed(change);
            }
        }
    }
}
