package planner.media;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.util.Timeout;
import planner.network.PublicAddress;

/**
 * Fetches what a stranger's address names. Only public addresses are reached, and the address that was checked is the
 * one connected to; a redirect is a new address that is checked anew.
 */
final class Fetch implements AutoCloseable {
    private static final int MOST_REDIRECTS = 5;
    private static final int LONGEST_ADDRESS = 2_048;
    private static final Timeout CONNECT = Timeout.ofSeconds(10);
    private static final Timeout SILENCE = Timeout.ofSeconds(30);

    private final CloseableHttpClient client;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("fetch-deadlines").factory());

    /** Finds the addresses of a host. */
    interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    /** Takes what came. */
    interface Taker<T> {
        T take(String name, InputStream in) throws IOException;
    }

    /** Why nothing came. */
    static final class Failed extends IOException {
        private static final long serialVersionUID = 1L;

        private final String rule;

        Failed(String rule, String detail) {
            super(detail);
            this.rule = rule;
        }

        /** {@code malformed}, {@code not-public} or {@code unreachable}. */
        String rule() {
            return rule;
        }
    }

    /** @param privateAllowed loopback and private networks too, as in the sandbox; never link-local ones */
    Fetch(boolean privateAllowed, Resolver resolver) {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnTotal(20)
                .setMaxConnPerRoute(4)
                .setDefaultConnectionConfig(
                        ConnectionConfig.custom().setConnectTimeout(CONNECT).build())
                .setDnsResolver(new Checked(privateAllowed, resolver))
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

    /** @param within all of it, redirects included */
    <T> T get(URI address, Duration within, Taker<T> taker) throws IOException {
        var until = System.nanoTime() + within.toNanos();
        var next = checked(address);
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            var here = next;
            var answer = exchange(here, until - System.nanoTime(), taker);
            if (answer.redirect().isEmpty()) {
                return answer.taken().orElseThrow(() -> new Failed("unreachable", "an empty answer"));
            }
            next = checked(here.resolve(answer.redirect().get()));
        }
        throw new Failed("unreachable", "too many redirects");
    }

    @Override
    public void close() throws IOException {
        deadlines.shutdownNow();
        client.close();
    }

    private record Answer<T>(Optional<URI> redirect, Optional<T> taken) {}

    private <T> Answer<T> exchange(URI address, long nanos, Taker<T> taker) throws IOException {
        if (nanos <= 0) {
            throw new Failed("unreachable", "took too long");
        }
        var request = new HttpGet(address);
        request.setHeader("Accept", "image/*, video/*, application/pdf;q=0.5");
        var deadline = deadlines.schedule(request::cancel, nanos, TimeUnit.NANOSECONDS);
        try {
            return client.execute(request, response -> answer(address, response, taker));
        } catch (NotPublic e) {
            throw new Failed("not-public", "not a public address");
        } catch (Unusable | MediaFolder.TooLarge | Failed e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new Failed("malformed", "not an address");
        } catch (IOException e) {
            throw new Failed("unreachable", "no connection");
        } finally {
            deadline.cancel(false);
        }
    }

    private static <T> Answer<T> answer(URI address, ClassicHttpResponse response, Taker<T> taker) throws IOException {
        int status = response.getCode();
        if (status >= 300 && status < 400) {
            var location = response.getFirstHeader("Location");
            if (location == null) {
                throw new Failed("unreachable", "answered " + status);
            }
            return new Answer<>(Optional.of(uri(location.getValue())), Optional.empty());
        }
        var entity = response.getEntity();
        if (status != 200 || entity == null) {
            throw new Failed("unreachable", "answered " + status);
        }
        var path = address.getPath();
        var name = path.substring(path.lastIndexOf('/') + 1);
        try (var in = entity.getContent()) {
            return new Answer<>(Optional.empty(), Optional.of(taker.take(name, in)));
        }
    }

    static URI uri(String text) throws Failed {
        try {
            return URI.create(text.strip());
        } catch (IllegalArgumentException e) {
            throw new Failed("malformed", "not an address");
        }
    }

    private static URI checked(URI address) throws Failed {
        var scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        boolean web = scheme.equals("http") || scheme.equals("https");
        if (!web
                || address.getHost() == null
                || address.getPort() > 65_535
                || address.getUserInfo() != null
                || address.getPath() == null
                || address.toString().length() > LONGEST_ADDRESS) {
            throw new Failed("malformed", "not an http address");
        }
        return address;
    }

    /** The client connects to what this returns, and to nothing else. */
    private record Checked(boolean privateAllowed, Resolver resolver) implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            var addresses = resolver.resolve(host);
            for (var address : addresses) {
                if (!PublicAddress.allows(address, privateAllowed)) {
                    throw new NotPublic();
                }
            }
            return addresses;
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    private static final class NotPublic extends UnknownHostException {
        private static final long serialVersionUID = 1L;
    }
}
