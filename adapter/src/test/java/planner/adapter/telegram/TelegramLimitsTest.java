package planner.adapter.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static planner.adapter.telegram.TelegramCapabilities.ALBUM;
import static planner.adapter.telegram.TelegramCapabilities.ANIMATION;
import static planner.adapter.telegram.TelegramCapabilities.DOCUMENT;
import static planner.adapter.telegram.TelegramCapabilities.PHOTO;
import static planner.adapter.telegram.TelegramCapabilities.VIDEO;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import planner.adapter.contract.MediaLimits;
import planner.adapter.contract.SimulatorStage;
import planner.adapter.kit.Http;
import planner.network.Delivery;
import planner.network.Environment;
import planner.network.Finding;
import planner.network.Media;
import planner.network.MediaKind;
import planner.network.Network;
import planner.network.Preflight;

/** Sections 2.2 and 2.3 of the sheet. */
class TelegramLimitsTest extends MediaLimits {
    private static final Duration SHORT = Duration.ofSeconds(3);
    private static final int PHOTO_BYTES = 10_000_000;
    private static final int FILE_BYTES = 50_000_000;

    TelegramLimitsTest() {
        super(new SimulatorStage(Telegram.ID.value()));
    }

    @Override
    protected Network network(Environment settings, Http http) {
        return new Telegram(settings, http);
    }

    @Override
    protected Delivery.Options plain() {
        return Choices.plain();
    }

    @TestFactory
    Stream<DynamicTest> atEachLimitTheMediaAreTakenAndOneOverIsRefused() {
        return each(Stream.of(photos(), films(), albums(), documents()).flatMap(List::stream));
    }

    private List<Limit> photos() {
        return List.of(
                one("bytes", PHOTO, heavy(PHOTO_BYTES), heavy(PHOTO_BYTES + 1), "media.bytes", "file-too-large"),
                one("sides together", PHOTO, photo(9000, 1000), photo(9001, 1000), "media.side-sum", "dimensions"),
                one("across", PHOTO, photo(2000, 100), photo(2001, 100), "media.aspect", "dimensions"),
                one("upright", PHOTO, photo(100, 2000), photo(100, 2001), "media.aspect", "dimensions"),
                one("type", PHOTO, files.png(40, 30), opaque(MediaKind.IMAGE, "image/tiff"), "media.type", "media"));
    }

    private List<Limit> films() {
        return List.of(
                one("bytes", VIDEO, film(FILE_BYTES), film(FILE_BYTES + 1), "media.bytes", "file-too-large"),
                // "Telegram clients support MPEG4 videos (other formats may be sent as Document)"
                one("codec", VIDEO, coded("avc1"), coded("hvc1"), "media.codec", OURS),
                one("type", VIDEO, coded("avc1"), opaque(MediaKind.VIDEO, "video/webm"), "media.type", OURS),
                one("bytes", ANIMATION, loop(FILE_BYTES), loop(FILE_BYTES + 1), "media.bytes", "file-too-large"),
                // "GIF or H.264/MPEG-4 AVC video without sound"
                one("film bytes", ANIMATION, film(FILE_BYTES), film(FILE_BYTES + 1), "media.bytes", "file-too-large"),
                one("film codec", ANIMATION, coded("avc1"), coded("hvc1"), "media.codec", OURS),
                one("type", ANIMATION, loop(0), opaque(MediaKind.ANIMATION, "image/apng"), "media.type", OURS));
    }

    private List<Limit> albums() {
        return List.of(
                new Limit("most photos", ALBUM, many(10), many(11), "media.too-many", "album"),
                new Limit("least photos", ALBUM, many(2), many(1), "media.too-few", "album"),
                new Limit("most documents", ALBUM, papers(10), papers(11), "media.too-many", "album"),
                new Limit("least documents", ALBUM, papers(2), papers(1), "media.too-few", "album"),
                new Limit(
                        "photo bytes",
                        ALBUM,
                        with(heavy(PHOTO_BYTES)),
                        with(heavy(PHOTO_BYTES + 1)),
                        "media.bytes",
                        "file-too-large"),
                new Limit(
                        "photo sides together",
                        ALBUM,
                        with(photo(9000, 1000)),
                        with(photo(9001, 1000)),
                        "media.side-sum",
                        "dimensions"),
                new Limit(
                        "photo across",
                        ALBUM,
                        with(photo(2000, 100)),
                        with(photo(2001, 100)),
                        "media.aspect",
                        "dimensions"),
                new Limit(
                        "video bytes",
                        ALBUM,
                        with(film(FILE_BYTES)),
                        with(film(FILE_BYTES + 1)),
                        "media.bytes",
                        "file-too-large"),
                new Limit(
                        "document bytes",
                        ALBUM,
                        List.of(paper(0), paper(FILE_BYTES)),
                        List.of(paper(0), paper(FILE_BYTES + 1)),
                        "media.bytes",
                        "file-too-large"));
    }

