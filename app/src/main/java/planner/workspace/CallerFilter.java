package planner.workspace;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds out who calls: by API token, else by session cookie, never by both. */
final class CallerFilter extends OncePerRequestFilter {
    private static final String BEARER = "Bearer ";

    private final RequestAttributeSecurityContextRepository contexts = new RequestAttributeSecurityContextRepository();
    private final Tokens tokens;
    private final Sessions sessions;
    private final boolean demo;

    CallerFilter(Tokens tokens, Sessions sessions, boolean demo) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.demo = demo;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI();
        return !path.startsWith("/api/") && !path.startsWith("/connect/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var signedIn = caller(request);
        if (signedIn.isPresent()) {
            var context = new SecurityContextImpl(signedIn.get());
            SecurityContextHolder.setContext(context);
            // the answer of a long request comes in a second pass through the filters
            contexts.saveContext(context, request, response);
        }
        chain.doFilter(request, response);
    }

    static boolean hasBearer(HttpServletRequest request) {
        var header = request.getHeader("Authorization");
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length());
    }

    static Optional<String> bearer(HttpServletRequest request) {
        return hasBearer(request)
                ? Optional.of(request.getHeader("Authorization")
                        .substring(BEARER.length())
                        .strip())
                : Optional.empty();
    }

    private Optional<CallerAuthentication> caller(HttpServletRequest request) {
        var locale = Languages.of(request);
        var bearer = bearer(request);
        if (bearer.isPresent()) {
            return tokens.caller(bearer.get(), locale, demo).map(caller -> new CallerAuthentication(caller, false));
        }
        return SessionCookie.read(request)
                .flatMap(secret -> sessions.caller(secret, locale))
                .map(caller -> new CallerAuthentication(caller, true));
    }
}
