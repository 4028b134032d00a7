package planner.workspace;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds out who calls: a bearer token. */
final class CallerFilter extends OncePerRequestFilter {
    private static final String BEARER = "Bearer ";

    private final Tokens tokens;

    CallerFilter(Tokens tokens) {
        this.tokens = tokens;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        caller(request)
                .ifPresent(caller ->
                        SecurityContextHolder.setContext(new SecurityContextImpl(new CallerAuthentication(caller))));
        chain.doFilter(request, response);
    }

    static boolean hasBearer(HttpServletRequest request) {
        var header = request.getHeader("Authorization");
        return header != null && header.startsWith(BEARER);
    }

    private Optional<Caller> caller(HttpServletRequest request) {
        var header = request.getHeader("Authorization");
        return header != null && header.startsWith(BEARER)
                ? tokens.caller(header.substring(BEARER.length()).strip(), request.getLocale())
                : Optional.empty();
    }
}
