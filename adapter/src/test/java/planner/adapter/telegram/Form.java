package planner.adapter.telegram;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import planner.adapter.kit.Call;
import planner.adapter.kit.Json;

/** The parameters of a call, whether they came as JSON or as multipart. Files have the value {@link #FILE}. */
record Form(Map<String, String> fields, boolean multipart) {
    static final String FILE = "\u0000file";

    private static final Pattern NAME = Pattern.compile("name=\"([^\"]*)\"");

    static Form of(Call call) {
        if (!(call.body() instanceof Call.Body.Bytes(var type, var bytes, var summary))) {
            return new Form(Map.of(), false);
        }
        var fields = new LinkedHashMap<String, String>();
        if (type.equals("application/json")) {
            for (var field :
                    Json.tree(new String(bytes, StandardCharsets.UTF_8)).properties()) {
                var value = field.getValue();
                fields.put(field.getKey(), value.isString() ? value.asString() : value.toString());
            }
            return new Form(fields, false);
        }
        var boundary = "--" + type.replaceAll(".*boundary=", "");
        for (var piece : new String(bytes, StandardCharsets.ISO_8859_1).split(Pattern.quote(boundary), -1)) {
            int blank = piece.indexOf("\r\n\r\n");
            var name = NAME.matcher(piece);
            if (blank > 0 && name.find()) {
                var content = piece.substring(blank + 4, piece.length() - 2);
                boolean file = piece.substring(0, blank).contains("filename=");
                fields.put(
                        name.group(1),
                        file
                                ? FILE
                                : new String(content.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
            }
        }
        return new Form(fields, true);
    }

    String get(String name) {
        return fields.getOrDefault(name, "");
    }
}
