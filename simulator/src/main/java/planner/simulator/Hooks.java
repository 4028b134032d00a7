package planner.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Rings at the address that the planner gave to a network, as networks do: signed, and without waiting for thanks. */
public final class Hooks implements AutoCloseable {
    private final Map<String, URI> targets = new ConcurrentHashMap<>();
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /** What a developer types into the network's dashboard. */
    public void target(String network, URI callback) {
        targets.put(network, callback);
    }

    public Optional<URI> target(String network) {
        return Optional.ofNullable(targets.get(network));
    }

    /** Sent in the background; whoever does not listen misses it. */
    public void post(String network, String type, byte[] body, Map<String, String> headers) {
        target(network).ifPresent(to -> {
            HttpRequest.Builder request = HttpRequest.newBuilder(to)
                    .timeout(Duration.ofSeconds(10))
                    .header("Content-Type", type)
                    .POST(BodyPublishers.ofByteArray(body));
            headers.forEach(request::header);
            var _ = client.sendAsync(request.build(), BodyHandlers.discarding());
        });
    }

    /** The text of a 200 answer, or empty. */
    public Optional<String> get(URI address) {
        try {
            HttpResponse<String> response = client.send(
                    HttpRequest.newBuilder(address)
                            .timeout(Duration.ofSeconds(10))
                            .build(),
                    BodyHandlers.ofString());
            return response.statusCode() == 200 ? Optional.of(response.body()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
