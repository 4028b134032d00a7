package planner.adapter.pinterest;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import planner.adapter.contract.Sample;
import planner.adapter.contract.Samples;
import planner.adapter.contract.SimulatorStage;
import planner.adapter.contract.Stage;
import planner.adapter.contract.TestFiles;
import planner.adapter.pinterest.PinterestOptions.Card;
import planner.adapter.pinterest.PinterestOptions.Privacy;
import planner.adapter.pinterest.PinterestOptions.Source;
import planner.network.Delivery.Part;
import planner.network.Media;
import planner.network.NetworkId;

/** Pins, and the simulator to make them on. */
public final class PinterestSamples implements Samples {
    /** "Balkon i zieleń" of the first account, and its section "Mchy". */
    static final String BOARD = "549755885175";

    static final String SECTION = "5234567890001";

    @Override
    public NetworkId network() {
        return Pinterest.ID;
    }

    @Override
    public List<Sample> all() {
        var files = TestFiles.FILES;
        var photo = files.jpeg(400, 600, "Moss on a stone");
        var many = IntStream.range(0, 5)
                .mapToObj(i -> files.png(300, 450, "Leaf " + (i + 1)))
                .toList();
        var film = files.mp4(360, 640, Duration.ofSeconds(6), "A fern unrolls");
        var cover = files.jpeg(360, 640, "");
        return List.of(
                sample("image", "Moss & fern", "Grows \"slowly\" #zieleń 👩‍🚀", List.of(photo), board()),
                sample("image-fetched", "Moss, from afar", "Fetched by address", List.of(photo), everything()),
                sample(
                        "image-new-board",
                        "First of its board",
                        "On a board of its own",
                        List.of(photo),
                        fresh("Szkło")),
                sample("image-labelled", "Not quite true", "Made with a machine", List.of(photo), labelled()),
                Sample.silent("image-silent", "image", List.of(files.png(200, 300, "")), board()),
                sample("carousel", "Five leaves", "One after the other", many, cards(null)),
                sample("carousel-fetched", "Two leaves", "By address", many.subList(0, 2), cards(Source.FETCH)),
                sample("video", "Fern", "Unrolls", List.of(film), board()),
                sample("video-frame", "Fern, later", "From its third second", List.of(film), covered(null, 3, null)),
                sample("video-cover", "Fern, covered", "With a cover", List.of(film), covered(cover, null, null)),
                sample(
                        "video-cover-fetched",
                        "Fern, covered from afar",
                        "With a cover by address",
                        List.of(film),
                        covered(cover, null, Source.FETCH)));
    }

    private static Sample sample(String name, String title, String text, List<Media> media, PinterestOptions options) {
        return new Sample(name, name.replaceFirst("-.*", ""), title, List.of(new Part(text, media)), options, 1, false);
    }

    static PinterestOptions board() {
        return on(BOARD);
    }

    static PinterestOptions on(@Nullable String board) {
        return new PinterestOptions(board, null, null, null, null, null, null, null, null, null, null, null);
    }

    static PinterestOptions fresh(String name) {
        return fresh(name, null);
    }

    static PinterestOptions fresh(String name, @Nullable Privacy privacy) {
        return new PinterestOptions(null, null, name, privacy, null, null, null, null, null, null, null, null);
    }

    static PinterestOptions linked(String link) {
        return new PinterestOptions(BOARD, null, null, null, link, null, null, null, null, null, null, null);
    }

    static PinterestOptions colored(String color) {
        return new PinterestOptions(BOARD, null, null, null, null, color, null, null, null, null, null, null);
    }

    static PinterestOptions fetched() {
        return new PinterestOptions(BOARD, null, null, null, null, null, Source.FETCH, null, null, null, null, null);
    }

    static PinterestOptions in(String board, String section) {
        return new PinterestOptions(board, section, null, null, null, null, null, null, null, null, null, null);
    }

    /** Everything that an image can have. */
    private static PinterestOptions everything() {
        return new PinterestOptions(
                BOARD,
                SECTION,
                null,
                Privacy.PUBLIC,
                "https://example.com/moss?from=pin",
                "#6E7874",
                Source.FETCH,
                null,
                null,
                null,
                false,
                false);
    }

    private static PinterestOptions labelled() {
        return new PinterestOptions(BOARD, null, null, null, null, null, null, null, null, null, true, true);
    }

    private static PinterestOptions cards(@Nullable Source source) {
        return cards(
                List.of(
                        new Card("Front", "The first one", "https://example.com/1"),
                        new Card(null, "Only described", null)),
                source);
    }

    static PinterestOptions cards(List<Card> cards, @Nullable Source source) {
        return new PinterestOptions(BOARD, null, null, null, null, null, source, cards, null, null, null, null);
    }

    static PinterestOptions covered(@Nullable Media cover, @Nullable Integer seconds, @Nullable Source source) {
        return new PinterestOptions(BOARD, null, null, null, null, null, source, null, cover, seconds, null, null);
    }

    @Override
    public Stage open() {
        return new SimulatorStage(Pinterest.ID.value());
    }
}
