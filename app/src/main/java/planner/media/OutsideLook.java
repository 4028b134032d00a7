package planner.media;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.CertificateExpiredException;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpHead;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import planner.network.PublicAddress;

/**
 * Fetches a probe as networks fetch files: by the outside name, without redirects, in pieces. Unlike {@link Fetch} it goes
 * to whatever address the name leads to, for the one who runs the house named it, and a private one is what it looks for;
 * never where clouds keep their secrets.
 */
final class OutsideLook implements AutoCloseable {
    private static final Timeout CONNECT = Timeout.ofSeconds(5);
    private static final Timeout SILENCE = Timeout.ofSeconds(15);
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final Duration SLOW = Duration.ofSeconds(5);
    private static final int FROM = 100;
    private static final int TO = 299;
    private static final int MOST = 256 * 1024;

    private final Fetch.Resolver resolver;
    private final LongSupplier nanos;
    private final CloseableHttpClient client;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("public-check-deadlines").factory());

    /** @param nanos a clock that only goes forward */
    OutsideLook(Fetch.Resolver resolver, SSLContext trust, LongSupplier nanos) {
        this.resolver = resolver;
        this.nanos = nanos;
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDefaultConnectionConfig(
                        ConnectionConfig.custom().setConnectTimeout(CONNECT).build())
                .setTlsSocketStrategy(new DefaultClientTlsStrategy(trust))
                .setDnsResolver(new Known(resolver))
                .build();
        client = HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(SILENCE)
                        .setConnectionRequestTimeout(CONNECT)
                        .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .setUserAgent("planner")
                .build();
    }

    /** @return what is wrong, the gravest first */
    List<PublicFault> at(URI home, ProbeLink probe) {
        var faults = EnumSet.noneOf(PublicFault.class);
        if (!"https".equals(home.getScheme())) {
            faults.add(PublicFault.NOT_HTTPS);
        }
        if (mayBeAsked(home.getHost(), faults)) {
            ask(probe.at(home), probe, faults);
        }
        return List.copyOf(faults);
    }

    private boolean mayBeAsked(String host, Set<PublicFault> faults) {
        try {
            var addresses = List.of(resolver.resolve(host));
            if (!addresses.stream().allMatch(PublicAddress::is)) {
                faults.add(PublicFault.PRIVATE);
            }
            return addresses.stream().noneMatch(PublicAddress::isNever);
        } catch (UnknownHostException e) {
            faults.add(PublicFault.UNRESOLVED);
            return false;
        }
    }

    private void ask(URI address, ProbeLink probe, Set<PublicFault> faults) {
        try {
            long begun = nanos.getAsLong();
            var whole = exchange(new HttpGet(address));
            if (Duration.ofNanos(nanos.getAsLong() - begun).compareTo(SLOW) > 0) {
                faults.add(PublicFault.SLOW);
            }
            if (isOurs(whole, probe, faults)) {
                head(exchange(new HttpHead(address)), probe, faults);
                var piece = new HttpGet(address);
                piece.setHeader("Range", "bytes=" + FROM + "-" + TO);
                range(exchange(piece), probe, faults);
            }
        } catch (SSLException e) {
            faults.add(expired(e) ? PublicFault.CERTIFICATE_EXPIRED : PublicFault.CERTIFICATE);
        } catch (IOException e) {
            faults.add(PublicFault.UNREACHABLE);
        }
    }

    /** Whether it is worth looking closer. */
    private static boolean isOurs(Answer answer, ProbeLink probe, Set<PublicFault> faults) {
        if (answer.status() >= 300 && answer.status() < 400) {
            faults.add(PublicFault.REDIRECTS);
            return false;
        }
        if (answer.status() == 401 || answer.status() == 407 || answer.type().equals("text/html")) {
            faults.add(PublicFault.PAGE_IN_FRONT);
            return false;
        }
        if (answer.status() == 404 && answer.type().equals("application/problem+json")) {
            faults.add(PublicFault.OTHER_INSTALLATION);
            return false;
        }
        if (answer.status() != 200) {
            faults.add(PublicFault.WRONG_ANSWER);
            return false;
        }
        if (!answer.type().equals(ProbeLink.TYPE)) {
            faults.add(PublicFault.WRONG_TYPE);
        }
        if (!Arrays.equals(answer.body(), probe.bytes())) {
            faults.add(PublicFault.ALTERED);
        }
        return true;
    }

    private static void head(Answer answer, ProbeLink probe, Set<PublicFault> faults) {
        if (answer.status() != 200 || answer.length() != probe.bytes().length) {
            faults.add(PublicFault.HEAD_REFUSED);
        }
    }

    private static void range(Answer answer, ProbeLink probe, Set<PublicFault> faults) {
        var wanted = Arrays.copyOfRange(probe.bytes(), FROM, TO + 1);
        boolean right = answer.status() == 206
                && answer.range().equals("bytes " + FROM + "-" + TO + "/" + probe.bytes().length)
                && Arrays.equals(answer.body(), wanted);
        if (!right && !faults.contains(PublicFault.ALTERED)) {
            faults.add(PublicFault.RANGE_IGNORED);
        }
    }

    /** @param length what the header says; -1 = nothing */
    private record Answer(int status, String type, String range, long length, byte[] body) {}

    private Answer exchange(HttpUriRequestBase request) throws IOException {
        request.setHeader("Accept", "*/*");
        var deadline = deadlines.schedule(request::cancel, LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return client.execute(request, OutsideLook::answer);
        } finally {
            deadline.cancel(false);
        }
    }

    private static Answer answer(ClassicHttpResponse response) throws IOException {
        var entity = response.getEntity();
        var length = value(response.getFirstHeader("Content-Length"));
        byte[] body = {};
        if (entity != null) {
            try (var in = entity.getContent()) {
                body = in.readNBytes(MOST);
            }
        }
        return new Answer(
                response.getCode(),
                value(response.getFirstHeader("Content-Type"))
                        .split(";", 2)[0]
                        .strip()
                        .toLowerCase(Locale.ROOT),
                value(response.getFirstHeader("Content-Range")),
                length.matches("\\d{1,18}") ? Long.parseLong(length) : -1,
                body);
    }

    private static String value(@Nullable Header header) {
        return header == null || header.getValue() == null ? "" : header.getValue();
    }

    private static boolean expired(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateExpiredException) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        deadlines.shutdownNow();
        client.close();
    }

    /** Asked again when it connects: a name may lead elsewhere by then. */
    private record Known(Fetch.Resolver resolver) implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            var addresses = resolver.resolve(host);
            if (Arrays.stream(addresses).anyMatch(PublicAddress::isNever)) {
                throw new UnknownHostException("no address for this");
            }
            return addresses;
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
