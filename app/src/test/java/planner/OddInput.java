package planner;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What nobody should send, and somebody will. */
final class OddInput {
    private OddInput() {}

    static final List<String> BODIES = List.of(
            "",
            "{",
            "}",
            "[]",
            "null",
            "\"text\"",
            "12",
            "true",
            "{\"\":{}}",
            "{'text':1}",
            "{\"text\":\"\\ud800\"}",
            "{\"text\":\"a\\u0000b\"}",
            "{\"text\":NaN}",
            "{\"text\":\"" + "x".repeat(2_000_000) + "\"}",
            "{\"text\":1,\"text\":2}",
            "[".repeat(20_000),
            "{\"a\":".repeat(20_000),
            "\uFEFF{}",
            "<a/>");

    static final List<String> VALUES = List.of(
            "null",
            "true",
            "-1",
            "0",
            "1e999",
            "99999999999999999999999999",
            "1.5",
            "\"\"",
            "\" \"",
            "\"\\u202e\\u200d\\ud83d\\udc69\\u200d\\ud83d\\udc69\"",
            "\"\\ufffe\\uffff\\u0001\\u007f\"",
            "\"'; drop table post; --\"",
            "\"../../etc/passwd\"",
            "\"%s%n${x}#{y}\"",
            "\"" + "ż".repeat(100_000) + "\"",
            "\"2026-02-30T25:61:00Z\"",
            "\"+999999999-12-31T23:59:59Z\"",
            "\"-999999999-01-01T00:00:00Z\"",
            "\"+294276-12-31T23:30:00Z\"",
            "\"9999-12-31T23:59:59-18:00\"",
            "\"+999999999-12-31T23:59:59.999999999-18:00\"",
            "1796117400",
            "\"1796117400\"",
            "\"UTC+01:00\"",
            "9223372036854775808",
            "\"PT99999999999999H\"",
            "\"Mars/Olympus\"",
            "\"http://127.0.0.1:1/\"",
            "\"file:///etc/passwd\"",
            "\"http://[::1\"",
            "\"https://exa{mple/123\"",
            "\"https://a%zz/1\"",
            "\"00000000-0000-0000-0000-000000000000\"",
            "[]",
            "[null]",
            "[[]]",
            "{}",
            "{\"a\":{\"b\":[1,{}]}}",
            "[" + "1,".repeat(20_000) + "1]");

    /** Percent-encoded, as they stand in an address. */
    static final List<String> PARTS = List.of(
            "x",
            "-1",
            "null",
            "%20",
            "%00",
            "%0a",
            "%ff%fe",
            "%f0%9f%a5%90",
            "%27%22%3b",
            "..%2f..",
            "%5c",
            "%25",
            "%3cscript%3e",
            "1e999",
            "99999999999999999999",
            "2026-02-30T00:00:00Z",
            "%2b999999999-12-31T23:59:59Z",
            "-999999999-01-01T00:00:00Z",
            "a".repeat(4_000),
            "00000000-0000-0000-0000-000000000000");

    static final Map<String, List<String>> HEADERS = Map.of(
            "If-Match", List.of("x", "\"x\"", "W/\"1\"", "*", "\"99999999999999999999\"", "-1"),
            "Idempotency-Key", List.of("", " ", "x".repeat(5_000), "\u00e9"),
            "Accept-Language", List.of("xx-YY;q=9", "*", ",,;", "pl;q=abc", "x".repeat(3_000)),
            "Accept", List.of("image/png", "x", "application/xml;q=0.1", "*/*;q=2"),
            "Content-Type", List.of("text/plain", "x", "application/json; charset=klingon", "multipart/form-data"),
            "Range", List.of("bytes=9-1", "bytes=-", "bytes=0-0,1-1,2-2", "lines=1", "bytes=99999999999999999999-"),
            "Authorization", List.of("Bearer", "Bearer x", "Basic eDp5", "Bearer \u00e9"),
            "Cookie", List.of("PLANNER_SESSION=x", "PLANNER_SESSION=" + "é", "=;=;"));

    /** What a text that is markup may do to whoever reads it. */
    static final List<String> MARKUP = List.of(
            "<a " + "x".repeat(5_000) + ">",
            "<a " + " ".repeat(60_000) + ">",
            "<a " + "'x'".repeat(20_000),
            "<a \"".repeat(20_000),
            "<b>".repeat(20_000),
            "<".repeat(60_000),
            "&#xD800;&#0;&#9999999;&lt" + "&".repeat(60_000),
            "https://example.invalid:99999/x http://[::1 https://" + "a.".repeat(20_000) + "com",
            "#a@b".repeat(20_000),
            "\u202e👨‍👩‍👧‍👦".repeat(3_000));

    static final List<byte[]> NAMES = Stream.of(
                    "a\0b.jpg",
                    "",
                    " ",
                    ".",
                    "..",
                    "../../x.jpg",
                    "C:\\x.jpg",
                    "\u202egpj.exe",
                    "a;b=c",
                    "x".repeat(7_000))
            .map(name -> name.getBytes(StandardCharsets.UTF_8))
            .collect(Collectors.toCollection(ArrayList::new));

    static {
        NAMES.add(new byte[] {'a', (byte) 0xff, (byte) 0xfe, '.', 'j', 'p', 'g'});
    }
}
