package planner.adapter.reddit;

import java.net.URI;
import java.time.Duration;
import planner.network.Environment;

/**
 * The apps registered with Reddit, and where Reddit lives.
 *
 * @param client asks people on Reddit's consent page
 * @param script a script app of the operator; without an id nobody can connect by password
 * @param spacing least time between two posts of one delivery
 */
record RedditApp(URI authorize, URI api, URI web, Client client, Client script, String operator, Duration spacing) {

    // the sheet of 2026-11: at least 60 s between two subreddits
    private static final int LEAST_SPACING = 60;
    private static final int SPACING = 90;
    private static final int MOST_SPACING = 3600;

    /** @param secret empty for an installed app */
    record Client(String id, String secret) {
        @Override
        public String toString() {
            return "Client[" + id + "]";
        }
    }

    static RedditApp from(Environment settings) {
        return new RedditApp(
                settings.url("authorize-url", "https://www.reddit.com", "where people consent and tokens are bought"),
                settings.url("api-url", "https://oauth.reddit.com", "the API"),
                settings.url("web-url", "https://www.reddit.com", "where posts are seen"),
                new Client(
                        settings.text("client-id", "", "client id of your web app; Reddit must have approved it"),
                        settings.secret("client-secret", "client secret of your web app")),
                new Client(
                        settings.text(
                                "script-client-id",
                                "",
                                "client id of your script app; only with it can its developers connect by password"),
                        settings.secret("script-client-secret", "client secret of your script app")),
                settings.text("operator", "", "your Reddit user name, which Reddit wants named in every request"),
                Duration.ofSeconds(settings.number(
                        "spacing-seconds",
                        SPACING,
                        LEAST_SPACING,
                        MOST_SPACING,
                        "seconds between the subreddits of one post")));
    }

    /** Reddit throttles or blocks agents that do not say what they are and whose. */
    String agent() {
        var id = client.id().isEmpty() ? script.id() : client.id();
        var whose = operator.isBlank() ? "self-hosted planner" : "by /u/" + operator.strip();
        return "server:planner." + (id.isEmpty() ? "unnamed" : id) + ":1 (" + whose + ")";
    }

    @Override
    public String toString() {
        return "RedditApp[" + api + "]";
    }
}
