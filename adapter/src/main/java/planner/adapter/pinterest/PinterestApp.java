package planner.adapter.pinterest;

import java.net.URI;
import planner.adapter.kit.Apis;
import planner.network.Api;
import planner.network.Environment;

/**
 * The app registered with Pinterest and where Pinterest lives.
 *
 * @param trial what an app makes with trial access is seen by nobody but its maker
 */
record PinterestApp(URI authorize, Api api, URI web, String clientId, String clientSecret, boolean trial) {
    private static final String STANDARD = "standard";

    static PinterestApp from(Environment settings) {
        return new PinterestApp(
                settings.url("authorize-url", "https://www.pinterest.com", "where people consent"),
                Apis.versioned(
                        settings,
                        "",
                        "Pinterest API",
                        settings.url("api-url", "https://api.pinterest.com", "the API"),
                        "v5"),
                settings.url("web-url", "https://www.pinterest.com", "where pins are seen"),
                settings.text("client-id", "", "app id of your app"),
                settings.secret("client-secret", "app secret of your app"),
                // the API tells nobody the level: every app begins with trial access
                !settings.text("access", "trial", "`standard` once Pinterest has granted your app standard access")
                        .strip()
                        .equalsIgnoreCase(STANDARD));
    }

    @Override
    public String toString() {
        return "PinterestApp[" + api.version() + "]";
    }
}
