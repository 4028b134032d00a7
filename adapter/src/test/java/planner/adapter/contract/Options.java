package planner.adapter.contract;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import planner.network.Delivery;
import planner.network.Media;
import planner.network.MediaKind;
import tools.jackson.databind.JsonNode;

/** Options with some of their components set anew. */
final class Options {
    private static final Pattern WORD = Pattern.compile("\\{([a-z-]+)}");
    private static final String WEBVTT = "WEBVTT\n\n00:00.000 --> 00:02.000\nMech\n";
    private static final String SUBTITLES = "1\n00:00:00,000 --> 00:00:02,000\nMech\n";

    private Options() {}

    /** @param fill what a word in braces stands for */
    static Delivery.Options with(Delivery.Options base, Map<String, JsonNode> values, UnaryOperator<String> fill) {
        var components = base.getClass().getRecordComponents();
        var all = Arrays.stream(components)
                .map(component -> values.containsKey(component.getName())
                        ? read(component, values.get(component.getName()), fill)
                        : value(component, base))
                .toArray();
        try {
            return (Delivery.Options) canonical(base.getClass()).newInstance(all);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("no options of " + values, e);
        }
    }

    static @Nullable Object value(RecordComponent component, Object record) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(component.getName(), e);
        }
    }

    private static Constructor<?> canonical(Class<?> type) throws NoSuchMethodException {
        var types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        var constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor;
    }

    private static @Nullable Object read(
            RecordComponent component, @Nullable JsonNode value, UnaryOperator<String> fill) {
        if (value == null || value.isNull()) {
            return null;
        }
        if (component.getType() == Media.class) {
            return described(value.asString());
        }
        var text = WORD.matcher(value.toString()).replaceAll(word -> fill.apply(word.group(1)));
        return OptionValues.JSON.readValue(text, OptionValues.JSON.constructType(component.getGenericType()));
    }

    /** {@code image/jpeg}, {@code image/jpeg 320x180} or, so large, {@code image/jpeg 4000000}. */
    private static Media described(String words) {
        var parts = words.split(" ");
        if (parts.length == 1) {
            return file(parts[0]);
        }
        var sides = parts[1].split("x");
        return sides.length == 2
                ? TestFiles.FILES.jpeg(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]), "")
                : TestFiles.FILES.sparse(file(parts[0]), Long.parseLong(parts[1]));
    }

    /** A small file of this type. */
    private static Media file(String type) {
        var files = TestFiles.FILES;
        var words = SUBTITLES.getBytes(StandardCharsets.UTF_8);
        return switch (type) {
            case "image/jpeg" -> files.jpeg(1280, 720, "");
            case "image/png" -> files.png(1280, 720, "");
            case "image/webp" -> files.file(MediaKind.IMAGE, type, "cover.webp", webp(1280, 720), 1280, 720);
            case "image/gif" ->
                files.file(
                        MediaKind.IMAGE,
                        type,
                        "still.gif",
                        planner.simulator.media.SampleMedia.gif(400, 300, 1),
                        400,
                        300);
            case "application/x-subrip" -> files.file(MediaKind.DOCUMENT, type, "words.srt", words, 0, 0);
            case "text/vtt" ->
                files.file(MediaKind.DOCUMENT, type, "words.vtt", WEBVTT.getBytes(StandardCharsets.UTF_8), 0, 0);
            case "application/ttml+xml" -> files.file(MediaKind.DOCUMENT, type, "words.ttml", words, 0, 0);
            default -> throw new AssertionError("no file of type " + type);
        };
    }

    /** The beginning of one, with its sides. */
    private static byte[] webp(int width, int height) {
        var content = "RIFF____WEBPVP8 ______________".getBytes(StandardCharsets.US_ASCII);
        ByteBuffer.wrap(content)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(26, (short) width)
                .putShort(28, (short) height);
        return content;
    }
}
