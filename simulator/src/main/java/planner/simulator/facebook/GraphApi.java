package planner.simulator.facebook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import planner.simulator.meta.FacebookLogin;
import planner.simulator.meta.GraphCall;
import planner.simulator.meta.GraphError;
import planner.simulator.meta.Host;
import planner.simulator.meta.Tokens;
import planner.simulator.meta.Tokens.Token;

/** What stands behind the door of graph.facebook.com: finds the node that a path means. */
final class GraphApi {
    private final Parts parts;
    private final Tokens tokens;
    private final People people;
    private final FacebookLogin.App app;

    record Parts(FacebookLogin login, PageEdges pages, VideoEdges videos, PostEdges posts, Insights insights) {}

    GraphApi(Parts parts, Tokens tokens, People people, FacebookLogin.App app) {
        this.parts = parts;
        this.tokens = tokens;
        this.people = people;
        this.app = app;
    }

    Object answer(GraphCall call, boolean versioned) {
        if (!versioned) {
            throw GraphError.wrong("A path without a version is served by the oldest one: name the version");
        }
        String path = call.method() + " " + String.join("/", call.path());
        if (path.equals("GET oauth/access_token")) {
            return parts.login().accessToken(call);
        }
        if (path.equals("GET debug_token")) {
            return parts.login().debug(call);
        }
        Token token = tokens.alive(call.token(), Host.FACEBOOK);
        call.proven(app.secret());
        return behindToken(call, token, path);
    }

    private Object behindToken(GraphCall call, Token token, String path) {
        String first = call.path().getFirst();
        String edge = String.join("/", call.path().subList(1, call.path().size()));
        if (path.equals("GET me/businesses")) {
            return businesses(call, token);
        }
        if (first.equals(People.BUSINESS)) {
            return ofBusiness(call, token, edge);
        }
        Optional<Page> page = people.page(first).filter(it -> it.id.equals(first));
        if (page.isPresent() && !edge.isEmpty()) {
            return edge(call, new Access(token), page.get(), edge);
        }
        if (parts.login().owns(call)) {
            return parts.login().answer(call, token);
        }
        return parts.posts().answer(call, new Access(token));
    }

    private Object edge(GraphCall call, Access access, Page page, String edge) {
        if (call.method().equals("GET") && edge.equals("insights")) {
            return parts.insights().ofPage(call, ofInsights(access, page));
        }
        return parts.videos()
                .answer(call, access, page, edge)
                .orElseGet(() -> parts.pages().answer(call, access, page, edge));
    }

    private static Page ofInsights(Access access, Page page) {
        access.of(page, page.id).may(Access.INSIGHTS).may(Access.READ);
        return page;
    }

    private static Object businesses(GraphCall call, Token token) {
        call.knows("fields", "limit", "after");
        if (!token.scopes().contains("business_management")) {
            throw GraphError.permission("business_management");
        }
        return Map.of("data", List.of(Map.of("id", People.BUSINESS, "name", "Kultura sp. z o.o.")));
    }

    private Object ofBusiness(GraphCall call, Token token, String edge) {
        if (!token.scopes().contains("business_management")) {
            throw GraphError.permission("business_management");
        }
        List<Page> pages = switch (call.method() + " " + edge) {
            case "GET owned_pages" -> people.ofBusiness();
            case "GET client_pages" -> List.of();
            default -> throw GraphError.unknownPath(edge);
        };
        return parts.login()
                .listed(
                        call,
                        "/" + People.BUSINESS + "/" + edge,
                        token,
                        pages.stream().map(Directory::shown).toList());
    }
}
