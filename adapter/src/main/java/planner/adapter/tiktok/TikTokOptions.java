package planner.adapter.tiktok;

import org.jspecify.annotations.Nullable;
import planner.network.Delivery;
import planner.network.Option;

/**
 * What a person sets for a post on TikTok. Privacy has no default and nothing is allowed or disclosed by default: TikTok's
 * sharing guidelines demand a choice.
 */
record TikTokOptions(
        @Option(initial = "\"DIRECT\"") @Nullable Mode mode,
        @Option(choices = TikTokChoices.PRIVACY) @Nullable String privacy,
        @Option(initial = "false") @Nullable Boolean allowComments,

        @Option(formats = TikTokCapabilities.VIDEO, initial = "false") @Nullable
        Boolean allowDuet,

        @Option(formats = TikTokCapabilities.VIDEO, initial = "false") @Nullable
        Boolean allowStitch,

        @Option(initial = "false") @Nullable Boolean discloseCommercial,
        @Option(initial = "false") @Nullable Boolean yourBrand,
        @Option(initial = "false") @Nullable Boolean brandedContent,
        @Option(initial = "false") @Nullable Boolean musicConsent,

        @Option(formats = TikTokCapabilities.VIDEO, initial = "false") @Nullable
        Boolean madeWithAi,

        @Option(formats = TikTokCapabilities.VIDEO) @Nullable
        Integer coverMs,

        @Option(formats = TikTokCapabilities.VIDEO, initial = "\"UPLOAD\"") @Nullable
        Source source,

        @Option(formats = TikTokCapabilities.PHOTOS, initial = "false") @Nullable
        Boolean autoMusic,

        @Option(formats = TikTokCapabilities.PHOTOS, max = 34) @Nullable
        Integer coverPhoto)
        implements Delivery.Options {

    enum Mode {
        DIRECT,
        INBOX
    }

    enum Source {
        UPLOAD,
        PULL
    }

    boolean inbox() {
        return mode == Mode.INBOX;
    }

    boolean pull() {
        return source == Source.PULL;
    }

    static boolean on(@Nullable Boolean value) {
        return Boolean.TRUE.equals(value);
    }
}
