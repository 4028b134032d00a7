package planner.workspace;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** API tokens: shown once, kept as a hash, bound to one workspace. */
@Service
@Transactional
public class Tokens {
    static final String PREFIX = "pln_";

    private final TokenStore store;
    private final Clock clock;

    Tokens(TokenStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The only moment at which the token itself is known. */
    public Created create(WorkspaceId workspace, PersonId person, String name, Set<Scope> scopes) {
        var secret = PREFIX + Secrets.random();
        var token = store.insert(workspace, person, name, Secrets.hash(secret), scopes, clock.instant());
        return new Created(token, secret);
    }

    @Transactional(readOnly = true)
    List<Token> all(WorkspaceId workspace) {
        return store.all(workspace);
    }

    void delete(WorkspaceId workspace, UUID id) {
        if (!store.delete(workspace, id)) {
            throw Problem.notFound();
        }
    }

    /** The demo's tokens open nothing outside a demo, and the token of who left opens nothing. */
    Optional<Caller> caller(String secret, Locale locale, boolean demo) {
        if (!secret.startsWith(PREFIX)) {
            return Optional.empty();
        }
        var hash = Secrets.hash(secret);
        var caller = store.caller(hash, locale, demo);
        caller.ifPresent(found -> store.used(hash, clock.instant()));
        return caller;
    }

    public record Created(Token token, String secret) {
        @Override
        public String toString() {
            return "Created[" + token + "]";
        }
    }
}
