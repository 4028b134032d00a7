package planner.publish;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import planner.workspace.WorkspaceId;

/** The front door to what may still be sent: the files of it must stay what they were. */
@Service
public class Unfinished {
    private final PublicationStore store;

    Unfinished(PublicationStore store) {
        this.store = store;
    }

    /**
     * Whether all that was ordered for this post can still be ordered anew: nothing of it was begun. For whoever holds its
     * publications by {@link Publications#lock}.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean untouched(WorkspaceId workspace, UUID post) {
        return store.lockOfPost(workspace, post).stream().allMatch(Journey::untouched);
    }

    /** The publications of this post that are at no end, or whose end a person may undo. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<UUID> of(WorkspaceId workspace, UUID post) {
        return store.lockOfPost(workspace, post).stream()
                .filter(journey -> !journey.standing().state().closed())
                .map(journey -> journey.id().value())
                .toList();
    }

    /** Those of these publications that will never be sent again. */
    @Transactional(readOnly = true)
    public Collection<UUID> over(Collection<UUID> publications) {
        var over = new ArrayList<>(publications);
        over.removeAll(store.unfinished(publications));
        return over;
    }
}
