package planner.adapter.kit;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import planner.network.PublicAddress;

/**
 * Pooled blocking connections. A guarded call reaches public addresses only ({@link PublicAddress}), checked on the very
 * address that is connected to, so that a name cannot be rebound between check and use.
 */
public final class ApacheTransport implements Transport, AutoCloseable {
    private static final Timeout CONNECT = Timeout.ofSeconds(10);
    /** Set as soon as a request has its connection: before that nothing can have been sent, whatever goes wrong. */
    private static final String CONNECTED = "planner.connected";

    private static final int LARGEST_ANSWER = 8 * 1024 * 1024;

    private final CloseableHttpClient open;
    private final CloseableHttpClient guarded;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("http-deadlines").factory());

    /**
     * @param privateHosts whether hosts that users name may be private or loopback (the sandbox, a home server)
     * @param atOnce how many requests may be on their way at once; one more waits for a connection
     */
    public ApacheTransport(boolean privateHosts, int atOnce) {
        open = client(SystemDefaultDnsResolver.INSTANCE, atOnce);
        guarded = client(new Guard(privateHosts), atOnce);
    }

    @Override
    public Reply send(Call call) throws IOException {
        var request = sendable(call);
        var context = HttpClientContext.create();
        var deadline = deadlines.schedule(request::cancel, call.deadline().toMillis(), TimeUnit.MILLISECONDS);
        try {
            return (call.guarded() ? guarded : open).execute(request, context, ApacheTransport::reply);
        } catch (IOException | CancellationException e) {
            if (context.getAttribute(CONNECTED) == null) {
                throw new NotSent("no connection to " + call.uri().getHost(), e);
            }
            throw e;
        } finally {
            deadline.cancel(false);
        }
    }

    @Override
    public void close() throws IOException {
        deadlines.shutdownNow();
        open.close();
        guarded.close();
    }

    /** Hosts are named by people and by pages, ports beyond 65535 among them. */
    private static HttpUriRequestBase sendable(Call call) throws NotSent {
        try {
            return request(call);
        } catch (IllegalArgumentException e) {
            throw new NotSent("no address to connect to", e);
        }
    }

    private static HttpUriRequestBase request(Call call) {
        var request = new HttpUriRequestBase(call.method(), call.uri());
        call.headers().forEach(request::setHeader);
        request.setConfig(RequestConfig.custom()
                .setResponseTimeout(Timeout.of(call.deadline()))
                .setConnectionRequestTimeout(atMost(CONNECT, call.deadline()))
                .build());
        switch (call.body()) {
            case Call.Body.None() -> {}
            case Call.Body.Bytes(var type, var bytes, var summary) ->
                request.setEntity(new ByteArrayEntity(bytes, ContentType.parse(type)));
            case Call.Body.Stream(var type, var length, var source) ->
                request.setEntity(new InputStreamEntity(new Lazy(source), length, ContentType.parse(type)));
        }
        return request;
    }

    private static Timeout atMost(Timeout most, Duration deadline) {
        return deadline.toMillis() < most.toMilliseconds() ? Timeout.of(deadline) : most;
    }

    private static Reply reply(ClassicHttpResponse response) throws IOException {
        var headers = new HashMap<String, String>();
        for (var header : response.getHeaders()) {
            headers.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), header.getValue());
        }
        var entity = response.getEntity();
        if (entity == null) {
            return new Reply(response.getCode(), headers, new byte[0]);
        }
        try (var body = entity.getContent()) {
            return new Reply(response.getCode(), headers, body.readNBytes(LARGEST_ANSWER));
        }
    }

    private static CloseableHttpClient client(DnsResolver resolver, int atOnce) {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnTotal(atOnce)
                .setMaxConnPerRoute(atOnce)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(CONNECT)
                        .setValidateAfterInactivity(TimeValue.ofMilliseconds(500))
                        .setTimeToLive(TimeValue.ofMinutes(5))
                        .build())
                .setDnsResolver(resolver);
        return HttpClients.custom()
                .setConnectionManager(connections.build())
                .addExecInterceptorBefore(ChainElement.MAIN_TRANSPORT.name(), "connected", (request, scope, chain) -> {
                    scope.clientContext.setAttribute(CONNECTED, true);
                    return chain.proceed(request, scope);
                })
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .setUserAgent("planner")
                .build();
    }

    /** The client connects to what this returns, and to nothing else. */
    private static final class Guard extends SystemDefaultDnsResolver {
        private final boolean privateHosts;

        Guard(boolean privateHosts) {
            this.privateHosts = privateHosts;
        }

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            var addresses = super.resolve(host);
            for (var address : addresses) {
                if (!PublicAddress.allows(address, privateHosts)) {
                    throw new UnknownHostException(host + " is not a public address");
                }
            }
            return addresses;
        }
    }

    /** Opens the source only when the connection stands, so that nothing leaks when it does not. */
    private static final class Lazy extends InputStream {
        private final Call.Source source;

        @Nullable
        private InputStream opened;

        Lazy(Call.Source source) {
            this.source = source;
        }

        private InputStream in() throws IOException {
            var in = opened;
            if (in == null) {
                in = source.open();
                opened = in;
            }
            return in;
        }

        @Override
        public int read() throws IOException {
            return in().read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            return in().read(buffer, offset, length);
        }

        @Override
        public void close() throws IOException {
            if (opened != null) {
                opened.close();
            }
        }
    }
}
