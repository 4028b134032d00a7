package planner.media;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.imageio.ImageIO;

/**
 * A link by which we look at ourselves from outside: signed like those that networks get, for minutes only. What it gives
 * is a real picture with words of ours in it, so that whatever changes pictures on the way is found out.
 *
 * @param token the unguessable part
 * @param tag of its bytes
 */
record ProbeLink(String token, String tag, byte[] bytes) {
    static final String TYPE = "image/jpeg";
    /** Stands where links of files name their delivery. */
    private static final UUID NOBODY = new UUID(0, 0);

    private static final Duration OPEN = Duration.ofMinutes(5);
    private static final int SIDE = 64;
    private static final int REPEATED = 120;

    static ProbeLink make(LinkSigner signer, Instant now) {
        var link = new LinkSigner.Link(
                NOBODY,
                new UUID(now.plus(OPEN).getEpochSecond(), UUID.randomUUID().getLeastSignificantBits()));
        return of(signer.token(link));
    }

    static boolean is(LinkSigner.Link link) {
        return link.delivery().equals(NOBODY);
    }

    /** Empty when it has ended. */
    static Optional<ProbeLink> read(LinkSigner.Link link, String token, Instant now) {
        return now.getEpochSecond() < link.file().getMostSignificantBits() ? Optional.of(of(token)) : Optional.empty();
    }

    URI at(URI home) {
        return URI.create(home + "/m/" + token + "/probe.jpg");
    }

    private static ProbeLink of(String token) {
        var hash = hash(token.getBytes(StandardCharsets.UTF_8));
        var bytes = picture(hash.repeat(REPEATED).getBytes(StandardCharsets.US_ASCII));
        return new ProbeLink(token, "\"" + hash(bytes) + "\"", bytes);
    }

    /** A JPEG with a comment in it, right behind its first marker. */
    private static byte[] picture(byte[] comment) {
        var picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < SIDE; x++) {
            for (int y = 0; y < SIDE; y++) {
                picture.setRGB(x, y, new Color(x * 4, y * 4, 128).getRGB());
            }
        }
        var plain = new ByteArrayOutputStream();
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "jpeg", plain);
        } catch (IOException e) {
            throw new UncheckedIOException("nothing is written but memory", e);
        }
        var jpeg = plain.toByteArray();
        int length = comment.length + 2;
        out.write(jpeg, 0, 2);
        out.writeBytes(new byte[] {(byte) 0xff, (byte) 0xfe, (byte) (length >> 8), (byte) length});
        out.writeBytes(comment);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    private static String hash(byte[] of) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(of));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
