package planner.network;

import org.jspecify.annotations.Nullable;

/**
 * One result of preflight. The sentence for people comes from {@code finding.<rule>} of the message bundles with limit and
 * actual as {0} and {1}.
 *
 * @param rule stable id such as {@code text.too-long}
 * @param field what is to blame: {@code text}, {@code title}, {@code alt}, {@code media}, {@code format} or {@code options.<name>}
 * @param part index of the thread's post, from 0
 * @param media index of the medium within the part; {@code null} when none is to blame
 * @param limit the rule's number or set, as text with its unit; may be empty
 * @param actual what the post has, as text; may be empty
 */
public record Finding(
        Severity severity,
        String rule,
        String field,
        int part,
        @Nullable Integer media,
        String limit,
        String actual) {

    public static Finding error(String rule, String field, String limit, String actual) {
        return new Finding(Severity.ERROR, rule, field, 0, null, limit, actual);
    }

    public static Finding warning(String rule, String field, String limit, String actual) {
        return new Finding(Severity.WARNING, rule, field, 0, null, limit, actual);
    }

    /** What is good to know before scheduling, for example what it will cost; nothing is wrong. */
    public static Finding info(String rule, String field, String limit, String actual) {
        return new Finding(Severity.INFO, rule, field, 0, null, limit, actual);
    }

    /** Errors block scheduling, warnings and infos do not. */
    public enum Severity {
        ERROR,
        WARNING,
        INFO
    }
}
