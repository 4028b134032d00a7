package planner.adapter.linkedin;

import java.net.URI;
import planner.adapter.kit.Apis;
import planner.network.Api;
import planner.network.Environment;

/**
 * The apps registered with LinkedIn and where LinkedIn lives. The Community Management API must be an app of its own, so
 * there are two pairs of credentials.
 *
 * @param repeats whether a member's post that was cut short is sent once more, because LinkedIn names the first one when
 *     it refuses the second as a duplicate
 */
record LinkedInApp(URI oauth, Api api, URI web, Client profile, Client pages, boolean repeats) {
    private static final String PROFILE = "openid profile w_member_social";
    private static final String PAGES = "r_basicprofile w_member_social w_organization_social r_organization_social"
            + " rw_organization_admin r_member_postAnalytics r_organization_followers"
            + " w_member_social_feed w_organization_social_feed r_organization_social_feed";

    /** @param scopes separated by spaces; LinkedIn refuses the whole consent for one that the app does not have */
    record Client(String id, String secret, String scopes) {
        @Override
        public String toString() {
            return "Client[" + id + "]";
        }
    }

    static LinkedInApp from(Environment settings) {
        return new LinkedInApp(
                settings.url("oauth-url", "https://www.linkedin.com", "where people consent and tokens are bought"),
                Apis.versioned(
                        settings,
                        "",
                        "Marketing API",
                        settings.url("api-url", "https://api.linkedin.com", "the API"),
                        Versions.DEFAULT,
                        Versions::sunset),
                settings.url("web-url", "https://www.linkedin.com", "where posts are seen"),
                new Client(
                        settings.text("client-id", "", "client id of the app for personal profiles"),
                        settings.secret("client-secret", "client secret of the app for personal profiles"),
                        settings.text("scopes", PROFILE, "scopes of the app for personal profiles")),
                new Client(
                        settings.text("pages-client-id", "", "client id of the Community Management app, for pages"),
                        settings.secret("pages-client-secret", "client secret of the Community Management app"),
                        settings.text("pages-scopes", PAGES, "scopes of the Community Management app")),
                settings.number(
                                "repeat-member-posts",
                                0,
                                0,
                                1,
                                "1 = a member's post whose answer was lost is sent once more, trusting LinkedIn to"
                                        + " refuse a duplicate; 0 = a person decides")
                        == 1);
    }

    @Override
    public String toString() {
        return "LinkedInApp[" + api.version() + "]";
    }
}
