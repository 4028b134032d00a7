package planner.simulator.googlebusiness;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import planner.simulator.google.GoogleError;

/** What Google says of a field that it does not take. The numbers are those that were seen; their list is not published. */
final class Fields {
    static final int MISSING = 2;
    static final int OUT_OF_RANGE = 5;
    static final int PHOTO = 1000;

    private Fields() {}

    static GoogleError refused(int code, String field, String message) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("code", code);
        detail.put("field", field);
        detail.put("message", message);
        return GoogleError.of(400, "", "", "Request contains an invalid argument.")
                .with(Map.of(
                        "@type",
                        "type.googleapis.com/google.mybusiness.v4.ValidationError",
                        "errorDetails",
                        List.of(detail)));
    }
}
