package planner.simulator.instagram;

import java.util.Map;
import planner.simulator.meta.GraphError;
import planner.simulator.meta.Host;
import planner.simulator.meta.Tokens.Kind;
import planner.simulator.meta.Tokens.Token;

/** What the token of one call may touch. */
final class Access {
    private static final Map<Scope, String> INSTAGRAM = Map.of(
            Scope.READ, "instagram_business_basic",
            Scope.PUBLISH, "instagram_business_content_publish",
            Scope.COMMENT, "instagram_business_manage_comments",
            Scope.INSIGHT, "instagram_business_manage_insights");
    private static final Map<Scope, String> FACEBOOK = Map.of(
            Scope.READ, "instagram_basic",
            Scope.PUBLISH, "instagram_content_publish",
            Scope.COMMENT, "instagram_manage_comments",
            Scope.INSIGHT, "instagram_manage_insights");

    private final Token token;
    private final People people;

    Access(Token token, People people) {
        this.token = token;
        this.people = people;
    }

    enum Scope {
        READ,
        PUBLISH,
        COMMENT,
        INSIGHT
    }

    Access may(Scope scope) {
        String name = (token.host() == Host.INSTAGRAM ? INSTAGRAM : FACEBOOK).getOrDefault(scope, "none");
        if (!token.scopes().contains(name)) {
            throw GraphError.permission(name);
        }
        return this;
    }

    Token token() {
        return token;
    }

    /** The account of a path; {@code me} is the one of an Instagram token. */
    Account account(String id) {
        boolean me = id.equals("me") && token.host() == Host.INSTAGRAM;
        Account account = people.account(me ? token.subject() : id).orElseThrow(() -> GraphError.missing(id));
        return mine(account, id);
    }

    Post post(String id) {
        Post post = people.post(id).filter(it -> it.id.equals(id)).orElseThrow(() -> GraphError.missing(id));
        mine(post.account, id);
        return post;
    }

    Container container(Container container) {
        mine(container.account, container.id);
        return container;
    }

    private Account mine(Account account, String id) {
        boolean reached = token.host() == Host.INSTAGRAM
                ? token.subject().equals(account.id)
                : people.owner.pages().stream()
                        .filter(it -> token.kind() != Kind.PAGE || it.id().equals(token.subject()))
                        .anyMatch(it -> it.instagram() == account);
        if (!reached) {
            throw GraphError.missing(id);
        }
        return account;
    }
}
