package planner.vips;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** ICC profiles (ICC.1:2001-04) of three colours and a gamma, and what colours of theirs are in sRGB. */
final class Profiles {
    static final double GAMMA = 2.2;
    /** X, Y, Z of red, green and blue of Display P3, seen in D50. */
    private static final double[][] P3 = {
        {0.51512, 0.24120, -0.00105}, {0.29198, 0.69225, 0.04189}, {0.15710, 0.06657, 0.78407}
    };

    private static final double[][] TO_SRGB = {
        {3.1338561, -1.6168667, -0.4906146}, {-0.9787684, 1.9161415, 0.0334540}, {0.0719453, -0.2289914, 1.4052427}
    };

    private static final double[] D50 = {0.9642, 1, 0.8249};

    private Profiles() {}

    private record Tag(String name, byte[] content) {}

    static byte[] p3() {
        return profile(
                "RGB ",
                List.of(
                        new Tag("wtpt", xyz(D50)),
                        new Tag("rXYZ", xyz(P3[0])),
                        new Tag("gXYZ", xyz(P3[1])),
                        new Tag("bXYZ", xyz(P3[2])),
                        new Tag("rTRC", gamma(GAMMA)),
                        new Tag("gTRC", gamma(GAMMA)),
                        new Tag("bTRC", gamma(GAMMA))));
    }

    static byte[] gray(double gamma) {
        return profile("GRAY", List.of(new Tag("wtpt", xyz(D50)), new Tag("kTRC", gamma(gamma))));
    }

    /** What these numbers mean, in numbers of sRGB. */
    static Color ofP3(Color numbers) {
        var light = new double[3];
        var parts = new int[] {numbers.getRed(), numbers.getGreen(), numbers.getBlue()};
        for (int part = 0; part < 3; part++) {
            for (int axis = 0; axis < 3; axis++) {
                light[axis] += Math.pow(parts[part] / 255.0, GAMMA) * P3[part][axis];
            }
        }
        return new Color(srgb(light, 0), srgb(light, 1), srgb(light, 2));
    }

    private static int srgb(double[] light, int part) {
        double linear = 0;
        for (int axis = 0; axis < 3; axis++) {
            linear += TO_SRGB[part][axis] * light[axis];
        }
        return encoded(linear);
    }

    static int encoded(double linear) {
        double light = Math.clamp(linear, 0, 1);
        return (int) Math.round(255 * (light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055));
    }

    private static byte[] profile(String space, List<Tag> content) {
        var tags = new ArrayList<>(content);
        tags.add(new Tag("desc", words("A test")));
        tags.add(new Tag("cprt", text("none")));
        var table = ByteBuffer.allocate(4 + 12 * tags.size()).putInt(tags.size());
        var body = new ByteArrayOutputStream();
        int begin = 128 + table.capacity();
        for (var tag : tags) {
            table.put(ascii(tag.name)).putInt(begin + body.size()).putInt(tag.content.length);
            body.writeBytes(tag.content);
        }
        var head = ByteBuffer.allocate(128)
                .putInt(begin + body.size())
                .putInt(0)
                .putInt(0x02400000)
                .put(ascii("mntr" + space + "XYZ "));
        head.position(36);
        head.put(ascii("acsp"));
        head.position(68);
        for (double part : D50) {
            head.putInt(fixed(part));
        }
        var all = new ByteArrayOutputStream();
        all.writeBytes(head.array());
        all.writeBytes(table.array());
        all.writeBytes(body.toByteArray());
        return all.toByteArray();
    }

    private static byte[] xyz(double[] values) {
        var out = ByteBuffer.allocate(20).put(ascii("XYZ ")).putInt(0);
        for (double value : values) {
            out.putInt(fixed(value));
        }
        return out.array();
    }

    private static byte[] gamma(double gamma) {
        return ByteBuffer.allocate(16)
                .put(ascii("curv"))
                .putInt(0)
                .putInt(1)
                .putShort((short) Math.round(gamma * 256))
                .array();
    }

    private static byte[] words(String words) {
        return ByteBuffer.allocate(104)
                .put(ascii("desc"))
                .putInt(0)
                .putInt(words.length() + 1)
                .put(ascii(words))
                .array();
    }

    private static byte[] text(String words) {
        return ByteBuffer.allocate(16)
                .put(ascii("text"))
                .putInt(0)
                .put(ascii(words))
                .array();
    }

    private static int fixed(double value) {
        return (int) Math.round(value * 65_536);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** A JPEG with this profile behind its first mark. */
    static byte[] in(byte[] jpeg, byte[] profile) throws IOException {
        var out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.write(ByteBuffer.allocate(4)
                .putShort((short) 0xffe2)
                .putShort((short) (2 + 14 + profile.length))
                .array());
        out.write(ascii("ICC_PROFILE\0\1\1"));
        out.write(profile);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }
}
