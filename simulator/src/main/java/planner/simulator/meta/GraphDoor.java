package planner.simulator.meta;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import planner.simulator.Answer;
import planner.simulator.Ask;
import planner.simulator.Journal;

/** The door of one host of the Graph API: reads the call, checks its version, and puts errors and usage into Meta's shape. */
public final class GraphDoor {
    private static final Pattern VERSION = Pattern.compile("v\\d{1,2}\\.\\d");

    private final Sign sign;
    private final Usage usage;
    private final Journal journal;
    private final Behind behind;

    /**
     * @param network whose violations they are
     * @param served the versions that live
     * @param errorType what the host calls its exceptions
     * @param errorTitle what people read above an error
     */
    public record Sign(String network, Host host, Pattern served, String errorType, String errorTitle) {}

    /** What a call leads to; @param versioned whether its path named a version */
    public interface Behind {
        Object answer(GraphCall call, boolean versioned);
    }

    public GraphDoor(Sign sign, Usage usage, Journal journal, Behind behind) {
        this.sign = sign;
        this.usage = usage;
        this.journal = journal;
        this.behind = behind;
    }

    /** @param path after the host */
    public Answer answer(Ask ask, List<String> path) {
        try {
            boolean versioned =
                    !path.isEmpty() && VERSION.matcher(path.getFirst()).matches();
            if (versioned && !sign.served().matcher(path.getFirst()).matches()) {
                throw GraphError.of(2635, 0, "(#2635) You are calling a deprecated version of the API");
            }
            GraphCall call = GraphCall.read(sign.host(), ask, versioned ? path.subList(1, path.size()) : path);
            if (call.path().isEmpty()) {
                throw GraphError.unknownPath("");
            }
            return usage.told(Answer.json(200, behind.answer(call, versioned)));
        } catch (GraphError e) {
            if (e.violation()) {
                journal.violation(sign.network(), ask, e.text());
            }
            return usage.told(error(e));
        }
    }

    public Answer error(GraphError error) {
        return Answer.json(error.status(), error.json(sign.errorType(), sign.errorTitle(), usage.trace()));
    }

    /** How many calls were made, as the headers of every answer tell it. */
    public static final class Usage {
        private static final int CALLS = 2_000;

        private final String type;
        private final String subject;
        private final AtomicLong calls = new AtomicLong();

        /** @param type of the business use case; @param subject whose calls are counted */
        public Usage(String type, String subject) {
            this.type = type;
            this.subject = subject;
        }

        private Answer told(Answer answer) {
            long percent = Math.min(99, calls.incrementAndGet() % CALLS * 100 / CALLS) / 2;
            return answer.with(
                            "X-App-Usage",
                            "{\"call_count\":%1$d,\"total_time\":%1$d,\"total_cputime\":%1$d}".formatted(percent))
                    .with("X-Business-Use-Case-Usage", business(percent, 0));
        }

        /** Too many calls: so many minutes until they are welcome again. */
        public Answer full(Answer answer, long minutes) {
            return answer.with("X-App-Usage", "{\"call_count\":100,\"total_time\":40,\"total_cputime\":35}")
                    .with("X-Business-Use-Case-Usage", business(100, minutes));
        }

        private String business(long percent, long minutes) {
            return ("{\"%s\":[{\"type\":\"%s\",\"call_count\":%3$d,\"total_cputime\":%3$d,\"total_time\":%3$d,"
                            + "\"estimated_time_to_regain_access\":%4$d}]}")
                    .formatted(subject, type, percent, minutes);
        }

        private String trace() {
            return "A" + Long.toString(calls.get() + 4_242_424_242L, 36);
        }
    }
}
