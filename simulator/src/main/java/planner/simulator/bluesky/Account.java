package planner.simulator.bluesky;

import java.util.List;

/** Somebody on this server. */
record Account(String did, String handle, String name, String password) {
    static final List<Account> ALL = List.of(
            new Account("did:plc:sandboxadalovelace000000", "ada.bsky.sandbox", "Ada's Bakery", "ada1-pass-word-demo"),
            new Account("did:plc:sandboxgracehopper000000", "grace.bsky.sandbox", "Grace", "grac-pass-word-demo"));
}
