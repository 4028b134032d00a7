package planner.post;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import planner.channel.Channel;
import planner.channel.ChannelId;
import planner.channel.Channels;
import planner.channel.Demands;
import planner.channel.NetworkDirectory;
import planner.media.PublicCheck;
import planner.media.PublicChecks;
import planner.network.Capabilities.Feature;
import planner.network.Delivery;
import planner.network.Finding;
import planner.network.Fix;
import planner.network.Fixes;
import planner.network.Network;
import planner.network.Preflight;
import planner.network.Recipe;
import planner.workspace.WorkspaceId;

/** The check of a whole post: every variant against its channel's network. */
@Component
class PostPreflight {
    private final Channels channels;
    private final NetworkDirectory networks;
    private final Variants variants;
    private final Demands demands;
    private final PublicChecks publicChecks;

    PostPreflight(
            Channels channels,
            NetworkDirectory networks,
            Variants variants,
            Demands demands,
            PublicChecks publicChecks) {
        this.channels = channels;
        this.networks = networks;
        this.variants = variants;
        this.demands = demands;
        this.publicChecks = publicChecks;
    }

    /**
     * @param fixes ways to mend it
     * @param made what is made of the file so that it is mended by itself; {@code null} = it is not
     */
    record ChannelFinding(Channel channel, Finding finding, List<Fix> fixes, Recipe.@Nullable Target made) {
        ChannelFinding(Channel channel, Finding finding) {
            this(channel, finding, List.of(), null);
        }
    }

    record ChannelCount(UUID channel, Preflight.Count count) {}

    record Report(List<ChannelFinding> findings, List<ChannelCount> counts, Map<UUID, String> formats) {
        boolean blocks() {
            return findings.stream().anyMatch(it -> it.finding().severity() == Finding.Severity.ERROR);
        }
    }

    /** Asks the networks for what {@link #check} should know of the places that are named. Never within a transaction. */
    void learn(WorkspaceId workspace, PostInput input, Instant due) {
        for (var id : input.channels()) {
            channels.find(workspace, new ChannelId(id))
                    .filter(channel -> demands.occur(channel.network()))
                    .ifPresent(channel -> demands.learn(
                            channel.id(),
                            channel.network(),
                            variants.of(input, channel, id, due).delivery()));
        }
    }

    /** @param due what a network keeps until later is reckoned from when it gets the post */
    Report check(WorkspaceId workspace, PostInput input, Instant due) {
        var findings = new ArrayList<ChannelFinding>();
        var counts = new ArrayList<ChannelCount>();
        var formats = new LinkedHashMap<UUID, String>();
        for (var id : input.channels()) {
            var channel = channels.find(workspace, new ChannelId(id));
            if (channel.isPresent()) {
                check(input, channel.get(), due, findings, counts, formats);
            } else {
                channels.ever(workspace, new ChannelId(id))
                        .map(PostPreflight::lost)
                        .ifPresent(findings::add);
            }
        }
        return new Report(List.copyOf(findings), List.copyOf(counts), formats);
    }

    private void check(
            PostInput input,
            Channel channel,
            Instant due,
            List<ChannelFinding> findings,
            List<ChannelCount> counts,
            Map<UUID, String> formats) {
        var network = networks.get(channel.network());
        var variant = variants.of(input, channel, channel.id().value(), due);
        var found = new ArrayList<>(variant.findings());
        connection(channel).ifPresent(found::add);
        fetching(network, variant.delivery()).ifPresent(found::add);
        var account = demands.known(channel.id(), channel.network(), channel.account(), variant.delivery());
        found.addAll(Preflight.check(network, variant.delivery(), account));
        for (var finding : found) {
            var fixes = Fixes.of(network.capabilities(), variant.delivery(), finding);
            findings.add(new ChannelFinding(channel, finding, fixes, null));
        }
        variant.mended().forEach(it -> findings.add(new ChannelFinding(channel, it.finding(), List.of(), it.target())));
        Preflight.counts(network, variant.delivery())
                .forEach(count -> counts.add(new ChannelCount(channel.id().value(), count)));
        formats.put(channel.id().value(), variant.delivery().format());
    }

    private static ChannelFinding lost(Channel channel) {
        return new ChannelFinding(
                channel,
                Finding.error(
                        "channel.disconnected", "channel", "", channel.account().name()));
    }

    /** Only told: the look from here may be wrong, and it may be mended by then. */
    private Optional<Finding> fetching(Network network, Delivery delivery) {
        boolean fetches = network.capabilities().features().contains(Feature.FETCHES_MEDIA)
                && delivery.parts().stream().anyMatch(part -> !part.media().isEmpty());
        return fetches && publicChecks.last().filter(PublicCheck::failed).isPresent()
                ? Optional.of(Finding.warning("media.public-address", "media", "", ""))
                : Optional.empty();
    }

    private static Optional<Finding> connection(Channel channel) {
        return channel.state() == Channel.State.RECONNECT
                ? Optional.of(Finding.warning("channel.reconnect", "channel", "", ""))
                : Optional.empty();
    }
}
