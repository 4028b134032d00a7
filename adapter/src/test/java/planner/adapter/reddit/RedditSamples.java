package planner.adapter.reddit;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import planner.adapter.contract.Sample;
import planner.adapter.contract.Samples;
import planner.adapter.contract.SimulatorStage;
import planner.adapter.contract.Stage;
import planner.adapter.contract.TestFiles;
import planner.adapter.reddit.RedditOptions.Also;
import planner.adapter.reddit.RedditOptions.Poll;
import planner.network.Delivery.Part;
import planner.network.Media;
import planner.network.MediaKind;
import planner.network.NetworkId;

/** Posts for Reddit, and the simulator to put them on. */
public final class RedditSamples implements Samples {
    static final String OPEN = "plantcare";
    static final String STRICT = "gardening";
    static final String OWN = "u_mossy_corner";

    private static final byte[] GIF =
            Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

    @Override
    public NetworkId network() {
        return Reddit.ID;
    }

    @Override
    public List<Sample> all() {
        var files = TestFiles.FILES;
        var picture = files.jpeg(320, 200, "A fern in the morning");
        var second = files.png(40, 30, "Moss");
        var gif = files.file(MediaKind.ANIMATION, "image/gif", "loop.gif", GIF, 1, 1);
        var video = files.mp4(360, 640, Duration.ofSeconds(4), "");
        return List.of(
                post(
                        "text",
                        "text",
                        "Repotting a fern & more <notes>",
                        "**Two** pots, one [fern](https://example.com/a?b=1&c=2) zażółć 👩‍🚀",
                        List.of(),
                        Choice.of(OPEN)),
                post(
                        "text-flair",
                        "text",
                        "Week five of the moss wall",
                        "It *grows*.",
                        List.of(),
                        Choice.of(OPEN).everything()),
                post(
                        "link",
                        "link",
                        "A guide to soil",
                        "What do you think of it?",
                        List.of(),
                        Choice.of(OPEN).link("https://example.com/soil?page=2")),
                post("image", "image", "My fern", "It likes the north window.", List.of(picture), Choice.of(OPEN)),
                post(
                        "gallery",
                        "gallery",
                        "Three plants and their pots",
                        "From left to right.",
                        List.of(picture, second, gif),
                        Choice.of(OPEN)),
                post(
                        "video",
                        "video",
                        "Watering in slow motion",
                        "Filmed at home.",
                        List.of(video),
                        Choice.of(OPEN).poster(second)),
                post(
                        "video-loop",
                        "video",
                        "A leaf unrolls",
                        "For ever.",
                        List.of(video),
                        Choice.of(OPEN).looping()),
                post(
                        "poll",
                        "poll",
                        "Clay or plastic?",
                        "Please say why below.",
                        List.of(),
                        Choice.of(OPEN).poll(new Poll(List.of("Clay", "Plastic", "Neither"), 5))),
                several(
                        "several",
                        "text",
                        List.of(),
                        Choice.of(OPEN).also(new Also(STRICT, "flowers", null), new Also(OWN, null, null)),
                        3),
                several(
                        "several-images",
                        "image",
                        List.of(picture),
                        Choice.of("r/plantcare").also(new Also("/u/mossy_corner", null, null)),
                        2));
    }

    private static Sample post(
            String name, String format, String title, String text, List<Media> media, Choice choice) {
        return new Sample(name, format, title, List.of(new Part(text, media)), choice.options(), 1, false);
    }

    private static Sample several(String name, String format, List<Media> media, Choice choice, int posts) {
        return new Sample(
                name,
                format,
                "Seeds to give away in spring",
                List.of(new Part("Write to me.", media)),
                choice.options(),
                posts,
                false);
    }

    /** Options in the making. */
    record Choice(
            String subreddit,
            @Nullable String flair,
            @Nullable String flairText,
            List<Also> more,
            @Nullable String link,
            List<String> pictureLinks,
            boolean repost,
            boolean marked,
            @Nullable Media poster,
            boolean loop,
            @Nullable Poll poll,
            @Nullable String comment) {
        static Choice of(String subreddit) {
            return new Choice(subreddit, null, null, List.of(), null, List.of(), false, false, null, false, null, null);
        }

        Choice flair(String name) {
            return new Choice(
                    subreddit, name, flairText, more, link, pictureLinks, repost, marked, poster, loop, poll, comment);
        }

        Choice flairText(String text) {
            return new Choice(
                    subreddit, flair, text, more, link, pictureLinks, repost, marked, poster, loop, poll, comment);
        }

        Choice also(Also... others) {
            return new Choice(
                    subreddit,
                    flair,
                    flairText,
                    List.of(others),
                    link,
                    pictureLinks,
                    repost,
                    marked,
                    poster,
                    loop,
                    poll,
                    comment);
        }

        /** Posted as often as a test likes. */
        Choice link(String address) {
            return new Choice(
                    subreddit,
                    flair,
                    flairText,
                    more,
                    address,
                    pictureLinks,
                    true,
                    marked,
                    poster,
                    loop,
                    poll,
                    comment);
        }

        Choice pictureLinks(String... addresses) {
            return new Choice(
                    subreddit,
                    flair,
                    flairText,
                    more,
                    link,
                    List.of(addresses),
                    repost,
                    marked,
                    poster,
                    loop,
                    poll,
                    comment);
        }

        Choice onlyOnce() {
            return new Choice(
                    subreddit, flair, flairText, more, link, pictureLinks, false, marked, poster, loop, poll, comment);
        }

        Choice poster(Media picture) {
            return new Choice(
                    subreddit,
                    flair,
                    flairText,
                    more,
                    link,
                    pictureLinks,
                    repost,
                    marked,
                    picture,
                    loop,
                    poll,
                    comment);
        }

        Choice looping() {
            return new Choice(
                    subreddit, flair, flairText, more, link, pictureLinks, repost, marked, poster, true, poll, comment);
        }

        Choice poll(Poll asked) {
            return new Choice(
                    subreddit,
                    flair,
                    flairText,
                    more,
                    link,
                    pictureLinks,
                    repost,
                    marked,
                    poster,
                    loop,
                    asked,
                    comment);
        }

        Choice comment(String text) {
            return new Choice(
                    subreddit, flair, flairText, more, link, pictureLinks, repost, marked, poster, loop, poll, text);
        }

        Choice withMarks() {
            return new Choice(
                    subreddit, flair, flairText, more, link, pictureLinks, repost, true, poster, loop, poll, comment);
        }

        Choice everything() {
            return flair("Progress").flairText("Progress: week 5").withMarks().comment("More pictures **tomorrow**.");
        }

        RedditOptions options() {
            return new RedditOptions(
                    subreddit,
                    flair,
                    flairText,
                    more,
                    link,
                    repost,
                    pictureLinks,
                    marked,
                    marked,
                    !marked,
                    poster,
                    loop,
                    poll,
                    comment);
        }
    }

    @Override
    public Stage open() {
        return new SimulatorStage(Reddit.ID.value());
    }
}
