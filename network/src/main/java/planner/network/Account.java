package planner.network;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a network calls an account, page, chat or location that can be posted to.
 *
 * @param id the network's own stable id
 * @param name shown to people
 * @param handle user name without @, may be empty
 * @param avatar may expire; copied by the house
 * @param details further facts the adapter needs when publishing (host, subscription …); never secret
 */
public record Account(
        String id, String name, String handle, @Nullable URI avatar, Map<String, String> details) {
    public Account {
        details = Map.copyOf(details);
    }

    /** The same account with more known of it. */
    public Account with(Map<String, String> more) {
        var all = new HashMap<>(details);
        all.putAll(more);
        return new Account(id, name, handle, avatar, all);
    }
}
