package planner.simulator;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import planner.simulator.Faults.Fault;
import planner.simulator.Faults.Kind;

/** The one door of the simulator: finds the network, lets faults strike, and writes the answer. */
final class Front {
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,15})-(\\d{0,15})");

    private final World world;
    private final Faults faults;
    private final Map<String, Site> sites;
    private final AdminPages admin;

    Front(World world, Faults faults, Map<String, Site> sites) {
        this.world = world;
        this.faults = faults;
        this.sites = sites;
        this.admin = new AdminPages(world, faults, sites);
    }

    void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            int end = path.indexOf('/', 1);
            Site site = sites.get(end < 0 ? path.substring(1) : path.substring(1, end));
            if (site == null) {
                write(exchange, admin.answer(ask(exchange, path)));
                return;
            }
            Ask ask = ask(exchange, end < 0 ? "/" : path.substring(end));
            boolean api = site.api(ask);
            Optional<Answer> answer = api ? struck(site, ask) : Optional.of(site.answer(ask));
            // What is not read would be taken for the beginning of the next request.
            exchange.getRequestBody().readAllBytes();
            world.journal().note(site.name(), ask, answer.map(Answer::status).orElse(0), api);
            if (answer.isPresent()) {
                write(exchange, answer.get());
            }
        }
    }

    private static Ask ask(HttpExchange exchange, String path) {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        return new Ask(
                exchange.getRequestMethod(),
                path,
                exchange.getRequestURI().getRawQuery(),
                headers,
                exchange.getRequestBody());
    }

    /** Empty when the connection shall be cut. */
    private Optional<Answer> struck(Site site, Ask ask) throws IOException {
        LockSupport.parkNanos(faults.latency().toNanos());
        Optional<Fault> fault = faults.take(site.name(), ask);
        if (fault.isEmpty()) {
            return Optional.of(site.answer(ask));
        }
        Fault found = fault.get();
        if (found.kind() == Kind.REVOKED) {
            site.revoke();
        }
        if (found.kind() == Kind.SLOW) {
            LockSupport.parkNanos(found.length().toNanos());
        }
        return switch (found.kind()) {
            case CUT_BEFORE -> Optional.empty();
            case ERROR_BEFORE -> Optional.of(site.broken(ask));
            case THROTTLED -> Optional.of(site.throttled(ask, found.length()));
            case CUT_AFTER -> {
                site.answer(ask);
                yield Optional.empty();
            }
            case ERROR_AFTER -> {
                site.answer(ask);
                yield Optional.of(site.broken(ask));
            }
            case LIE -> Optional.of(site.lie(ask, site.answer(ask)));
            case SLOW, REVOKED -> Optional.of(site.answer(ask));
        };
    }

    private static void write(HttpExchange exchange, Answer answer) throws IOException {
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        if (answer.file() != null) {
            writeFile(exchange, answer.file(), head);
            return;
        }
        byte[] body = answer.body();
        exchange.sendResponseHeaders(answer.status(), head || body.length == 0 ? -1 : body.length);
        if (!head && body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    /** A browser plays a video only where it may ask for parts of it. */
    private static void writeFile(HttpExchange exchange, Path file, boolean head) throws IOException {
        long size = Files.size(file);
        String asked = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Range"))
                .orElse("");
        Matcher range = RANGE.matcher(asked);
        boolean part = range.matches() && Long.parseLong(range.group(1)) < size;
        long from = part ? Long.parseLong(range.group(1)) : 0;
        long last = part && !range.group(2).isEmpty() ? Math.min(Long.parseLong(range.group(2)), size - 1) : size - 1;
        if (part) {
            exchange.getResponseHeaders().set("Content-Range", "bytes " + from + "-" + last + "/" + size);
        }
        exchange.sendResponseHeaders(part ? 206 : 200, head || size == 0 ? -1 : last - from + 1);
        if (head || size == 0) {
            return;
        }
        try (InputStream in = Files.newInputStream(file);
                OutputStream out = exchange.getResponseBody()) {
            in.skipNBytes(from);
            copy(in, out, last - from + 1);
        }
    }

    private static void copy(InputStream in, OutputStream out, long length) throws IOException {
        byte[] some = new byte[1 << 16];
        long rest = length;
        while (rest > 0) {
            int read = in.read(some, 0, (int) Math.min(some.length, rest));
            if (read < 0) {
                return;
            }
            out.write(some, 0, read);
            rest -= read;
        }
    }
}
