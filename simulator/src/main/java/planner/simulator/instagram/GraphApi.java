package planner.simulator.instagram;

import java.util.regex.Pattern;
import planner.simulator.Journal;
import planner.simulator.meta.FacebookLogin;
import planner.simulator.meta.GraphCall;
import planner.simulator.meta.GraphDoor;
import planner.simulator.meta.GraphDoor.Usage;
import planner.simulator.meta.GraphError;
import planner.simulator.meta.Host;
import planner.simulator.meta.Tokens;

/** What stands behind the doors of graph.instagram.com and graph.facebook.com: finds the node that a path means. */
final class GraphApi {
    private static final Pattern SERVED = Pattern.compile("v2[1-6]\\.0");
    private static final String TITLE = "Instagram could not do this";

    private final Parts parts;
    private final Tokens tokens;
    private final People people;
    private final Apps apps;

    record Parts(InstagramLogin login, FacebookLogin facebook, AccountEdges accounts, MediaEdges media) {}

    GraphApi(Parts parts, Tokens tokens, People people, Apps apps) {
        this.parts = parts;
        this.tokens = tokens;
        this.people = people;
        this.apps = apps;
    }

    GraphDoor door(Host host, Usage usage, Journal journal) {
        String type = host == Host.INSTAGRAM ? "IGApiException" : "OAuthException";
        return new GraphDoor(new GraphDoor.Sign("instagram", host, SERVED, type, TITLE), usage, journal, this::answer);
    }

    private Object answer(GraphCall call, boolean versioned) {
        String tokenPath = call.method() + " " + String.join("/", call.path());
        if (call.host() == Host.INSTAGRAM) {
            if (tokenPath.equals("GET access_token")) {
                return parts.login().extend(call);
            }
            if (tokenPath.equals("GET refresh_access_token")) {
                return parts.login().refresh(call);
            }
        }
        if (!versioned) {
            throw GraphError.wrong("A path without a version is served by the oldest one: name the version");
        }
        if (call.host() == Host.FACEBOOK) {
            if (tokenPath.equals("GET oauth/access_token")) {
                return parts.facebook().accessToken(call);
            }
            if (tokenPath.equals("GET debug_token")) {
                return parts.facebook().debug(call);
            }
        }
        return behindToken(call);
    }

    private Object behindToken(GraphCall call) {
        Access access = new Access(tokens.alive(call.token(), call.host()), people);
        call.proven(call.host() == Host.INSTAGRAM ? apps.instagramSecret() : apps.facebookSecret());
        String first = call.path().getFirst();
        if (call.host() == Host.FACEBOOK && parts.facebook().owns(call)) {
            return parts.facebook().answer(call, access.token());
        }
        if (first.equals("me") || people.account(first).isPresent()) {
            return parts.accounts().answer(call, access, access.account(first));
        }
        return parts.media().answer(call, access);
    }
}
