package planner.adapter.youtube;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import planner.adapter.contract.Sample;
import planner.adapter.contract.Samples;
import planner.adapter.contract.SimulatorStage;
import planner.adapter.contract.Stage;
import planner.adapter.contract.TestFiles;
import planner.adapter.youtube.YouTubeOptions.Audience;
import planner.adapter.youtube.YouTubeOptions.Licence;
import planner.adapter.youtube.YouTubeOptions.Privacy;
import planner.network.Delivery.Part;
import planner.network.Media;
import planner.network.MediaKind;
import planner.network.NetworkId;

/** Posts for YouTube, and the simulator to put them on. */
public final class YouTubeSamples implements Samples {
    static final String GARDEN = "PLzielonyogrod";
    static final String KITCHEN = "PLzielonykuchnia";
    static final String RELEASE = "2026-12-24T18:00:00+01:00";

    /** Within the life of an access token. */
    private static final Duration SOON = Duration.ofMinutes(45);

    private static final int TWO_PIECES = 8 * 1024 * 1024 + 1000;

    @Override
    public NetworkId network() {
        return YouTube.ID;
    }

    @Override
    public List<Sample> all() {
        var files = TestFiles.FILES;
        var length = Duration.ofSeconds(4);
        var across = files.mp4(640, 360, length, "");
        var upright = files.mp4(360, 640, length, "");
        var large = files.mp4(640, 360, length, TWO_PIECES, "");
        return List.of(
                titled("video", "video", "Mech & paproć", "Rośnie powoli #zieleń 👩‍🚀", across, plain()),
                titled("video-pieces", "video", "Moss", "In two pieces", large, plain()),
                titled("video-release", "video", "Moss at Christmas", "Later", across, plain())
                        .timed(due -> released(due.plus(SOON).toString())),
                titled("video-everything", "video", "Everything", "All that can be said", across, everything()),
                titled("short", "short", "Moss in short", "Upright", upright, hidden()));
    }

    private static Sample titled(
            String name, String format, String title, String text, Media video, YouTubeOptions options) {
        return new Sample(name, format, title, List.of(new Part(text, List.of(video))), options, 1, false);
    }

    static Media subtitles() {
        var words = "1\n00:00:00,000 --> 00:00:02,000\nMech rośnie.\n".getBytes(StandardCharsets.UTF_8);
        return TestFiles.FILES.file(MediaKind.DOCUMENT, "application/x-subrip", "moss.srt", words, 0, 0);
    }

    static Media picture() {
        return TestFiles.FILES.jpeg(1280, 720, "");
    }

    static YouTubeOptions plain() {
        return new Some().options();
    }

    static YouTubeOptions released(String at) {
        var some = new Some();
        some.publishAt = at;
        return some.options();
    }

    private static YouTubeOptions hidden() {
        var some = new Some();
        some.privacy = Privacy.UNLISTED;
        some.audience = Audience.MADE_FOR_KIDS;
        some.notify = false;
        return some.options();
    }

    /** Everything that a video can have. */
    private static YouTubeOptions everything() {
        return new YouTubeOptions(
                Privacy.PUBLIC,
                null,
                Audience.NOT_FOR_KIDS,
                "26",
                List.of("moss", "green things", "paproć"),
                "pl",
                "pl",
                Licence.CREATIVE_COMMON,
                false,
                false,
                false,
                true,
                true,
                "2026-11-30",
                picture(),
                List.of(GARDEN, KITCHEN),
                subtitles(),
                "",
                "Po polsku",
                "Pierwszy! #mech");
    }

    /** What most tests leave as it is. */
    static final class Some {
        Privacy privacy = Privacy.PUBLIC;

        @Nullable
        Audience audience = Audience.NOT_FOR_KIDS;

        String publishAt = "";
        List<String> tags = List.of();
        String language = "";
        boolean notify = true;
        boolean counts = true;

        @Nullable
        Media thumbnail;

        List<String> playlists = List.of();

        @Nullable
        Media captions;

        String captionsLanguage = "";
        String captionsName = "";
        String comment = "";
        String recordedOn = "";

        YouTubeOptions options() {
            return new YouTubeOptions(
                    privacy,
                    publishAt,
                    audience,
                    null,
                    tags,
                    language,
                    null,
                    null,
                    null,
                    counts,
                    notify,
                    null,
                    null,
                    recordedOn,
                    thumbnail,
                    playlists,
                    captions,
                    captionsLanguage,
                    captionsName,
                    comment);
        }
    }

    @Override
    public Stage open() {
        return new Street();
    }

    /** The simulator with its switches in reach, and a project with a large quota. */
    static final class Street extends SimulatorStage {
        private final String account;

        Street() {
            this("");
        }

        Street(String account) {
            super(YouTube.ID.value());
            this.account = account;
            site().quota(100_000, 10_000_000);
            site().uploadsOfAChannel(100_000);
        }

        @Override
        protected String account() {
            return account;
        }

        planner.simulator.youtube.YouTube site() {
            return (planner.simulator.youtube.YouTube) simulator.site(YouTube.ID.value());
        }

        planner.simulator.Faults faults() {
            return simulator.faults();
        }
    }
}
