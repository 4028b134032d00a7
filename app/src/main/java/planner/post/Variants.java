package planner.post;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import planner.channel.Channel;
import planner.channel.NetworkDirectory;
import planner.media.Asset;
import planner.media.AssetId;
import planner.media.Assets;
import planner.media.Renditions;
import planner.media.Renditions.Wish;
import planner.network.Capabilities;
import planner.network.Delivery;
import planner.network.Finding;
import planner.network.Finding.Severity;
import planner.network.Fitting;
import planner.network.Fitting.Fitted;
import planner.network.Media;
import planner.network.Preflight;
import planner.network.Recipe;
import planner.post.PostInput.MediaRef;
import planner.post.PostInput.PartInput;

/**
 * Resolves what goes to one channel: the base with the variant laid over it, in the format that was chosen or fits, with
 * files as they are made to fit.
 */
@Component
class Variants {
    private final NetworkDirectory networks;
    private final OptionsReader optionsReader;
    private final Assets assets;
    private final Renditions renditions;

    Variants(NetworkDirectory networks, OptionsReader optionsReader, Assets assets, Renditions renditions) {
        this.networks = networks;
        this.optionsReader = optionsReader;
        this.assets = assets;
        this.renditions = renditions;
    }

    /**
     * @param findings of the options; those of the delivery come from preflight
     * @param mended what would be wrong with the files
     * @param wishes the files that must be made for it
     */
    record Variant(
            Channel channel, Delivery delivery, List<Finding> findings, List<Mended> mended, List<Wish> wishes) {}

    /** Something that is mended by itself. @param target what is made */
    record Mended(Finding finding, Recipe.Target target) {}

    /** @param due when it is due; only a placeholder while it is composed */
    Variant of(PostInput input, Channel channel, UUID delivery, Instant due) {
        var network = networks.get(channel.network());
        var own = input.variant(channel.id().value());
        var composed = new ArrayList<Composed>();
        composed.add(composed(
                channel,
                Optional.ofNullable(own.text()).orElse(input.text()),
                Optional.ofNullable(own.media()).orElse(input.media())));
        for (PartInput part : Optional.ofNullable(own.thread()).orElse(input.thread())) {
            composed.add(composed(channel, part.text(), part.media()));
        }
        var format = Optional.ofNullable(own.format())
                .orElseGet(() -> Preflight.formatFor(
                                network.capabilities(), composed.getFirst().originals())
                        .id());
        var read = optionsReader.read(
                network, own.options(), id -> assets.frozen(channel.workspace(), new AssetId(id), ""));
        var title = Optional.ofNullable(own.title()).orElse(input.title());
        var files = new Files(channel, network.capabilities().format(format));
        var parts = new ArrayList<Delivery.Part>();
        for (var part : composed) {
            parts.add(new Delivery.Part(part.text(), files.fitted(part, parts.size())));
        }
        var frozen = new Delivery(delivery, due, format, title, parts, read.options());
        return new Variant(channel, frozen, read.findings(), List.copyOf(files.mended), List.copyOf(files.wishes));
    }

    private record Composed(String text, List<Chosen> media) {
        List<Media> originals() {
            return media.stream().map(it -> it.wanted().media()).toList();
        }
    }

    private record Chosen(Asset asset, Fitting.Wanted wanted) {}

    private Composed composed(Channel channel, String text, List<MediaRef> refs) {
        return new Composed(
                text,
                refs.stream()
                        .map(ref -> {
                            var asset = assets.get(channel.workspace(), new AssetId(ref.id()));
                            return new Chosen(asset, new Fitting.Wanted(asset.frozen(ref.alt()), ref.change()));
                        })
                        .toList());
    }

    /** What becomes of the files of one variant. */
    private final class Files {
        private final Channel channel;
        private final Optional<Capabilities.Format> format;
        private final List<Mended> mended = new ArrayList<>();
        private final List<Wish> wishes = new ArrayList<>();

        Files(Channel channel, Optional<Capabilities.Format> format) {
            this.channel = channel;
            this.format = format;
        }

        List<Media> fitted(Composed part, int index) {
            if (format.isEmpty()) {
                return part.originals();
            }
            var fitted = Fitting.of(
                    format.get(), part.media().stream().map(Chosen::wanted).toList(), index);
            var media = new ArrayList<Media>();
            for (int i = 0; i < fitted.size(); i++) {
                media.add(media(part.media().get(i).asset(), fitted.get(i), index, i));
            }
            return media;
        }

        private Media media(Asset asset, Fitted fitted, int part, int place) {
            var recipe = fitted.recipe();
            if (recipe == null) {
                return fitted.media();
            }
            var wish = Wish.of(asset, recipe);
            wishes.add(wish);
            fitted.mended().forEach(finding -> mended.add(new Mended(finding, recipe.target())));
            if (asset.details().personal()) {
                var personal = new Finding(Severity.INFO, "media.personal", "media", part, place, "", "");
                mended.add(new Mended(personal, recipe.target()));
            }
            var made = renditions.made(channel.workspace(), List.of(wish.id())).get(wish.id());
            return made == null
                    ? fitted.media().as(wish.id())
                    : made.described(fitted.media().alt());
        }
    }
}
