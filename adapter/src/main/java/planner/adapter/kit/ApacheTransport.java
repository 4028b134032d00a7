package planner.adapter.kit;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
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
    private static final int MOST_CONNECTIONS = 400;
    private static final int LARGEST_ANSWER = 8 * 1024 * 1024;

    private final CloseableHttpClient open = client(SystemDefaultDnsResolver.INSTANCE);
    private final CloseableHttpClient guarded;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("http-deadlines").factory());

    /** @param privateHosts whether hosts that users name may be private or loopback (the sandbox, a home server) */
    public ApacheTransport(boolean privateHosts) {
        guarded = client(new Guard(privateHosts));
    }

    @Override
    public Reply send(Call call) throws IOException {
        var request = request(call);
        var deadline = deadlines.schedule(request::cancel, call.deadline().toMillis(), TimeUnit.MILLISECONDS);
        try {
            return (call.guarded() ? guarded : open).execute(request, ApacheTransport::reply);
        } catch (ConnectException
                | NoRouteToHostException
                | UnknownHostException
                | ConnectTimeoutException
                | SSLHandshakeException e) {
            throw new NotSent("could not connect to " + call.uri().getHost(), e);
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

    private static HttpUriRequestBase request(Call call) {
        var request = new HttpUriRequestBase(call.method(), call.uri());
        call.headers().forEach(request::setHeader);
        request.setConfig(RequestConfig.custom()
                .setResponseTimeout(Timeout.of(call.deadline()))
                .setConnectionRequestTimeout(CONNECT)
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

    private static CloseableHttpClient client(DnsResolver resolver) {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnTotal(MOST_CONNECTIONS)
                .setMaxConnPerRoute(MOST_CONNECTIONS)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(CONNECT)
                        .setValidateAfterInactivity(TimeValue.ofMilliseconds(500))
                        .setTimeToLive(TimeValue.ofMinutes(5))
                        .build())
                .setDnsResolver(resolver);
        return HttpClients.custom()
                .setConnectionManager(connections.build())
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
