package planner.publish;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import planner.network.Delivery;
import planner.network.Network;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Frozen deliveries as JSON. Id and time stand in columns of their own. */
final class Deliveries {
    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
    private static final int LINE = 120;
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private Deliveries() {}

    private record Frozen(String format, String title, List<Delivery.Part> parts, JsonNode options) {}

    static String write(Delivery delivery) {
        return JSON.writeValueAsString(new Frozen(
                delivery.format(), delivery.title(), delivery.parts(), JSON.valueToTree(delivery.options())));
    }

    /** Options that this version cannot read: the rest of the line must not wait for it. */
    record Unreadable() implements Delivery.Options {}

    static Delivery read(String json, UUID id, Instant dueAt, Network network) {
        var frozen = JSON.readValue(json, Frozen.class);
        return new Delivery(
                id, dueAt, frozen.format(), frozen.title(), frozen.parts(), options(frozen.options(), network));
    }

    private static Delivery.Options options(JsonNode stored, Network network) {
        try {
            return JSON.treeToValue(stored, network.options());
        } catch (JacksonException | IllegalArgumentException e) {
            LOG.error(
                    "Stored options of {} cannot be read: {}",
                    network.id(),
                    e.getClass().getName());
            return new Unreadable();
        }
    }

    /** The beginning of the text, or what stands for it. */
    static String line(Delivery delivery) {
        var text = delivery.title().isBlank() ? delivery.text() : delivery.title();
        var first = text.strip().lines().findFirst().orElse("");
        if (first.isEmpty() && !delivery.media().isEmpty()) {
            first = delivery.media().getFirst().name();
        }
        return first.codePointCount(0, first.length()) <= LINE
                ? first
                : first.substring(0, first.offsetByCodePoints(0, LINE)) + "…";
    }
}
