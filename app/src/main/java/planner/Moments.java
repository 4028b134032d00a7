package planner;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.boot.jackson.JacksonComponent;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** The times that requests may name: as text, and of the years that every calendar and the database know. */
final class Moments {
    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;

    private Moments() {}

    /** @throws DateTimeException when it is no time, or none of the years 1 to 9999 */
    static Instant instant(String text) {
        return bounded(OffsetDateTime.parse(text.strip())).toInstant();
    }

    /** Where the time is and in UTC; the first keeps the second from overflowing. */
    private static OffsetDateTime bounded(OffsetDateTime time) {
        if (!isBounded(time.getYear())
                || !isBounded(time.withOffsetSameInstant(ZoneOffset.UTC).getYear())) {
            throw new DateTimeException("beyond the years 1 to 9999");
        }
        return time;
    }

    private static boolean isBounded(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    /** A bare number would be seconds to one and milliseconds to another. */
    @JacksonComponent
    static class OffsetTimes extends ValueDeserializer<OffsetDateTime> {
        @Override
        public OffsetDateTime deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                return (OffsetDateTime) context.handleUnexpectedToken(OffsetDateTime.class, parser);
            }
            var text = parser.getString();
            try {
                return bounded(OffsetDateTime.parse(text));
            } catch (DateTimeException e) {
                return (OffsetDateTime)
                        context.handleWeirdStringValue(OffsetDateTime.class, text, "no time of the years 1 to 9999");
            }
        }
    }
}
