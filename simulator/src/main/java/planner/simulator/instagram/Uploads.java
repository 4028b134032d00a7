package planner.simulator.instagram;

import java.util.Optional;
import planner.simulator.Journal;
import planner.simulator.instagram.Access.Scope;
import planner.simulator.media.MediaShelf;
import planner.simulator.media.MediaShelf.Kept;
import planner.simulator.meta.GraphError;
import planner.simulator.meta.Host;
import planner.simulator.meta.Rupload;
import planner.simulator.meta.Tokens;

/** Containers whose bytes are sent to the upload host. */
final class Uploads {
    private final Studio studio;
    private final Tokens tokens;
    private final People people;

    Uploads(Studio studio, Tokens tokens, People people) {
        this.studio = studio;
        this.tokens = tokens;
        this.people = people;
    }

    Rupload host(MediaShelf shelf, Journal journal) {
        return new Rupload("instagram", "ig-api-upload", shelf, journal, this::target);
    }

    private Rupload.Target target(String id, String token) {
        Access access = new Access(tokens.alive(token, Host.FACEBOOK), people).may(Scope.PUBLISH);
        Container container = access.container(studio.find(id));
        if (!container.resumable) {
            throw GraphError.wrong("The container was not made for a resumable upload");
        }
        return new Rupload.Target() {
            @Override
            public Optional<Kept> upload() {
                return container.upload();
            }

            @Override
            public boolean awaitsBytes() {
                return container.awaitsBytes();
            }

            @Override
            public long most() {
                return MediaChecks.largest(container.draft().kind());
            }

            @Override
            public void begin(Kept kept) {
                container.begin(kept);
            }

            @Override
            public void complete(Kept kept) {
                studio.uploaded(container, kept);
            }
        };
    }
}
