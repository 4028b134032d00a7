package planner.adapter.x;

import java.net.URI;
import planner.network.Environment;

/**
 * The app registered with X and where X lives.
 *
 * @param clientSecret empty for a public client
 */
record XApp(URI authorize, URI api, URI web, String clientId, String clientSecret) {
    static XApp from(Environment settings) {
        return new XApp(
                settings.url("authorize-url", "https://x.com", "where people consent"),
                settings.url("api-url", "https://api.x.com", "the API"),
                settings.url("web-url", "https://x.com", "where posts are seen"),
                settings.text("client-id", "", "OAuth 2.0 client id of your app"),
                settings.secret("client-secret", "OAuth 2.0 client secret; empty for a public client"));
    }

    @Override
    public String toString() {
        return "XApp[" + api + "]";
    }
}
