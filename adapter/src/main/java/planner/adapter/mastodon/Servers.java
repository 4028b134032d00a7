package planner.adapter.mastodon;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import planner.adapter.kit.Call;
import planner.adapter.kit.NamedHost;
import planner.network.Environment;

/**
 * Which server a person means. The one of the settings is the operator's choice and trusted; every other one is reached
 * through the guard.
 *
 * @param suggested where the form begins; {@code null} = the person says it without help
 * @param appName what a server shows people as the app
 */
record Servers(@Nullable URI suggested, String appName) {
    static Servers of(Environment settings) {
        var suggested =
                settings.text("server-url", "", "Address of the server that the connect form suggests; empty = none");
        return new Servers(
                named(suggested).orElse(null),
                settings.text("app-name", "Planner", "Name under which this planner registers at a server"));
    }

    /** A name, an address, a profile's address or a whole handle; empty when none of them. */
    static Optional<URI> named(String typed) {
        var text = typed.strip();
        if (!text.contains("://")) {
            text = text.substring(text.lastIndexOf('@') + 1);
        }
        return NamedHost.address(text.replaceFirst("(?<=[^/])/+@.*", ""));
    }

    boolean trusted(URI server) {
        return suggested != null && NamedHost.same(suggested, server);
    }

    Call guarded(Call call) {
        return trusted(call.uri()) ? call : call.guard();
    }
}
