package planner.network;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a network pushes. A webhook is a doorbell: it wakes a publication, it never decides. */
public interface WebhookReader {
    /** Whether the signature over the raw bytes is right and fresh; compared in constant time. */
    boolean authentic(Hook hook);

    /** The answer to a network's handshake; empty when this is none or it is not ours. */
    Optional<Answer> handshake(Hook hook);

    /** Only called for authentic hooks; unknown events are left out. */
    List<NetworkEvent> read(Hook hook);

    /** @param type its media type; @param text as the network expects it, byte by byte */
    record Answer(String type, String text) {}

    /**
     * One raw request.
     *
     * @param headers lower-case names
     * @param query decoded
     */
    record Hook(String method, Map<String, String> headers, Map<String, String> query, byte[] body) {}

    /**
     * @param key for the removal of doubles, unique per event
     * @param accountId whose; the network's id
     * @param reference the adapter's own id of the publication in the making (container, publish id); empty when none
     */
    record NetworkEvent(String key, Kind kind, String accountId, String reference) {}

    /** What happened. */
    enum Kind {
        /** A publication under way went on: it is worth asking at once how it stands. */
        PUBLICATION_MOVED,
        /** The person took the app's access away. */
        ACCESS_REMOVED
    }
}
