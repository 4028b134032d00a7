package planner.adapter.telegram;

import java.util.List;
import planner.network.Delivery;
import planner.network.Option;

/**
 * What a message can choose.
 *
 * @param textFormat how the text is written
 * @param silent without a sound for the readers
 * @param pin the message is pinned after sending
 * @param protect readers cannot forward or save it
 * @param linkPreview how the first link of a text is shown
 * @param captionAbove the text stands above the media
 * @param spoiler the media are veiled until touched
 * @param buttons links below the message, one in a row
 */
public record TelegramOptions(
        @Option(initial = "\"PLAIN\"") TextFormat textFormat,
        @Option(initial = "false") Boolean silent,
        @Option(initial = "false") Boolean pin,
        @Option(initial = "false") Boolean protect,

        @Option(formats = TelegramCapabilities.TEXT, initial = "\"DEFAULT\"")
        LinkPreview linkPreview,

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

        @Option(
                formats = {
                    TelegramCapabilities.TEXT,
                    TelegramCapabilities.PHOTO,
                    TelegramCapabilities.VIDEO,
                    TelegramCapabilities.ANIMATION,
                    TelegramCapabilities.DOCUMENT
                },
                max = 20)
        List<Button> buttons)
        implements Delivery.Options {

    /** Absent values mean what the editor begins with, so that a stored delivery of an older release stays readable. */
    public TelegramOptions {
        textFormat = textFormat == null ? TextFormat.PLAIN : textFormat;
        silent = silent != null && silent;
        pin = pin != null && pin;
        protect = protect != null && protect;
        linkPreview = linkPreview == null ? LinkPreview.DEFAULT : linkPreview;
        captionAbove = captionAbove != null && captionAbove;
        spoiler = spoiler != null && spoiler;
        buttons = buttons == null ? List.of() : List.copyOf(buttons);
    }

    public static TelegramOptions plain() {
        return new TelegramOptions(TextFormat.PLAIN, false, false, false, LinkPreview.DEFAULT, false, false, List.of());
    }

    /** How the text is written. */
    public enum TextFormat {
        PLAIN,
        HTML
    }

    /** How the first link of a text is shown. */
    public enum LinkPreview {
        DEFAULT,
        LARGE,
        SMALL,
        ABOVE_TEXT,
        OFF
    }

    public record Button(String text, String url) {
        public Button {
            text = text == null ? "" : text;
            url = url == null ? "" : url;
        }
    }
}
