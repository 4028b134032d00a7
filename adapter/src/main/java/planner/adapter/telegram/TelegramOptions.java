package planner.adapter.telegram;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import planner.network.Delivery;
import planner.network.Media;
import planner.network.Option;

/**
 * What a message can choose.
 *
 * @param textFormat how the text is written
 * @param silent without a sound for the readers
 * @param pin the message is pinned after sending
 * @param protect readers cannot forward or save it
 * @param topic of a forum: its number, or a link to it or to one of its messages
 * @param linkPreview how the first link of a text is shown
 * @param previewUrl the page that is shown instead of the first link
 * @param captionAbove the text stands above the media
 * @param spoiler the media are veiled until touched
 * @param captions texts of their own for the second file of an album and those after it
 * @param buttons below the message
 * @param poll answers and rules; the question is the text
 * @param thumbnail a small picture that stands for the file
 * @param cover the picture of a video before it plays
 * @param startAt second at which the video begins to play
 */
public record TelegramOptions(
        @Option(initial = "\"PLAIN\"") TextFormat textFormat,
        @Option(initial = "false") Boolean silent,
        @Option(initial = "false") Boolean pin,
        @Option(initial = "false") Boolean protect,
        @Option(max = TelegramCapabilities.TOPIC) String topic,

        @Option(formats = TelegramCapabilities.TEXT, initial = "\"DEFAULT\"")
        LinkPreview linkPreview,

        @Option(formats = TelegramCapabilities.TEXT, max = TelegramCapabilities.ADDRESS)
        String previewUrl,

        @Option(
                formats = {
                    TelegramCapabilities.PHOTO,
                    TelegramCapabilities.VIDEO,
                    TelegramCapabilities.ANIMATION,
                    TelegramCapabilities.ALBUM
                },
                initial = "false")
        Boolean captionAbove,

        @Option(
                formats = {
                    TelegramCapabilities.PHOTO,
                    TelegramCapabilities.VIDEO,
                    TelegramCapabilities.ANIMATION,
                    TelegramCapabilities.ALBUM
                },
                initial = "false")
        Boolean spoiler,

        @Option(formats = TelegramCapabilities.ALBUM) List<String> captions,

        @Option(
                formats = {
                    TelegramCapabilities.TEXT,
                    TelegramCapabilities.PHOTO,
                    TelegramCapabilities.VIDEO,
                    TelegramCapabilities.ANIMATION,
                    TelegramCapabilities.DOCUMENT,
                    TelegramCapabilities.POLL
                })
        List<Button> buttons,

        @Option(formats = TelegramCapabilities.POLL) @Nullable
        Poll poll,

        @Option(
                formats = {TelegramCapabilities.VIDEO, TelegramCapabilities.ANIMATION, TelegramCapabilities.DOCUMENT},
                types = "image/jpeg")
        @Nullable
        Media thumbnail,

        @Option(
                formats = TelegramCapabilities.VIDEO,
                types = {"image/jpeg", "image/png", "image/webp"})
        @Nullable
        Media cover,

        @Option(formats = TelegramCapabilities.VIDEO) @Nullable
        Integer startAt)
        implements Delivery.Options {

    /** Absent values mean what the editor begins with, so that a stored delivery of an older release stays readable. */
    public TelegramOptions {
        textFormat = textFormat == null ? TextFormat.PLAIN : textFormat;
        silent = silent != null && silent;
        pin = pin != null && pin;
        protect = protect != null && protect;
        topic = topic == null ? "" : topic.strip();
        linkPreview = linkPreview == null ? LinkPreview.DEFAULT : linkPreview;
        previewUrl = previewUrl == null ? "" : previewUrl.strip();
        captionAbove = captionAbove != null && captionAbove;
        spoiler = spoiler != null && spoiler;
        captions = captions == null ? List.of() : List.copyOf(captions);
        buttons = buttons == null ? List.of() : List.copyOf(buttons);
    }

    static TelegramOptions of(Delivery delivery) {
        return (TelegramOptions) delivery.options();
    }

    /** How the text is written. */
    public enum TextFormat {
        PLAIN,
        HTML,
        MARKDOWN_V2
    }

    /** How the link of a text is shown. */
    public enum LinkPreview {
        DEFAULT,
        LARGE,
        SMALL,
        ABOVE_TEXT,
        LARGE_ABOVE,
        SMALL_ABOVE,
        OFF;

        boolean large() {
            return this == LARGE || this == LARGE_ABOVE;
        }

        boolean small() {
            return this == SMALL || this == SMALL_ABOVE;
        }

        boolean above() {
            return this == ABOVE_TEXT || this == LARGE_ABOVE || this == SMALL_ABOVE;
        }
    }

    /**
     * @param copy what a touch copies, instead of a link that it opens
     * @param beside in one row with the button before it
     */
    public record Button(
            String text,
            String url,
            @Option(max = TelegramCapabilities.COPY) String copy,
            @Option(initial = "\"DEFAULT\"") ButtonStyle style,
            @Option(initial = "false") Boolean beside) {
        public Button {
            text = text == null ? "" : text;
            url = url == null ? "" : url.strip();
            copy = copy == null ? "" : copy;
            style = style == null ? ButtonStyle.DEFAULT : style;
            beside = beside != null && beside;
        }
    }

    /** The colour of a button. */
    public enum ButtonStyle {
        DEFAULT,
        PRIMARY,
        SUCCESS,
        DANGER
    }

    /**
     * @param quiz there are right answers
     * @param multiple more than one answer may be chosen
     * @param anonymous nobody sees who chose what
     * @param explanation shown after a wrong answer of a quiz
     * @param description stands with the question
     * @param openMinutes how long people may vote; absent = without end
     * @param closesAt when voting ends, ISO 8601 with an offset; instead of the minutes
     * @param adding people may add answers
     * @param membersOnly who has been in the channel for a day may vote
     * @param countries whose people may vote, two letters each with commas between
     */
    public record Poll(
            @Option(min = TelegramCapabilities.ANSWERS_LEAST, max = TelegramCapabilities.ANSWERS_MOST)
            List<Answer> answers,

            @Option(initial = "false") Boolean quiz,
            @Option(initial = "false") Boolean multiple,
            @Option(initial = "true") Boolean anonymous,
            String explanation,
            String description,

            @Option(min = 1, max = TelegramCapabilities.OPEN_MINUTES) @Nullable
            Integer openMinutes,

            @Option(max = 40, time = Option.Time.MOMENT) String closesAt,
            @Option(initial = "\"DEFAULT\"") Revoting revoting,
            @Option(initial = "false") Boolean shuffle,
            @Option(initial = "false") Boolean hideResults,
            @Option(initial = "false") Boolean adding,
            @Option(initial = "false") Boolean membersOnly,

            @Option(max = 60) String countries) {
        private static final Pattern BETWEEN_CODES = Pattern.compile("[\\s,;]+");

        public Poll {
            answers = answers == null ? List.of() : List.copyOf(answers);
            quiz = quiz != null && quiz;
            multiple = multiple != null && multiple;
            anonymous = anonymous == null || anonymous;
            explanation = explanation == null ? "" : explanation.strip();
            description = description == null ? "" : description.strip();
            closesAt = closesAt == null ? "" : closesAt.strip();
            revoting = revoting == null ? Revoting.DEFAULT : revoting;
            shuffle = shuffle != null && shuffle;
            hideResults = hideResults != null && hideResults;
            adding = adding != null && adding;
            membersOnly = membersOnly != null && membersOnly;
            countries = countries == null ? "" : countries.strip();
        }

        List<String> countryCodes() {
            return BETWEEN_CODES
                    .splitAsStream(countries)
                    .filter(code -> !code.isEmpty())
                    .toList();
        }

        /** Empty when it is none, or none with an offset. */
        Optional<Instant> closes() {
            try {
                return Optional.of(OffsetDateTime.parse(closesAt).toInstant());
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
    }

    /** @param correct in a quiz */
    public record Answer(
            @Option(max = TelegramCapabilities.ANSWER) String text,
            @Option(initial = "false") Boolean correct) {
        public Answer {
            text = text == null ? "" : text.strip();
            correct = correct != null && correct;
        }
    }

    /** Whether a vote may be changed. */
    public enum Revoting {
        DEFAULT,
        ALLOWED,
        FORBIDDEN
    }
}
