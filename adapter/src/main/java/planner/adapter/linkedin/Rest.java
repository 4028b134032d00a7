package planner.adapter.linkedin;

import java.net.URI;
import java.time.Clock;
import planner.adapter.kit.Call;
import planner.adapter.kit.Http;
import planner.adapter.kit.Reply;
import planner.network.NetworkException;

/** Calls of the versioned API: their headers, and what their answers mean. */
final class Rest {
    private final LinkedInApp app;
    private final Http http;
    private final Clock clock;

    Rest(LinkedInApp app, Http http, Clock clock) {
        this.app = app;
        this.http = http;
        this.clock = clock;
    }

    Clock clock() {
        return clock;
    }

    /** @param path with its query, encoded: Rest.li's own parentheses, commas and colons must stay as they are */
    URI uri(String path) {
        return URI.create(app.api().host() + path);
    }

    /** Of any host, without the headers of the API. */
    Reply plain(Call call) {
        return http.send(call);
    }

    Reply versioned(Call call, String token) {
        return http.send(call.header("LinkedIn-Version", app.api().version())
                .header("X-Restli-Protocol-Version", "2.0.0")
                .bearer(token));
    }

    Reply send(Call call, String token) {
        return checked(versioned(call, token));
    }

    Reply checked(Reply reply) {
        if (!reply.ok()) {
            throw new NetworkException(LinkedInFaults.of(reply, clock));
        }
        return reply;
    }
}
