package planner.adapter.instagram;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import planner.adapter.kit.Reply;
import planner.adapter.meta.GraphError;
import planner.adapter.meta.GraphFaults;
import planner.network.Fault;
import planner.network.Fault.Scope;

/** What an error of Meta's Graph API means for Instagram; error-codes reference as of 2026-06-02. */
final class InstagramFaults {
    private static final int SPAM_LIKE = 2207051;
    private static final int EXPIRED = 2207008;

    /** What {@code fault.<code>} has words for; of anything else the network's own words are told. */
    private static final Set<Integer> TOLD = Set.of(
            2207003, 2207004, 2207005, 2207009, 2207010, 2207023, 2207026, 2207028, 2207035, 2207036, 2207037, 2207040,
            2207052, 2207057, 2207077, 2207081, 100, 352, 803, 2500, 36000, 36001, 36003, 36004);

    /** A constant that Meta puts into the words of a plain 100. */
    private static final String NO_SUCH_PLACE = "INVALID_LOCATION_ID";

    // our own sentences: what the person can do; the bundle has them in other languages
    static final String QUOTA = "Instagram's number of posts for 24 hours is used up. It is tried again every hour.";
    private static final String RESTRICTED =
            "Instagram has restricted the account: open the app, follow its steps, then connect again.";

    private static final Pattern SUBCODE = Pattern.compile("\\b(2207\\d{3})\\b");

    static final GraphFaults GRAPH = new GraphFaults("Instagram", TOLD, InstagramFaults::own);

    private InstagramFaults() {}

    static Fault connecting(Reply reply) {
        return GRAPH.connecting(reply);
    }

    static Fault ofPost(Reply reply) {
        return GRAPH.ofPost(reply);
    }

    static Fault of(Reply reply) {
        return GRAPH.of(reply);
    }

    /** The object of the path does not exist, or not for this token. */
    static boolean missing(Reply reply) {
        return GraphError.in(reply).filter(GraphError::missing).isPresent();
    }

    private static Optional<Fault> own(GraphError error) {
        var words = error.words();
        if (error.message().contains(NO_SUCH_PLACE)) {
            return Optional.of(new Fault.Rejected("place", words));
        }
        return bySubcode(error.subcode(), words)
                .or(() -> Optional.ofNullable(
                        switch (error.code()) {
                            case 9 -> new Fault.Busy(GraphFaults.HOUR, Scope.CHANNEL, QUOTA);
                            case 24 -> new Fault.Unavailable(true, words);
                            case 9004, 9007 -> new Fault.Unavailable(false, words);
                            case 25 -> new Fault.Revoked(RESTRICTED);
                            default -> null;
                        }));
    }

    private static Optional<Fault> bySubcode(int subcode, String words) {
        return Optional.ofNullable(
                switch (subcode) {
                    // downloads and containers that failed for the moment, or are not ready: nothing is visible
                    case 2207003, 2207001, 2207032, 2207053, 2207082, 2207077, 2207052, 2207027 ->
                        new Fault.Unavailable(false, words);
                    // unknown to the publish call: published already, or expired; the container's status knows
                    case 2207006, EXPIRED, 2207020 -> new Fault.Unavailable(true, words);
                    // blocked, and sometimes done all the same; the publisher looks before it believes
                    case SPAM_LIKE -> GRAPH.spamLike();
                    case 2207042 -> new Fault.Busy(GraphFaults.HOUR, Scope.CHANNEL, QUOTA);
                    case 2207050 -> new Fault.Revoked(RESTRICTED);
                    default -> TOLD.contains(subcode) ? new Fault.Rejected("" + subcode, words) : null;
                });
    }

    static boolean spamLike(Reply reply) {
        return GraphError.in(reply)
                .filter(error -> error.subcode() == SPAM_LIKE)
                .isPresent();
    }

    /** A container that is named is unknown or too old. */
    static boolean expired(Reply reply) {
        return GraphError.in(reply).filter(error -> error.subcode() == EXPIRED).isPresent();
    }

    /** The subcode in the text of a container's status; 0 when there is none. */
    static int subcodeIn(String status) {
        var found = SUBCODE.matcher(status);
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }

    /** A container that failed, by the subcode in its status. */
    static Fault ofContainer(String status) {
        return bySubcode(subcodeIn(status), status).orElseGet(() -> failedForGood(status));
    }

    /** A container that failed and is not made again. */
    static Fault failedForGood(String status) {
        int subcode = subcodeIn(status);
        return new Fault.Rejected(TOLD.contains(subcode) ? "" + subcode : "container", status);
    }
}
