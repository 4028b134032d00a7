package planner.simulator.threads;

import planner.simulator.meta.GraphError;
import planner.simulator.meta.Tokens.Token;

/** What the token of one call may touch. */
final class Access {
    private final Token token;
    private final People people;

    Access(Token token, People people) {
        this.token = token;
        this.people = people;
    }

    enum Scope {
        READ("threads_basic"),
        PUBLISH("threads_content_publish"),
        REPLY("threads_manage_replies"),
        REPLIES("threads_read_replies"),
        INSIGHT("threads_manage_insights"),
        DELETE("threads_delete"),
        PLACE("threads_location_tagging");

        final String scope;

        Scope(String scope) {
            this.scope = scope;
        }
    }

    Access may(Scope wanted) {
        if (!token.scopes().contains(wanted.scope)) {
            throw GraphError.permission(wanted.scope);
        }
        return this;
    }

    Profile me() {
        return people.profile(token.subject()).orElseThrow(() -> GraphError.missing(token.subject()));
    }

    /** The profile of a path: only one's own. */
    Profile profile(String id) {
        if (!id.equals("me") && !id.equals(token.subject())) {
            throw GraphError.missing(id);
        }
        return me();
    }

    Post post(String id) {
        return people.post(id)
                .filter(it -> it.id.equals(id) && it.profile == me())
                .orElseThrow(() -> GraphError.missing(id));
    }

    /** Any post that can be seen, to be answered or quoted. */
    Post seen(String id) {
        return people.post(id).filter(it -> it.id.equals(id)).orElseThrow(() -> GraphError.missing(id));
    }

    Container container(Container container) {
        if (container.profile != me()) {
            throw GraphError.missing(container.id);
        }
        return container;
    }
}
