package planner.adapter.threads;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import planner.adapter.kit.OAuth2Kit;
import planner.network.Credential;
import planner.network.Delivery;

/** The permissions that are asked for, and what takes which; documentation/threads/get-started. */
final class Scopes {
    static final String INSIGHTS = "threads_manage_insights";
    static final List<String> ALL = List.of(
            "threads_basic",
            "threads_content_publish",
            "threads_manage_replies",
            "threads_read_replies",
            INSIGHTS,
            "threads_location_tagging");

    private static final Set<String> NEEDED = Set.of("threads_basic", "threads_content_publish");

    private Scopes() {}

    static void demand(Credential credential) {
        demand(NEEDED, credential);
    }

    /** Half a thread must not go out for want of a permission; a first comment may stay away. */
    static void demand(Delivery delivery, Credential credential) {
        var options = ThreadsOptions.of(delivery);
        var wanted = new HashSet<String>();
        if (delivery.parts().size() > 1 || options.repliesOrEveryone() != ThreadsOptions.Replies.EVERYONE) {
            wanted.add("threads_manage_replies");
        }
        if (!options.locationOrEmpty().isEmpty()) {
            wanted.add("threads_location_tagging");
        }
        demand(wanted, credential);
    }

    /** What was granted is not always told: then the network's own word is waited for. */
    private static void demand(Set<String> wanted, Credential credential) {
        if (!credential.scopes().isEmpty()) {
            OAuth2Kit.demand(wanted, credential.scopes()::contains);
        }
    }

    static boolean has(String scope, Credential credential) {
        return credential.scopes().isEmpty() || credential.scopes().contains(scope);
    }
}
