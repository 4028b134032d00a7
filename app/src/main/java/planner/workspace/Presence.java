package planner.workspace;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Whether whoever opened something that lasts still may: asked again when the request is long gone. */
@Component
public class Presence {
    private final Tokens tokens;
    private final Sessions sessions;
    private final Installation installation;

    Presence(Tokens tokens, Sessions sessions, Installation installation) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.installation = installation;
    }

    /** @param caller who came with this request */
    public BooleanSupplier of(HttpServletRequest request, Caller caller) {
        var bearer = CallerFilter.bearer(request);
        var cookie = SessionCookie.read(request);
        return () -> {
            try {
                return again(bearer, cookie, caller)
                        .filter(now -> now.workspace().equals(caller.workspace()))
                        .filter(now -> now.scopes().contains(Scope.READ))
                        .isPresent();
            } catch (DataAccessException | TransactionException e) {
                // the database is away for a moment: that is no sign-out
                return true;
            }
        };
    }

    private Optional<Caller> again(Optional<String> bearer, Optional<String> cookie, Caller caller) {
        return bearer.isPresent()
                ? tokens.caller(bearer.get(), caller.locale(), installation.demo())
                : cookie.flatMap(secret -> sessions.stillThere(secret, caller.locale()));
    }
}
