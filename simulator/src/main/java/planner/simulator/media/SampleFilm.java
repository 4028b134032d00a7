package planner.simulator.media;

import java.time.Duration;
import java.util.List;

/**
 * What a sample video shall be like.
 *
 * @param sample the four letters of the codec: avc1, hvc1, mp4v …
 * @param chroma 4:2:0, 4:2:2 or 4:4:4, which only avc1 tells; or {@link #UNTOLD}
 * @param bytes the size of the whole file, if larger than its headers
 */
public record SampleFilm(
        int width,
        int height,
        Duration length,
        int fps,
        String sample,
        Sound sound,
        String chroma,
        boolean indexFirst,
        int bytes) {
    public static final String UNTOLD = "";
    public static final Sound SILENCE = new Sound("", 0, 0);
    /** Of AAC, and no word of the rest. */
    public static final Sound USUAL_SOUND = new Sound("mp4a", 0, 0);

    private static final List<String> CHROMAS = List.of("4:0:0", "4:2:0", "4:2:2", "4:4:4");

    /**
     * @param sample mp4a, Opus …; empty for none
     * @param rate samples a second; 0 = the file does not tell
     * @param channels 0 = the file does not tell
     */
    public record Sound(String sample, int rate, int channels) {
        byte[] entry() {
            if (rate == 0) {
                return new byte[0];
            }
            byte[] head = SampleMedia.ints(0, 1, 0, 0, channels << 16 | 16, 0, Math.min(rate, 0xffff) << 16);
            return SampleMedia.join(List.of(head, SampleMedia.box("esds", descriptors())));
        }

        /** AAC-LC of any rate: index 15, then 24 bits of rate and four of channels. */
        private byte[] descriptors() {
            long configuration = 2L << 43 | 15L << 39 | (long) rate << 15 | (long) channels << 11;
            byte[] aac = {5, 6, 0, 0, 0, 0, 0, 0};
            for (int i = 0; i < 6; i++) {
                aac[2 + i] = (byte) (configuration >> 40 - 8 * i);
            }
            byte[] decoder = {4, (byte) (13 + aac.length), 0x40, 0x15, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
            byte[] stream = {0, 0, 0, 0, 3, (byte) (3 + decoder.length + aac.length), 0, 1, 0};
            return SampleMedia.join(List.of(stream, decoder, aac));
        }
    }

    /** High 4:4:4 may keep any colours, and says which. */
    byte[] colours() {
        if (chroma.equals(UNTOLD) || !sample.equals("avc1")) {
            return new byte[0];
        }
        byte kept = (byte) (0xfc | CHROMAS.indexOf(chroma));
        byte profile = (byte) (chroma.equals("4:2:0") ? 100 : chroma.equals("4:2:2") ? 122 : 244);
        return SampleMedia.box(
                "avcC", new byte[] {1, profile, 0, 40, -1, (byte) 0xe0, 0, kept, (byte) 0xf8, (byte) 0xf8, 0});
    }
}
