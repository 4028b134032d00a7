package planner.adapter.facebook;

import java.util.List;
import java.util.Map;
import java.util.Set;
import planner.adapter.contract.FaultCase;
import planner.network.Fault;

/** Section 5 of the sheet, row by row, in the shape that Meta gives to all of them. */
final class GraphErrors {
    static final Set<String> CODES = Set.of(
            "code",
            "publish-at",
            "story-now",
            "permission",
            "missing_scope",
            "no_account",
            "access_denied",
            "video",
            "gone",
            "refused",
            "100",
            "352",
            "382",
            "389",
            "506",
            "6000",
            "1346003",
            "1349125",
            "1363004",
            "1366046",
            "1366051",
            "1404006",
            "1404078",
            "1404102",
            "1404112",
            "1609005",
            "1609008",
            "2061006",
            "2069019",
            "4854002");

    private static final String USAGE = "{\"135300000000001\":[{\"type\":\"pages\",\"call_count\":100,"
            + "\"total_cputime\":30,\"total_time\":30,\"estimated_time_to_regain_access\":17}]}";

    static final List<FaultCase> ALL = List.of(
            of(1, 0, Fault.Unavailable.class),
            of(2, 0, Fault.Unavailable.class),
            of(1, 1363047, Fault.Unavailable.class),
            of(1, 1609010, Fault.Unavailable.class),
            FaultCase.of(400, error(803, 0, true), Fault.Unavailable.class),
            FaultCase.of(500, error(1, 0, false), Fault.Unavailable.class),
            FaultCase.of(503, "<html>Sorry, something went wrong.</html>", Fault.Unavailable.class),
            of(3, 0, Fault.Revoked.class),
            of(4, 0, Fault.Busy.class),
            of(17, 0, Fault.Busy.class),
            of(32, 0, Fault.Busy.class),
            of(613, 0, Fault.Busy.class),
            of(80001, 0, Fault.Busy.class),
            of(80002, 0, Fault.Busy.class),
            FaultCase.of(400, Map.of("x-business-use-case-usage", USAGE), error(80001, 0, false), Fault.Busy.class),
            of(341, 0, Fault.Busy.class),
            of(368, 0, Fault.Busy.class),
            of(368, 1390008, Fault.Busy.class),
            of(1390008, 0, Fault.Busy.class),
            FaultCase.of(429, "", Fault.Busy.class),
            of(10, 0, Fault.Revoked.class),
            FaultCase.of(403, error(200, 0, false), Fault.Revoked.class),
            of(210, 0, Fault.Revoked.class),
            of(299, 0, Fault.Revoked.class),
            rejected(100, 0, "100"),
            of(100, 33, Fault.Revoked.class),
            FaultCase.of(400, said(100, "No permission to publish the video"), Fault.Revoked.class),
            of(102, 0, Fault.Revoked.class),
            of(190, 0, Fault.Revoked.class),
            of(190, 458, Fault.Revoked.class),
            of(190, 459, Fault.Revoked.class),
            of(190, 460, Fault.Revoked.class),
            of(190, 463, Fault.Revoked.class),
            of(190, 464, Fault.Revoked.class),
            of(190, 467, Fault.Revoked.class),
            of(190, 490, Fault.Revoked.class),
            of(190, 492, Fault.Revoked.class),
            of(506, 0, Fault.Unavailable.class),
            of(506, 1455006, Fault.Unavailable.class),
            of(100, 1366051, Fault.Unavailable.class),
            rejected(1, 1366046, "1366046"),
            rejected(368, 1346003, "1346003"),
            rejected(1346003, 0, "1346003"),
            rejected(200, 1404102, "1404102"),
            rejected(200, 1404006, "1404006"),
            rejected(200, 1404078, "1404078"),
            rejected(200, 1404112, "1404112"),
            rejected(200, 4854002, "4854002"),
            rejected(100, 1609008, "1609008"),
            rejected(100, 2061006, "2061006"),
            rejected(100, 1349125, "1349125"),
            rejected(324, 2069019, "2069019"),
            rejected(100, 1363004, "1363004"),
            rejected(352, 0, "352"),
            rejected(382, 0, "382"),
            rejected(389, 0, "389"),
            rejected(6000, 0, "6000"),
            rejected(803, 0, "refused"),
            rejected(2500, 0, "refused"),
            rejected(9001, 0, "refused"),
            FaultCase.rejected(404, "<html>a proxy</html>", "refused"),
            FaultCase.of(
                    400,
                    "{\"debug_info\":{\"retriable\":true,\"type\":\"OffsetInvalidError\",\"message\":\"Offset\"}}",
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

    static String said(int code, String words) {
        return "{\"error\":{\"message\":\"(#" + code + ") " + words + "\",\"type\":\"OAuthException\",\"code\":" + code
                + ",\"fbtrace_id\":\"A4242\"}}";
    }

    static String error(int code, int subcode, boolean isTransient) {
        var more = subcode == 0
                ? ""
                : ",\"error_subcode\":" + subcode
                        + ",\"error_user_title\":\"Not done\",\"error_user_msg\":\"Facebook says no\"";
        return "{\"error\":{\"message\":\"(#" + code + ") no\",\"type\":\"OAuthException\",\"code\":" + code + more
                + ",\"is_transient\":" + isTransient + ",\"fbtrace_id\":\"A4242\"}}";
    }
}
