package planner.network;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says how a component of an options record is shown and checked. A component is an enum, a boolean, a number, a text, a
 * record, a list of these, or a {@link Media}: a file that the person adds beside those of the parts (cover, captions). Its label, help and the labels of its values stand in
 * the adapter's own {@code messages} bundle as {@code option.<name>}, {@code option.<name>.help} and
 * {@code option.<name>.<value>}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Option {
    /** Formats that have this option; empty = all. Set for another one it is found by {@link Preflight}. */
    String[] formats() default {};

    /** The pick list of {@link ChoiceReader} that fills it; empty = none. */
    String choices() default "";

    /** Whether a value that is not in the pick list may be typed, too. */
    boolean others() default false;

    /** The value a new post begins with, as JSON; empty = none. */
    String initial() default "";

    /** Whether a person must choose before scheduling. */
    boolean required() default false;

    /** MIME types of a file; empty = any. */
    String[] types() default {};

    /** Least and most of a number, of a text's length, of a list's items, or of a file's bytes. */
    long min() default 0;

    long max() default Long.MAX_VALUE;

    /** What kind of time a text is; shown as a calendar and a clock. */
    Time time() default Time.NONE;

    /** Times as texts. */
    enum Time {
        /** No time. */
        NONE,
        /** A moment with its offset: {@code 2026-12-24T18:00:00+01:00}. */
        MOMENT,
        /** What the clock shows somewhere: {@code 2026-12-24T18:00}. */
        WALL,
        /** {@code 2026-12-24}. */
        DAY
    }

    /** Most characters of each item of a list of texts. */
    int itemMax() default Integer.MAX_VALUE;
}
