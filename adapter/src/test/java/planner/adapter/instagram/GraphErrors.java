package planner.adapter.instagram;

import java.util.List;
import java.util.Map;
import java.util.Set;
import planner.adapter.contract.FaultCase;
import planner.network.Fault;

/** Section 5 of the sheet, row by row, in the shape that Meta gives to all of them. */
final class GraphErrors {
    static final Set<String> CODES = Set.of(
            "code",
            "permission",
            "missing_scope",
            "no_account",
            "access_denied",
            "container",
            "gone",
            "refused",
            "2207003",
            "2207004",
            "2207005",
            "2207009",
            "2207010",
            "2207023",
            "2207026",
            "2207028",
            "2207035",
            "2207036",
            "2207037",
            "2207040",
            "2207052",
            "2207057",
            "2207077",
            "2207081",
            "100",
            "352",
            "place",
            "803",
            "2500",
            "36000",
            "36001",
            "36003",
            "36004");

    static final List<FaultCase> ALL = List.of(
            of(-2, 2207003, Fault.Unavailable.class),
            of(-2, 2207020, Fault.Unavailable.class),
            of(-1, 2207001, Fault.Unavailable.class),
            of(-1, 2207032, Fault.Unavailable.class),
            of(-1, 2207053, Fault.Unavailable.class),
            of(-1, 2207082, Fault.Unavailable.class),
            of(-1, 2207077, Fault.Unavailable.class),
            of(1, 0, Fault.Unavailable.class),
            of(2, 0, Fault.Unavailable.class),
            rejected(1, 2207057, "2207057"),
            of(4, 2207051, Fault.Busy.class),
            FaultCase.of(400, error(4, 2207051, true), Fault.Busy.class),
            of(4, 0, Fault.Busy.class),
            of(17, 0, Fault.Busy.class),
            of(32, 0, Fault.Busy.class),
            of(613, 0, Fault.Busy.class),
            of(80002, 0, Fault.Busy.class),
            of(9, 2207042, Fault.Busy.class),
            of(10, 0, Fault.Revoked.class),
            FaultCase.of(403, error(200, 0, false), Fault.Revoked.class),
            of(299, 0, Fault.Revoked.class),
            of(24, 2207006, Fault.Unavailable.class),
            of(24, 2207008, Fault.Unavailable.class),
            of(25, 2207050, Fault.Revoked.class),
            rejected(36000, 2207004, "2207004"),
            rejected(36001, 2207005, "2207005"),
            rejected(36003, 2207009, "2207009"),
            rejected(36004, 2207010, "2207010"),
            rejected(36000, 0, "36000"),
            rejected(100, 2207023, "2207023"),
            rejected(100, 2207028, "2207028"),
            rejected(100, 2207035, "2207035"),
            rejected(100, 2207036, "2207036"),
            rejected(100, 2207037, "2207037"),
            rejected(100, 2207040, "2207040"),
            of(100, 33, Fault.Revoked.class),
            rejected(100, 0, "100"),
            rejected(352, 2207026, "2207026"),
            of(9004, 2207052, Fault.Unavailable.class),
            of(9007, 2207027, Fault.Unavailable.class),
            rejected(100, 2207081, "2207081"),
            of(190, 0, Fault.Revoked.class),
            of(190, 458, Fault.Revoked.class),
            of(190, 459, Fault.Revoked.class),
            of(190, 460, Fault.Revoked.class),
            of(190, 463, Fault.Revoked.class),
            of(190, 464, Fault.Revoked.class),
            of(190, 467, Fault.Revoked.class),
            of(190, 492, Fault.Revoked.class),
            FaultCase.of(401, error(190, 463, false), Fault.Revoked.class),
            of(102, 0, Fault.Revoked.class),
            of(341, 0, Fault.Busy.class),
            of(368, 0, Fault.Busy.class),
            rejected(2500, 0, "2500"),
            rejected(803, 0, "803"),
            rejected(9001, 0, "refused"),
            FaultCase.rejected(
                    400,
                    "{\"error\":{\"message\":\"INSTAGRAM_PLATFORM_API__INVALID_LOCATION_ID\",\"type\":\"IGApiException\","
                            + "\"code\":100,\"is_transient\":false,\"fbtrace_id\":\"A4242\"}}",
                    "place"),
            FaultCase.of(400, error(803, 0, true), Fault.Unavailable.class),
            FaultCase.of(500, error(1, 0, false), Fault.Unavailable.class),
            FaultCase.of(503, "<html>Sorry, something went wrong.</html>", Fault.Unavailable.class),
            FaultCase.of(429, "", Fault.Busy.class),
            FaultCase.rejected(404, "<html>a proxy</html>", "refused"),
            FaultCase.of(
                    400,
                    "{\"debug_info\":{\"retriable\":true,\"type\":\"PartialRequestError\",\"message\":\"Partial\"}}",
                    Fault.Unavailable.class),
            FaultCase.rejected(
                    400,
                    "{\"debug_info\":{\"retriable\":false,\"type\":\"ProcessingFailedError\",\"message\":\"No\"}}",
                    "refused"));

    private GraphErrors() {}

    private static FaultCase of(int code, int subcode, Class<? extends Fault> fault) {
        return FaultCase.of(400, Map.of(), error(code, subcode, false), fault);
    }

    private static FaultCase rejected(int code, int subcode, String told) {
        return FaultCase.rejected(400, error(code, subcode, false), told);
    }

    static String error(int code, int subcode, boolean isTransient) {
        var more = subcode == 0
                ? ""
                : ",\"error_subcode\":" + subcode
                        + ",\"error_user_title\":\"Not done\",\"error_user_msg\":\"Instagram says no\"";
        return "{\"error\":{\"message\":\"(#" + code + ") no\",\"type\":\"OAuthException\",\"code\":" + code + more
                + ",\"is_transient\":" + isTransient + ",\"fbtrace_id\":\"A4242\"}}";
    }
}
