package planner.simulator.media;

import java.nio.ByteBuffer;
import java.util.function.BiConsumer;

/** What the sample entries of MP4 and QuickTime say of their codec beyond its name. */
final class Mp4Tracks {
    /** ISO/IEC 14496-12, where the boxes within an entry begin, counted from the entry's list. */
    private static final int IN_PICTURES = 94;

    private static final int IN_SOUND = 44;
    private static final int CHANNELS = 32;
    private static final int RATE = 40;

    /** ISO/IEC 14496-3, table of sampling frequencies. */
    private static final int[] RATES = {
        96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000, 7_350
    };

    private static final int OWN_RATE = 15;
    private static final String[] CHROMAS = {"4:0:0", "4:2:0", "4:2:2", "4:4:4"};

    private String chroma = "";
    private int rate;
    private int channels;

    private Mp4Tracks() {}

    /** How much colour is kept: 4:2:0, 4:2:2, 4:4:4, 4:0:0; empty when the entry does not tell. */
    static String chroma(ByteBuffer entries) {
        var found = new Mp4Tracks();
        boxes(entries, IN_PICTURES, found::pictures);
        return found.chroma;
    }

    /** Samples a second and channels; 0 when the entry does not tell. */
    static int[] sound(ByteBuffer entries) {
        var found = new Mp4Tracks();
        found.channels = entries.getShort(CHANNELS) & 0xffff;
        found.rate = entries.getShort(RATE) & 0xffff;
        boxes(entries, IN_SOUND, found::sound);
        return new int[] {found.rate, found.channels};
    }

    private static void boxes(ByteBuffer entries, int from, BiConsumer<String, ByteBuffer> visitor) {
        int end = Math.min(entries.limit(), 8 + entries.getInt(8));
        for (int at = from; at + 8 <= end; ) {
            int size = entries.getInt(at);
            if (size < 8 || at + size > end) {
                return;
            }
            visitor.accept(Mp4Header.name(entries, at + 4), entries.slice(at + 8, size - 8));
            at += size;
        }
    }

    private void pictures(String name, ByteBuffer body) {
        if (name.equals("hvcC")) {
            chroma = CHROMAS[body.get(16) & 3];
        } else if (name.equals("avcC")) {
            chroma = avc(body);
        }
    }

    /** The sets of parameters come first, and behind them, for the high profiles, what they say of colours. */
    private static String avc(ByteBuffer body) {
        int profile = body.get(1) & 0xff;
        int at = skipped(body, 6, body.get(5) & 0x1f);
        at = skipped(body, at + 1, body.get(at) & 0xff);
        if (at < body.limit() && profile >= 100) {
            return CHROMAS[body.get(at) & 3];
        }
        return switch (profile) {
            case 122 -> CHROMAS[2];
            case 244 -> CHROMAS[3];
            default -> CHROMAS[1];
        };
    }

    private static int skipped(ByteBuffer body, int from, int sets) {
        int at = from;
        for (int i = 0; i < sets; i++) {
            at += 2 + (body.getShort(at) & 0xffff);
        }
        return at;
    }

    /** ISO/IEC 14496-1: descriptors within descriptors; the last holds the configuration of AAC. */
    private void sound(String name, ByteBuffer body) {
        if (!name.equals("esds")) {
            return;
        }
        var in = body.slice(4, body.limit() - 4);
        while (in.remaining() > 2) {
            int tag = in.get();
            int length = length(in);
            switch (tag) {
                case 3 -> in.position(in.position() + 3);
                case 4 -> in.position(in.position() + 13);
                case 5 -> {
                    aac(in);
                    return;
                }
                default -> in.position(in.position() + length);
            }
        }
    }

    private static int length(ByteBuffer in) {
        int length = 0;
        int next;
        do {
            next = in.get();
            length = length << 7 | next & 0x7f;
        } while (next < 0);
        return length;
    }

    private void aac(ByteBuffer in) {
        int first = in.getShort() & 0xffff;
        int index = first >> 7 & 15;
        if (index == OWN_RATE) {
            long rest = in.getInt() & 0xffffffffL;
            // 24 bits of rate, the first seven of which stood behind the index, then four of channels
            rate = (first & 0x7f) << 17 | (int) (rest >> 15);
            channels = (int) (rest >> 11 & 15);
        } else {
            rate = index < RATES.length ? RATES[index] : rate;
            channels = first >> 3 & 15;
        }
    }
}
