package planner.channel;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import planner.network.Account;
import planner.network.Connector;
import planner.network.Grant;
import planner.network.NetworkId;
import planner.workspace.Problem;
import planner.workspace.WorkspaceId;

/** From a credential to channels: one account is connected at once, of several a person picks. */
@Service
class Connecting {
    private static final Duration OPEN = Duration.ofMinutes(30);

    private final Channels channels;
    private final ChannelStore rows;
    private final ConsentStore picks;
    private final Credentials credentials;
    private final NetworkDirectory networks;
    private final Avatars avatars;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Connecting(
            Channels channels,
            ChannelStore rows,
            ConsentStore picks,
            Credentials credentials,
            NetworkDirectory networks,
            Avatars avatars,
            TransactionTemplate transaction,
            Clock clock) {
        this.channels = channels;
        this.rows = rows;
        this.picks = picks;
        this.credentials = credentials;
        this.networks = networks;
        this.avatars = avatars;
        this.transaction = transaction;
        this.clock = clock;
    }

    sealed interface Result {
        record One(Channels.Connected connected) implements Result {}

        record Several(UUID choice) implements Result {}
    }

    /** What a person may pick. @param connected whether it is a channel already */
    record Offer(UUID id, NetworkId network, List<Offered> accounts) {}

    record Offered(Account account, boolean connected) {}

    /** What stands sealed in the row. */
    private record Grants(List<Grant> list) {}

    /** @param secrets by field name, checked already for what the form demands */
    Result signIn(WorkspaceId workspace, NetworkId network, Connector.Secrets connector, Map<String, String> secrets) {
        var grants = connector.accounts(connector.signIn(secrets));
        if (grants.isEmpty()) {
            throw Problem.of(
                    400,
                    "refused",
                    "no-accounts",
                    networks.get(network).capabilities().name());
        }
        return offer(workspace, network, connector.id(), grants, UUID.randomUUID());
    }

    Result offer(WorkspaceId workspace, NetworkId network, String connector, List<Grant> grants, UUID consent) {
        if (grants.size() == 1) {
            var connected = channels.connect(workspace, network, connector, grants.getFirst(), consent);
            avatars.copy(connected.channel());
            return new Result.One(connected);
        }
        transaction.executeWithoutResult(status -> {
            var sealed = credentials.sealAny(new Grants(grants), consent);
            var pick = new ConsentStore.Pick(consent, network, connector, sealed.bytes());
            picks.insertPick(pick, workspace, sealed.keyId(), clock.instant().plus(OPEN));
        });
        return new Result.Several(consent);
    }

    Offer offered(WorkspaceId workspace, UUID id) {
        var pick = transaction.execute(
                status -> picks.pick(workspace, id, clock.instant()).orElseThrow(Problem::notFound));
        if (pick == null) {
            throw Problem.notFound();
        }
        var here = Set.copyOf(rows.accounts(workspace, pick.network()));
        var accounts = grants(pick).stream()
                .map(Grant::account)
                .map(account -> new Offered(account, here.contains(account.id())))
                .toList();
        return new Offer(id, pick.network(), accounts);
    }

    /** Connects the picked accounts and ends the offer. */
    List<Channel> pick(WorkspaceId workspace, UUID id, List<String> accountIds) {
        var picked = transaction.execute(status -> pickLocked(workspace, id, accountIds));
        if (picked == null) {
            throw Problem.notFound();
        }
        picked.forEach(avatars::copy);
        return picked;
    }

    private List<Channel> pickLocked(WorkspaceId workspace, UUID id, List<String> accountIds) {
        var pick = picks.pick(workspace, id, clock.instant()).orElseThrow(Problem::notFound);
        var wanted = new HashSet<>(accountIds);
        var connected = new ArrayList<Channel>();
        for (var grant : grants(pick)) {
            if (wanted.remove(grant.account().id())) {
                connected.add(channels.connect(workspace, pick.network(), pick.connector(), grant, id)
                        .channel());
            }
        }
        if (!wanted.isEmpty()) {
            throw Problem.invalid("accounts", "unknown");
        }
        picks.removePick(id);
        return connected;
    }

    private List<Grant> grants(ConsentStore.Pick pick) {
        return credentials.openAny(pick.grants(), pick.id(), Grants.class).list();
    }
}