    private List<Limit> documents() {
        return List.of(
                one("bytes", DOCUMENT, paper(FILE_BYTES), paper(FILE_BYTES + 1), "media.bytes", "file-too-large"),
                one(
                        "picture bytes",
                        DOCUMENT,
                        heavy(FILE_BYTES),
                        heavy(FILE_BYTES + 1),
                        "media.bytes",
                        "file-too-large"),
                one("video bytes", DOCUMENT, film(FILE_BYTES), film(FILE_BYTES + 1), "media.bytes", "file-too-large"),
                // any file goes; these are the ones that the house can tell apart
                one(
                        "type",
                        DOCUMENT,
                        paper(0),
                        opaque(MediaKind.DOCUMENT, "application/x-executable"),
                        "media.type",
                        OURS));
    }

    private Media heavy(long bytes) {
        return files.jpeg(400, 300, bytes);
    }

    private Media photo(int width, int height) {
        return files.jpeg(width, height, 0);
    }

    private Media film(long bytes) {
        return files.video(640, 360, SHORT, 30, "avc1", bytes);
    }

    private Media coded(String sample) {
        return files.video(640, 360, SHORT, 30, sample, 0);
    }

    private Media loop(long bytes) {
        return files.gif(40, 30, 2, bytes);
    }

    private Media paper(long bytes) {
        return files.opaque(MediaKind.DOCUMENT, "application/pdf", bytes);
    }

    private Media opaque(MediaKind kind, String type) {
        return files.opaque(kind, type, 0);
    }

    private List<Media> many(int count) {
        return IntStream.range(0, count).mapToObj(i -> files.png(40 + i, 30)).toList();
    }

    private List<Media> papers(int count) {
        return IntStream.range(0, count).mapToObj(i -> paper(100 + i)).toList();
    }

    private List<Media> with(Media item) {
        return List.of(files.png(40, 30), item);
    }

    @Test
    void everythingButAnAlbumHasOneFile() {
        assertThat(errors(PHOTO, many(2))).containsExactly("media.too-many");
        assertThat(errors(VIDEO, List.of(film(0), film(0)))).containsExactly("media.too-many");
        assertThat(errors(ANIMATION, List.of(loop(0), loop(0)))).containsExactly("media.too-many");
        assertThat(errors(DOCUMENT, papers(2))).containsExactly("media.too-many");
        for (var format : List.of(PHOTO, VIDEO, ANIMATION, DOCUMENT, ALBUM)) {
            assertThat(errors(format, List.of())).containsExactly("media.missing");
        }
    }

    @Test
    void anAnimationHasNoSound() {
        assertThat(rules(TelegramSamples.silent(false))).isEmpty();
        assertThat(rules(TelegramSamples.silent(true))).containsExactly("telegram.animation-sound");
        assertThat(rules(TelegramSamples.silent(null))).containsExactly("telegram.animation-unheard");
        assertThat(errors(ANIMATION, List.of(TelegramSamples.silent(null)))).isEmpty();
        assertThat(errors(VIDEO, List.of(TelegramSamples.silent(true)))).isEmpty();
    }

    private List<String> rules(Media film) {
        return Preflight.check(
                        network(), delivery(ANIMATION, List.of(film)), session().account())
                .stream()
                .map(Finding::rule)
                .toList();
    }

    @Test
    void photosAndDocumentsAreNotMixed() {
        var mixed = with(paper(0));

        assertThat(errors(ALBUM, mixed)).containsExactly("media.mix");
        refused(ALBUM, mixed, "album");
    }

    /** What is too large a picture for a photo is still a file. */
    @Test
    void aDocumentKeepsEveryPixel() {
        taken(DOCUMENT, List.of(photo(9001, 1000)));
        taken(DOCUMENT, List.of(photo(2001, 100)));
    }
}
