package planner.adapter.tiktok;

import static planner.adapter.tiktok.TikTokOptions.on;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import planner.network.Delivery;

/** What is told of a post besides its files. */
final class Infos {
    private Infos() {}

    static TikTokApi.VideoInfo video(Delivery delivery) {
        var options = (TikTokOptions) delivery.options();
        return new TikTokApi.VideoInfo(
                textOrNull(delivery.text()),
                Objects.requireNonNullElse(options.privacy(), ""),
                !on(options.allowDuet()),
                !on(options.allowStitch()),
                !on(options.allowComments()),
                options.coverMs(),
                on(options.brandedContent()),
                on(options.yourBrand()),
                on(options.madeWithAi()));
    }

    /** A draft takes title and description only. */
    static TikTokApi.PhotoInfo photos(Delivery delivery) {
        var options = (TikTokOptions) delivery.options();
        var title = textOrNull(delivery.title());
        var description = textOrNull(delivery.text());
        return options.inbox()
                ? new TikTokApi.PhotoInfo(title, description, null, null, null, null, null)
                : new TikTokApi.PhotoInfo(
                        title,
                        description,
                        options.privacy(),
                        !on(options.allowComments()),
                        on(options.autoMusic()),
                        on(options.brandedContent()),
                        on(options.yourBrand()));
    }

    private static @Nullable String textOrNull(String text) {
        return text.isBlank() ? null : text;
    }
}
