package planner.simulator.instagram;

import java.util.List;
import java.util.Map;
import planner.simulator.Answer;
import planner.simulator.Ask;
import planner.simulator.Journal;
import planner.simulator.instagram.Access.Scope;
import planner.simulator.instagram.GraphCall.Host;
import planner.simulator.media.MediaShelf;
import planner.simulator.media.MediaShelf.Kept;
import planner.simulator.media.MediaShelf.NotFetched;

/** rupload.facebook.com: the bytes of one video, from an offset on, or an address to fetch them from. */
final class Uploads {
    private final Studio studio;
    private final Tokens tokens;
    private final People people;
    private final MediaShelf shelf;
    private final Journal journal;

    Uploads(Studio studio, Tokens tokens, People people, MediaShelf shelf, Journal journal) {
        this.studio = studio;
        this.tokens = tokens;
        this.people = people;
        this.shelf = shelf;
        this.journal = journal;
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

    Answer answer(Ask ask, List<String> path) {
        try {
            if (!ask.method().equals("POST")
                    || path.size() != 3
                    || !path.getFirst().equals("ig-api-upload")) {
                throw new Refused("Unknown path", true, false);
            }
            take(ask, container(ask, path.getLast()));
            return Answer.json(200, Map.of("success", true, "message", "Upload successful."));
        } catch (Refused e) {
            if (e.violation) {
                journal.violation("instagram", ask, String.valueOf(e.getMessage()));
            }
            return refused(400, e.retriable, String.valueOf(e.getMessage()));
        } catch (GraphError e) {
            return refused(401, false, e.text());
        } catch (NotFetched e) {
            return refused(400, true, String.valueOf(e.getMessage()));
        }
    }

    private static Answer refused(int status, boolean retriable, String message) {
        String type = retriable ? "PartialRequestError" : "ProcessingFailedError";
        return Answer.json(
                status, Map.of("debug_info", Map.of("retriable", retriable, "type", type, "message", message)));
    }

    private Container container(Ask ask, String id) {
        String token = ask.header("authorization")
                .filter(it -> it.startsWith("OAuth "))
                .orElseThrow(() -> new Refused("The header Authorization: OAuth is missing", true, false))
                .substring(6);
        Access access = new Access(tokens.alive(token, Host.FACEBOOK), people).may(Scope.PUBLISH);
        Container container = access.container(studio.find(id));
        if (!container.resumable) {
            throw new Refused("The container was not made for a resumable upload", true, false);
        }
        return container;
    }

    private void take(Ask ask, Container container) throws NotFetched {
        if (!container.awaitsBytes()) {
            throw new Refused("The upload is already complete", false, false);
        }
        if (ask.header("file_url").isPresent()) {
            long most = MediaChecks.largest(container.draft().kind());
            studio.uploaded(container, shelf.fetch(ask.header("file_url").orElseThrow(), most));
            return;
        }
        long offset = number(ask, "offset");
        long size = number(ask, "file_size");
        Kept kept = container.upload().orElseGet(() -> shelf.begin("video/mp4"));
        container.begin(kept);
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
        studio.uploaded(container, kept);
    }

    private static long number(Ask ask, String header) {
        return ask.header(header)
                .filter(it -> it.matches("\\d{1,15}"))
                .map(Long::parseLong)
                .orElseThrow(() -> new Refused("The header " + header + " is missing", true, false));
    }
}
