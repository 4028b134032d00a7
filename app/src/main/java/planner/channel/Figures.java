package planner.channel;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Limits and what a post has of them, written in a person's units and language.
 *
 * @param digits most behind the point
 */
record Figures(Locale locale, ResourceBundle texts, int digits) {
    private static final Pattern COUNT = Pattern.compile("\\d{1,18}");
    /** An amount of money, for example: it keeps its digits. */
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,12}\\.(\\d{1,6})");

    private static final Pattern RANGE =
            Pattern.compile("(\\d{1,18}(?:\\.\\d{1,6})?)(?:-(\\d{1,18}(?:\\.\\d{1,6})?)|\\+)?");
    private static final int LARGEST_OF_AN_ASPECT = 16;

    private static final long KILO = 1_000;
    private static final long MEGA = 1_000_000;
    private static final long GIGA = 1_000_000_000;
    private static final int MINUTE = 60;
    private static final int HOUR = 3_600;

    /** What people call them, in every language. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("image/jpeg", "JPEG"),
            Map.entry("image/svg+xml", "SVG"),
            Map.entry("video/quicktime", "MOV"),
            Map.entry("video/x-m4v", "M4V"),
            Map.entry("video/x-matroska", "MKV"),
            Map.entry("video/x-msvideo", "AVI"),
            Map.entry("video/x-ms-wmv", "WMV"),
            Map.entry("video/x-flv", "FLV"),
            Map.entry("application/msword", "DOC"),
            Map.entry("application/vnd.ms-powerpoint", "PPT"),
            Map.entry("application/vnd.ms-excel", "XLS"),
            Map.entry("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "DOCX"),
            Map.entry("application/vnd.openxmlformats-officedocument.presentationml.presentation", "PPTX"),
            Map.entry("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "XLSX"),
            Map.entry("application/x-subrip", "SRT"),
            Map.entry("text/vtt", "VTT"),
            Map.entry("application/ttml+xml", "TTML"),
            Map.entry("h264", "H.264"),
            Map.entry("hevc", "H.265 (HEVC)"),
            Map.entry("vp8", "VP8"),
            Map.entry("vp9", "VP9"),
            Map.entry("av1", "AV1"),
            Map.entry("aac", "AAC"),
            Map.entry("mp3", "MP3"),
            Map.entry("opus", "Opus"),
            Map.entry("yuv420p", "4:2:0"),
            Map.entry("yuvj420p", "4:2:0"),
            Map.entry("yuv420p10le", "4:2:0 (10 bit)"),
            Map.entry("yuv422p", "4:2:2"),
            Map.entry("yuv422p10le", "4:2:2 (10 bit)"),
            Map.entry("yuv444p", "4:4:4"),
            Map.entry("srgb", "sRGB"),
            Map.entry("cmyk", "CMYK"),
            Map.entry("hdr", "HDR"));

    /** @param format as it stands behind the comma of a placeholder; empty for a number or a text as it is */
    String of(String format, String value) {
        return switch (format) {
            case "files" -> files(value);
            case "names" -> names(value);
            case "size" -> COUNT.matcher(value).matches() ? size(Long.parseLong(value)) : value;
            case "rate" ->
                COUNT.matcher(value).matches() ? number(Double.parseDouble(value) / MEGA) + " Mbit/s" : value;
            case "hertz" -> COUNT.matcher(value).matches() ? number(Double.parseDouble(value) / KILO) + " kHz" : value;
            case "bounds", "length", "aspect" -> range(format, value);
            default -> COUNT.matcher(value).matches() ? number(Long.parseLong(value)) : decimal(value);
        };
    }

    /** {@code 3-90} as "3 s–1:30", {@code 0-600} as "at most 10:00", {@code 4+} as "at least 4 s". */
    private String range(String format, String value) {
        var found = RANGE.matcher(value);
        if (!found.matches()) {
            return value;
        }
        double from = Double.parseDouble(found.group(1));
        var to = found.group(2);
        if (to == null) {
            return value.endsWith("+") ? text("range.least", one(format, from)) : one(format, from);
        }
        var most = one(format, Double.parseDouble(to));
        return from <= nothing(format) ? text("range.most", most) : one(format, from) + "–" + most;
    }

    /** What only says that there must be something. */
    private static double nothing(String format) {
        return switch (format) {
            case "length" -> 0.001;
            case "aspect" -> 0;
            default -> 1;
        };
    }

    private String one(String format, double value) {
        return switch (format) {
            case "length" -> length(value);
            case "aspect" -> aspect(value);
            default -> number(value);
        };
    }

    private String text(String key, String value) {
        return texts.getString(key).replace("{0}", value);
    }

    /** 45 s, 1:30, 2:00:00. */
    private String length(double seconds) {
        if (seconds < MINUTE) {
            return number(seconds) + " s";
        }
        long whole = (long) seconds;
        double rest = seconds - whole;
        var clock = whole < HOUR
                ? "%d:%02d".formatted(whole / MINUTE, whole % MINUTE)
                : "%d:%02d:%02d".formatted(whole / HOUR, whole % HOUR / MINUTE, whole % MINUTE);
        // "0.4" without its zero
        return rest < 0.05 && digits < 2 ? clock : clock + number(rest).substring(1);
    }

    /** As people call it: 4:5, 1.91:1, 1:2.22. */
    private String aspect(double value) {
        for (int height = 1; height <= LARGEST_OF_AN_ASPECT; height++) {
            double width = value * height;
            if (Math.round(width) >= 1
                    && Math.round(width) <= LARGEST_OF_AN_ASPECT
                    && Math.abs(width - Math.round(width))
                            < 0.01 * height / LARGEST_OF_AN_ASPECT / Math.pow(10, digits - 1)) {
                return Math.round(width) + ":" + height;
            }
        }
        var format = format(digits + 1);
        return value >= 1 || value == 0 ? format.format(value) + ":1" : "1:" + format.format(1 / value);
    }

    private String decimal(String value) {
        var matcher = DECIMAL.matcher(value);
        if (!matcher.matches()) {
            return value;
        }
        var format = format(matcher.group(1).length());
        format.setMinimumFractionDigits(matcher.group(1).length());
        return format.format(new BigDecimal(value));
    }

    /** {@code "2-10 image/video; 1 video"} as {@code "2–10 × image or video; 1 video"}. */
    private String files(String sets) {
        return Arrays.stream(sets.split("; ", -1)).map(this::set).collect(Collectors.joining("; "));
    }

    private String set(String set) {
        return Arrays.stream(set.split(", ", -1)).map(this::some).collect(Collectors.joining(", "));
    }

    private String some(String countAndKinds) {
        var words = countAndKinds.split(" ", 2);
        if (words.length < 2) {
            return texts.getString("files.none");
        }
        // no plurals: Polish has three
        return words[0].replace('-', '–')
                + (words[0].equals("1") ? " " : " × ")
                + Arrays.stream(words[1].split("/", -1))
                        .map(kind -> texts.getString("files." + kind))
                        .collect(Collectors.joining(" " + texts.getString("files.or") + " "));
    }

    private String names(String list) {
        return Arrays.stream(list.split(",\\s*", -1)).map(this::name).distinct().collect(Collectors.joining(", "));
    }

    private String name(String technical) {
        var key = "name." + technical;
        if (texts.containsKey(key)) {
            return texts.getString(key);
        }
        int slash = technical.indexOf('/');
        return NAMES.getOrDefault(
                technical,
                slash > 0 && technical.length() - slash <= "/markdown".length()
                        ? technical.substring(slash + 1).toUpperCase(Locale.ROOT)
                        : technical);
    }

    private String size(long bytes) {
        if (bytes < MEGA) {
            return number((double) bytes / KILO) + " kB";
        }
        return bytes < GIGA ? number((double) bytes / MEGA) + " MB" : number((double) bytes / GIGA) + " GB";
    }

    private String number(Number number) {
        return format(digits).format(number);
    }

    private NumberFormat format(int most) {
        var format = NumberFormat.getInstance(locale);
        format.setMaximumFractionDigits(most);
        return format;
    }
}
