package planner.simulator.linkedin;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The two apps that are registered: one that anybody gets, and one that LinkedIn has looked at. */
final class Apps {
    static final App SELF_SERVE = new App(
            "77sandboxshare",
            "sandbox-linkedin-secret",
            Set.of("openid", "profile", "email", "w_member_social"),
            false,
            150,
            100_000);
    /** Standard tier, whose numbers only its owner sees. */
    static final App COMMUNITY = new App(
            "77sandboxpages",
            "sandbox-linkedin-pages-secret",
            Set.of(
                    "r_basicprofile",
                    "w_member_social",
                    "w_organization_social",
                    "r_organization_social",
                    "rw_organization_admin",
                    "r_organization_admin",
                    "r_member_postAnalytics",
                    "r_member_profileAnalytics",
                    "r_organization_followers",
                    "r_1st_connections_size",
                    "w_member_social_feed",
                    "r_member_social_feed",
                    "w_organization_social_feed",
                    "r_organization_social_feed"),
            true,
            20_000,
            500_000);

    private static final List<App> ALL = List.of(SELF_SERVE, COMMUNITY);

    private Apps() {}

    /**
     * @param products the scopes of its products
     * @param refreshes whether it may renew tokens without the member
     * @param ofMember calls a day for each member
     * @param ofApp calls a day
     */
    record App(String id, String secret, Set<String> products, boolean refreshes, int ofMember, int ofApp) {
        @Override
        public String toString() {
            return "App[" + id + "]";
        }
    }

    static Optional<App> find(String id) {
        return ALL.stream().filter(it -> it.id().equals(id)).findFirst();
    }
}
