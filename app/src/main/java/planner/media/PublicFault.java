package planner.media;

import java.util.Locale;

/** What keeps networks from fetching our files; the sentence about it and what to do are {@code public.<key>} and {@code public.<key>.do}. */
public enum PublicFault {
    NOT_HTTPS(true),
    PRIVATE(true),
    UNRESOLVED(true),
    UNREACHABLE(true),
    CERTIFICATE(true),
    CERTIFICATE_EXPIRED(true),
    REDIRECTS(true),
    /** A sign-in, a challenge for people, or a page that somebody else shows there. */
    PAGE_IN_FRONT(true),
    OTHER_INSTALLATION(true),
    WRONG_ANSWER(true),
    WRONG_TYPE(true),
    ALTERED(true),
    HEAD_REFUSED(false),
    RANGE_IGNORED(false),
    SLOW(false);

    private final boolean grave;

    PublicFault(boolean grave) {
        this.grave = grave;
    }

    /** Networks get nothing, or nothing they take; else they may stumble over large files. */
    public boolean grave() {
        return grave;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
