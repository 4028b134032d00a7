package planner.adapter.x;

import java.net.URI;
import planner.adapter.kit.Apis;
import planner.network.Api;
import planner.network.Environment;

/**
 * The app registered with X and where X lives.
 *
 * @param api of posts, with its version
 * @param prices in US dollars, as the operator set them
 * @param clientSecret empty for a public client
 * @param consumerKey empty where nobody signs in by OAuth 1.0a
 */
record XApp(
        URI authorize,
        Api api,
        URI web,
        String clientId,
        String clientSecret,
        String consumerKey,
        String consumerSecret,
        XPrices prices) {
    static XApp from(Environment settings) {
        return new XApp(
                settings.url("authorize-url", "https://x.com", "where people consent"),
                Apis.versioned(settings, "", "X API", settings.url("api-url", "https://api.x.com", "the API"), "2"),
                settings.url("web-url", "https://x.com", "where posts are seen"),
                settings.text("client-id", "", "OAuth 2.0 client id of your app"),
                settings.secret("client-secret", "OAuth 2.0 client secret; empty for a public client"),
                settings.text("consumer-key", "", "OAuth 1.0a API key of your app; empty to offer OAuth 2.0 only"),
                settings.secret("consumer-secret", "OAuth 1.0a API key secret of your app"),
                XPrices.from(settings));
    }

    @Override
    public String toString() {
        return "XApp[" + api.host() + "]";
    }
}
