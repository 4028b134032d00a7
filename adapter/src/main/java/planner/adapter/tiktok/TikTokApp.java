package planner.adapter.tiktok;

import java.net.URI;
import planner.adapter.kit.Apis;
import planner.network.Api;
import planner.network.Environment;

/**
 * The app registered with TikTok, and where TikTok lives.
 *
 * @param audited whether it may post for others than the owner of an account
 */
record TikTokApp(URI authorize, Api api, URI web, String clientKey, String clientSecret, boolean audited) {
    static TikTokApp from(Environment settings) {
        return new TikTokApp(
                settings.url("authorize-url", "https://www.tiktok.com", "where people consent"),
                Apis.versioned(
                        settings,
                        "",
                        "TikTok API",
                        settings.url("api-url", "https://open.tiktokapis.com", "the API"),
                        "v2"),
                settings.url("web-url", "https://www.tiktok.com", "where posts are seen"),
                settings.text("client-key", "", "client key of your app"),
                settings.secret("client-secret", "client secret of your app"),
                settings.text(
                                "audit",
                                "open",
                                "`passed` once TikTok has audited your app for posting; until then people are told that"
                                        + " their posts can be visible only to themselves")
                        .equals("passed"));
    }

    @Override
    public String toString() {
        return "TikTokApp[" + api.host() + "]";
    }
}
