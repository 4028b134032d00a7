package planner.adapter.threads;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import planner.adapter.kit.Reply;
import planner.adapter.meta.GraphError;
import planner.adapter.meta.GraphFaults;
import planner.network.Fault;
import planner.network.Fault.Scope;

/** What an error of Threads means; documentation/threads/troubleshooting as of 2026-07-29 and codes seen in practice. */
final class ThreadsFaults {
    /** The network could not get at a file. */
    static final String FETCH = "fetch";

    static final String GONE = "gone";
    static final String UNKNOWN_CONTAINER = "4279009";

    private static final int NOT_FOUND = 4279009;
    private static final int RESTRICTED = 4279013;
    private static final int BLOCKED = 2207051;
    private static final int FULL = 2207042;
    private static final String BROKEN_DOWNLOAD = "FAILED_DOWNLOADING_VIDEO";

    /** Constants that stand in the words of an error. */
    private static final Map<String, String> CONSTANTS = Map.of(
            "THREADS_API__LINK_LIMIT_EXCEEDED", "link-limit",
            "THREADS_API__FEATURE_NOT_AVAILABLE", "feature",
            "GEO_GATING_INVALID_COUNTRY_CODES", "countries");

    /** No code of its own: an address that gives no file is known by the words only. */
    private static final Pattern UNFETCHED =
            Pattern.compile("(?i)(fetch|download|retriev)\\w*.*\\b(media|image|video|ur[il])|"
                    + "\\b(media|image|video|ur[il])\\b.*(fetch|download|retriev)");

    private static final Pattern TOO_LONG = Pattern.compile("(?i)\\b500 characters");
    private static final Pattern FULL_DAY = Pattern.compile("(?i)\\bquota\\b|publishing limit|maximum number of posts");

    /** What {@code fault.<word>} has words for. */
    private static final Set<String> WORDS = Set.of(
            BROKEN_DOWNLOAD,
            "FAILED_PROCESSING_AUDIO",
            "FAILED_PROCESSING_VIDEO",
            "INVALID_ASPEC_RATIO",
            "INVALID_BIT_RATE",
            "INVALID_DURATION",
            "INVALID_FRAME_RATE",
            "INVALID_AUDIO_CHANNELS",
            "INVALID_AUDIO_CHANNEL_LAYOUT");

    static final GraphFaults GRAPH = new GraphFaults("Threads", Set.of(100), ThreadsFaults::own);

    private ThreadsFaults() {}

    static Fault of(Reply reply) {
        return GRAPH.of(reply);
    }

    static Fault ofPost(Reply reply) {
        return GRAPH.ofPost(reply);
    }

    private static Optional<Fault> own(GraphError error) {
        var words = error.words();
        var all = words + "\n" + error.message();
        return Optional.<Fault>ofNullable(
                        switch (error.subcode()) {
                            case NOT_FOUND -> new Fault.Unavailable(true, words);
                            case RESTRICTED -> new Fault.Rejected("" + RESTRICTED, words);
                            case BLOCKED -> GRAPH.spamLike();
                            case FULL -> new Fault.Busy(GraphFaults.HOUR, Scope.CHANNEL, words);
                            default -> null;
                        })
                .or(() -> error.code() == 9 ? full(words) : error.code() == 24 ? late(words) : Optional.empty())
                .or(() -> constant(all, words))
                .or(() -> error.missing() || error.code() != 100 ? Optional.empty() : content(all, words));
    }

    private static Optional<Fault> full(String words) {
        return Optional.of(new Fault.Busy(GraphFaults.HOUR, Scope.CHANNEL, words));
    }

    private static Optional<Fault> late(String words) {
        return Optional.of(new Fault.Unavailable(true, words));
    }

    private static Optional<Fault> constant(String all, String words) {
        return CONSTANTS.entrySet().stream()
                .filter(constant -> all.contains(constant.getKey()))
                .findFirst()
                .map(constant -> new Fault.Rejected(constant.getValue(), words));
    }

    private static Optional<Fault> content(String all, String words) {
        if (FULL_DAY.matcher(all).find()) {
            return full(words);
        }
        if (TOO_LONG.matcher(all).find()) {
            return Optional.of(new Fault.Rejected("text", words));
        }
        return UNFETCHED.matcher(all).find() ? Optional.of(new Fault.Rejected(FETCH, words)) : Optional.empty();
    }

    /** Said of a container that is not visible yet or was published already. */
    static boolean unknownContainer(Reply reply) {
        return GraphError.in(reply)
                .filter(error -> error.subcode() == NOT_FOUND || error.code() == 24)
                .isPresent();
    }

    /** "Blocked" is said of Instagram's posts that are out, too. */
    static boolean blocked(Reply reply) {
        return GraphError.in(reply).filter(error -> error.subcode() == BLOCKED).isPresent();
    }

    /** The object of the path does not exist, or not for this token. */
    static boolean missing(Reply reply) {
        return GraphError.in(reply).filter(GraphError::missing).isPresent();
    }

    /** Whether a container that failed with this word may be made again. */
    static boolean passing(String word) {
        return word.equals(BROKEN_DOWNLOAD) || !WORDS.contains(word);
    }

    static Fault ofContainer(String word) {
        return new Fault.Rejected(WORDS.contains(word) ? word : "container", word.isEmpty() ? "UNKNOWN" : word);
    }
}
