package planner;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import planner.workspace.Installation;

/**
 * A browser that comes by another name of this machine goes to the public one: networks send it back there, and the
 * cookie of one name is unknown at the other.
 */
@Component
class OneName extends OncePerRequestFilter {
    private final URI home;

    OneName(Installation installation) {
        this.home = installation.publicUrl();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        var host = request.getServerName();
        return !"GET".equals(request.getMethod())
                || accept == null
                || !accept.contains("text/html")
                || request.getServerPort() != home.getPort()
                || host.equals(home.getHost())
                || !Addresses.loopback(host)
                || !Addresses.loopback(home.getHost());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var query = request.getQueryString();
        response.setStatus(HttpServletResponse.SC_TEMPORARY_REDIRECT);
        response.setHeader(HttpHeaders.LOCATION, home + request.getRequestURI() + (query == null ? "" : "?" + query));
    }
}
