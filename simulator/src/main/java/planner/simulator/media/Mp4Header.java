package planner.simulator.media;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BiConsumer;

/** The boxes of MP4 and QuickTime: the movie's length, and the first picture and sound track. */
final class Mp4Header {
    private static final int LARGEST_INDEX = 64 << 20;

    private long movieUnits;
    private long movieLength;
    private long trackUnits = 1;
    private long trackLength;
    private long samples;
    private String handler = "";
    private String sample = "";
    private boolean lying;
    private int width;
    private int height;
    private double fps;
    private String codec = "";
    private String audio = "";
    private String chroma = "";
    private int[] sound = {0, 0};

    private Mp4Header() {}

    static boolean begins(byte[] head) {
        return head.length >= 12 && name(ByteBuffer.wrap(head), 4).equals("ftyp");
    }

    static MediaHeader.Video read(Bytes file) {
        String brand = name(ByteBuffer.wrap(file.slice(0, 12)), 8);
        long at = 0;
        boolean picturesSeen = false;
        while (at < file.size()) {
            ByteBuffer head = ByteBuffer.wrap(file.slice(at, 16));
            long size = Integer.toUnsignedLong(head.getInt(0));
            int skip = 8;
            if (size == 1) {
                size = head.getLong(8);
                skip = 16;
            } else if (size == 0) {
                size = file.size() - at;
            }
            String name = name(head, 4);
            if (name.equals("moov")) {
                if (size > LARGEST_INDEX) {
                    throw new IllegalArgumentException("an index of " + size + " bytes");
                }
                var header = new Mp4Header();
                header.boxes(ByteBuffer.wrap(file.slice(at + skip, (int) size - skip)), header::movie);
                return header.video(brand.equals("qt  ") ? "video/quicktime" : "video/mp4", !picturesSeen);
            }
            picturesSeen |= name.equals("mdat");
            if (size < skip) {
                throw new IllegalArgumentException("a box smaller than its head");
            }
            at += size;
        }
        throw new IllegalArgumentException("no index");
    }

    private MediaHeader.Video video(String type, boolean indexFirst) {
        if (codec.isEmpty()) {
            throw new IllegalArgumentException("no pictures");
        }
        var duration = Duration.ofMillis(movieUnits == 0 ? 0 : movieLength * 1000 / movieUnits);
        return new MediaHeader.Video(
                type, width, height, duration, fps, codec, audio, indexFirst, chroma, sound[0], sound[1]);
    }

    private void movie(String name, ByteBuffer body) {
        switch (name) {
            case "mvhd" -> {
                boolean wide = body.get(0) == 1;
                movieUnits = Integer.toUnsignedLong(body.getInt(wide ? 20 : 12));
                movieLength = wide ? body.getLong(24) : Integer.toUnsignedLong(body.getInt(16));
            }
            case "trak" -> {
                handler = "";
                samples = 0;
                boxes(body, this::track);
                endOfTrack();
            }
            default -> {}
        }
    }

    private void track(String name, ByteBuffer body) {
        switch (name) {
            case "mdia", "minf", "stbl" -> boxes(body, this::track);
            case "tkhd" -> lying = body.getInt(body.get(0) == 1 ? 52 : 40) == 0;
            case "mdhd" -> {
                boolean wide = body.get(0) == 1;
                trackUnits = Integer.toUnsignedLong(body.getInt(wide ? 20 : 12));
                trackLength = wide ? body.getLong(24) : Integer.toUnsignedLong(body.getInt(16));
            }
            case "hdlr" -> {
                if (handler.isEmpty()) {
                    handler = name(body, 8);
                }
            }
            case "stsd" -> {
                sample = name(body, 12);
                if (handler.equals("vide") && codec.isEmpty()) {
                    width = body.getShort(40) & 0xffff;
                    height = body.getShort(42) & 0xffff;
                    chroma = Mp4Tracks.chroma(body);
                } else if (handler.equals("soun") && audio.isEmpty()) {
                    sound = Mp4Tracks.sound(body);
                }
            }
            case "stts" -> {
                int entries = body.getInt(4);
                for (int i = 0; i < entries; i++) {
                    samples += Integer.toUnsignedLong(body.getInt(8 + i * 8));
                }
            }
            default -> {}
        }
    }

    private void endOfTrack() {
        if (handler.equals("vide") && codec.isEmpty()) {
            codec = codec(sample);
            fps = trackLength == 0 ? 0 : (double) samples * trackUnits / trackLength;
            if (lying) {
                int side = width;
                width = height;
                height = side;
            }
        } else if (handler.equals("soun") && audio.isEmpty()) {
            audio = sample.equals("mp4a") ? "aac" : sample.strip();
        }
    }

    private static String codec(String sample) {
        return switch (sample) {
            case "avc1", "avc3" -> "h264";
            case "hvc1", "hev1" -> "hevc";
            case "av01" -> "av1";
            case "vp08" -> "vp8";
            case "vp09" -> "vp9";
            default -> sample.strip();
        };
    }

    private void boxes(ByteBuffer in, BiConsumer<String, ByteBuffer> visitor) {
        int at = 0;
        while (at + 8 <= in.limit()) {
            long size = Integer.toUnsignedLong(in.getInt(at));
            int skip = 8;
            if (size == 1) {
                size = in.getLong(at + 8);
                skip = 16;
            } else if (size == 0) {
                size = (long) in.limit() - at;
            }
            if (size < skip || size > in.limit() - at) {
                throw new IllegalArgumentException("a box that does not fit");
            }
            visitor.accept(name(in, at + 4), in.slice(at + skip, (int) size - skip));
            at += (int) size;
        }
    }

    static String name(ByteBuffer in, int at) {
        byte[] letters = new byte[4];
        in.get(at, letters);
        return new String(letters, StandardCharsets.ISO_8859_1);
    }
}
