package planner.workspace;

import java.util.Locale;

/** What a caller may do in the workspace. API tokens carry the first two only. */
public enum Scope {
    READ,
    WRITE,
    /** People, tokens and the workspace itself: owners and admins who signed in with a password. */
    ADMIN;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
