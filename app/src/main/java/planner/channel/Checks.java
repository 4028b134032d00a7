package planner.channel;

import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import planner.network.Account;
import planner.network.ChoiceReader.Choice;
import planner.network.Connector;
import planner.network.Credential;
import planner.network.Fault;
import planner.network.Grant;
import planner.network.Network;
import planner.network.NetworkException;
import planner.network.Option;
import planner.workspace.Problem;
import planner.workspace.WorkspaceId;

/** Real calls with a channel's credential that publish nothing: does it work, what can be picked, good-bye. */
@Service
class Checks {
    private static final Logger LOG = LoggerFactory.getLogger(Checks.class);

    private final Channels channels;
    private final NetworkDirectory networks;
    private final Avatars avatars;
    private final DemandStore demands;

    Checks(Channels channels, NetworkDirectory networks, Avatars avatars, DemandStore demands) {
        this.channels = channels;
        this.networks = networks;
        this.avatars = avatars;
        this.demands = demands;
    }

    /**
     * Asks the network, and believes the answer: a channel that was thought broken may work again.
     *
     * @throws NetworkException when the network is away or busy, which says nothing about the channel
     */
    Channel check(WorkspaceId workspace, ChannelId id) {
        var channel = channels.find(workspace, id).orElseThrow(Problem::notFound);
        var connector = Connectors.of(networks.get(channel.network()), channel.connector());
        var used = channels.stored(id);
        try {
            var account = account(channel, connector, used);
            var working = channels.works(id, account);
            avatars.copy(working);
            demands.forget(id);
            return working;
        } catch (NetworkException e) {
            switch (e.fault()) {
                case Fault.Expired(var detail) -> channels.mustReconnect(id, used, detail);
                case Fault.Revoked(var detail) -> channels.mustReconnect(id, used, detail);
                case Fault.Rejected(var code, var message) -> channels.mustReconnect(id, used, message);
                case Fault.Busy busy -> throw e;
                case Fault.Unavailable away -> throw e;
            }
            return channels.get(id);
        }
    }

    private Account account(Channel channel, Connector connector, Credential credential) {
        try {
            return find(channel, connector, credential);
        } catch (NetworkException e) {
            if (!(e.fault() instanceof Fault.Expired)) {
                throw e;
            }
            var renewed =
                    channels.renewed(channel.id(), credential, NoFiles.NONE).credential();
            return find(channel, connector, renewed);
        }
    }

    private static Account find(Channel channel, Connector connector, Credential credential) {
        return connector.accounts(credential).stream()
                .map(Grant::account)
                .filter(account -> account.id().equals(channel.account().id()))
                .findFirst()
                .orElseThrow(() -> new NetworkException(new Fault.Revoked(
                        "the sign-in no longer opens " + channel.account().name())));
    }

    /** @throws NetworkException as the network answers */
    List<Choice> choices(WorkspaceId workspace, ChannelId id, String list, Map<String, String> context) {
        var channel = channels.find(workspace, id).orElseThrow(Problem::notFound);
        var network = networks.get(channel.network());
        var reader = network.choices().filter(some -> has(network, list)).orElseThrow(Problem::notFound);
        return channels.asking(id, session -> reader.choices(list, context, session));
    }

    private static boolean has(Network network, String list) {
        for (var component : network.options().getRecordComponents()) {
            var option = component.getAnnotation(Option.class);
            if (option != null && option.choices().equals(list) && !list.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Ends the channel here, then there, as far as the network lets us. */
    void disconnect(WorkspaceId workspace, ChannelId id) {
        var channel = channels.find(workspace, id).orElseThrow(Problem::notFound);
        var wiped = channels.disconnect(workspace, id);
        wiped.ifPresent(credential -> {
            try {
                Connectors.of(networks.get(channel.network()), channel.connector())
                        .revoke(credential);
            } catch (NetworkException e) {
                LOG.info(
                        "{} did not take back the grant of channel {}: {}",
                        channel.network(),
                        id,
                        Faults.summary(e.fault()));
            }
        });
    }
}
