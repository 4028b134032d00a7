package planner.simulator.meta;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import planner.simulator.Answer;
import planner.simulator.Ask;
import planner.simulator.Journal;
import planner.simulator.media.MediaShelf;
import planner.simulator.media.MediaShelf.Kept;
import planner.simulator.media.MediaShelf.NotFetched;

/** rupload.facebook.com: the bytes of one video, from an offset on, or an address to fetch them from. */
public final class Rupload {
    private final String network;
    private final String folder;
    private final MediaShelf shelf;
    private final Journal journal;
    private final Targets targets;

    /** What the bytes are for. */
    public interface Target {
        Optional<Kept> upload();

        boolean awaitsBytes();

        /** The most bytes that may be fetched. */
        long most();

        void begin(Kept kept);

        void complete(Kept kept);
    }

    /** Finds a target that this token may fill; throws a {@link GraphError} otherwise. */
    public interface Targets {
        Target find(String id, String token);
    }

    /** @param folder the first part of the path */
    public Rupload(String network, String folder, MediaShelf shelf, Journal journal, Targets targets) {
        this.network = network;
        this.folder = folder;
        this.shelf = shelf;
        this.journal = journal;
        this.targets = targets;
    }

    /** @param violation the client's own fault */
    private static final class Refused extends RuntimeException {
        private final boolean violation;
        private final boolean retriable;

        Refused(String message, boolean violation, boolean retriable) {
            super(message, null, false, false);
            this.violation = violation;
            this.retriable = retriable;
        }
    }

    public Answer answer(Ask ask, List<String> path) {
        try {
            if (!ask.method().equals("POST")
                    || path.size() != 3
                    || !path.getFirst().equals(folder)) {
                throw new Refused("Unknown path", true, false);
            }
            String token = ask.header("authorization")
                    .filter(it -> it.startsWith("OAuth "))
                    .orElseThrow(() -> new Refused("The header Authorization: OAuth is missing", true, false))
                    .substring(6);
            take(ask, targets.find(path.getLast(), token));
            return Answer.json(200, Map.of("success", true, "message", "Upload successful."));
        } catch (Refused e) {
            if (e.violation) {
                journal.violation(network, ask, String.valueOf(e.getMessage()));
            }
            return refused(400, e.retriable, String.valueOf(e.getMessage()));
        } catch (GraphError e) {
            if (e.violation()) {
                journal.violation(network, ask, e.text());
            }
            return refused(e.violation() ? 400 : 401, false, e.text());
        } catch (NotFetched e) {
            return refused(400, true, String.valueOf(e.getMessage()));
        }
    }

    private static Answer refused(int status, boolean retriable, String message) {
        String type = retriable ? "PartialRequestError" : "ProcessingFailedError";
        return Answer.json(
                status, Map.of("debug_info", Map.of("retriable", retriable, "type", type, "message", message)));
    }

    private void take(Ask ask, Target target) throws NotFetched {
        if (!target.awaitsBytes()) {
            throw new Refused("The upload is already complete", false, false);
        }
        if (ask.header("file_url").isPresent()) {
            target.complete(shelf.fetch(ask.header("file_url").orElseThrow(), target.most()));
            return;
        }
        long offset = number(ask, "offset");
        long size = number(ask, "file_size");
        Kept kept = target.upload().orElseGet(() -> shelf.begin("video/mp4"));
        target.begin(kept);
        byte[] body = ask.body();
        if (offset != kept.size()) {
            throw new Refused("The offset is " + offset + ", but " + kept.size() + " bytes are here", false, true);
        }
        if (offset + body.length > size) {
            throw new Refused("More bytes than file_size says", true, false);
        }
        shelf.append(kept, body);
        if (kept.size() < size) {
            throw new Refused("Partial request (did not match length of file)", false, true);
        }
        target.complete(kept);
    }

    private static long number(Ask ask, String header) {
        return ask.header(header)
                .filter(it -> it.matches("\\d{1,15}"))
                .map(Long::parseLong)
                .orElseThrow(() -> new Refused("The header " + header + " is missing", true, false));
    }
}
