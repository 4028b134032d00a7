package planner.workspace;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Carries the caller through Spring Security. */
final class CallerAuthentication extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final transient Caller caller;

    /** What only a person in a browser may do, never a token: their own name, password and workspace. */
    static final String SELF = "SELF";

    CallerAuthentication(Caller caller, boolean browser) {
        super(Stream.concat(caller.scopes().stream().map(Scope::name), browser ? Stream.of(SELF) : Stream.empty())
                .map(SimpleGrantedAuthority::new)
                .toList());
        this.caller = caller;
        setAuthenticated(true);
    }

    @Override
    public Caller getPrincipal() {
        return caller;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
