package planner.simulator.facebook;

import planner.simulator.meta.GraphError;
import planner.simulator.meta.Tokens.Kind;
import planner.simulator.meta.Tokens.Token;

/** What the token of one call may touch. */
final class Access {
    static final String SHOW = "pages_show_list";
    static final String READ = "pages_read_engagement";
    static final String POST = "pages_manage_posts";
    static final String ENGAGE = "pages_manage_engagement";
    static final String INSIGHTS = "read_insights";
    static final String METADATA = "pages_manage_metadata";

    private final Token token;

    Access(Token token) {
        this.token = token;
    }

    Token token() {
        return token;
    }

    Access may(String scope) {
        if (!token.scopes().contains(scope)) {
            throw GraphError.permission(scope);
        }
        return this;
    }

    /** A thing of a Page opens to that Page's token only. */
    Access of(Page page, String id) {
        if (token.kind() != Kind.PAGE) {
            throw GraphError.of(210, 0, "(#210) A page access token is required to request this resource.");
        }
        if (!token.subject().equals(page.id)) {
            throw GraphError.missing(id);
        }
        return this;
    }

    /** Who publishes needs a role on the Page besides the permission. */
    Access publishes(Page page) {
        of(page, page.id).may(POST);
        if (!page.writable()) {
            throw GraphError.of(200, 0, "(#200) You do not have sufficient permissions to post as this Page");
        }
        return this;
    }
}
