package planner.post;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import planner.channel.Channel;
import planner.channel.NetworkDirectory;
import planner.media.AssetId;
import planner.media.Assets;
import planner.network.Delivery;
import planner.network.Finding;
import planner.network.Media;
import planner.network.Preflight;
import planner.post.PostInput.MediaRef;
import planner.post.PostInput.PartInput;

/** Resolves what goes to one channel: the base with the variant laid over it, in the format that was chosen or fits. */
@Component
class Variants {
    private final NetworkDirectory networks;
    private final OptionsReader optionsReader;
    private final Assets assets;

    Variants(NetworkDirectory networks, OptionsReader optionsReader, Assets assets) {
        this.networks = networks;
        this.optionsReader = optionsReader;
        this.assets = assets;
    }

    /** @param findings of the options; those of the delivery come from preflight */
    record Variant(Channel channel, Delivery delivery, List<Finding> findings) {}

    /** @param due when it is due; only a placeholder while it is composed */
    Variant of(PostInput input, Channel channel, UUID delivery, Instant due) {
        var network = networks.get(channel.network());
        var own = input.variant(channel.id().value());
        var parts = new ArrayList<Delivery.Part>();
        parts.add(new Delivery.Part(
                Optional.ofNullable(own.text()).orElse(input.text()),
                media(channel, Optional.ofNullable(own.media()).orElse(input.media()))));
        for (PartInput part : Optional.ofNullable(own.thread()).orElse(input.thread())) {
            parts.add(new Delivery.Part(part.text(), media(channel, part.media())));
        }
        var format = Optional.ofNullable(own.format())
                .orElseGet(() -> Preflight.formatFor(
                                network.capabilities(), parts.getFirst().media())
                        .id());
        var read = optionsReader.read(
                network, own.options(), id -> assets.frozen(channel.workspace(), new AssetId(id), ""));
        var title = Optional.ofNullable(own.title()).orElse(input.title());
        return new Variant(channel, new Delivery(delivery, due, format, title, parts, read.options()), read.findings());
    }

    private List<Media> media(Channel channel, List<MediaRef> refs) {
        return refs.stream()
                .map(ref -> assets.frozen(channel.workspace(), new AssetId(ref.id()), ref.alt()))
                .toList();
    }
}
