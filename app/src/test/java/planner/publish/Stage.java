package planner.publish;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import planner.MovableClock;
import planner.TestDatabase;
import planner.channel.Channel;
import planner.channel.ChannelId;
import planner.channel.NetworkDirectory;
import planner.jobs.Next;
import planner.jobs.TestJobs;
import planner.media.Renditions;
import planner.network.Account;
import planner.network.Budget;
import planner.network.Credential;
import planner.network.Delivery;
import planner.network.Finding;
import planner.network.MediaFiles;
import planner.network.Network;
import planner.network.NetworkId;
import planner.network.Session;
import planner.workspace.Workspace.Late;
import planner.workspace.WorkspaceId;

/** The room on a real database, with the other rooms played: what a test needs to see a publication go its way. */
final class Stage implements AutoCloseable {
    static final Instant START = Instant.parse("2026-12-01T08:00:00Z");
    static final Late SPACE = new Late(Duration.ofHours(1), Late.Action.SPACE, Duration.ofMinutes(2));

    final MovableClock clock = new MovableClock(START);
    final List<PublicationChanged> events = new CopyOnWriteArrayList<>();
    final Network network;
    final HikariDataSource pool;
    final JdbcClient sql;
    final TransactionTemplate transactions;
    final Moves moves;
    final PublicationStore store;
    final Ledger ledger;
    final OrderStore orders;
    final Played access;
    final Holds holds;
    final LatePolicy late;
    final PublicationViews views;
    final Budgets budgets;
    final WorkspaceId workspace = new WorkspaceId(UUID.randomUUID());
    final ChannelId channel = new ChannelId(UUID.randomUUID());

    Stage(Network network) {
        this(network, TestDatabase.fresh().open());
    }

    Stage(Network network, HikariDataSource pool) {
        this.network = network;
        this.pool = pool;
        sql = JdbcClient.create(pool);
        transactions = new TransactionTemplate(new JdbcTransactionManager(pool));
        var directory = new NetworkDirectory(List.of(network));
        moves = new Moves(sql);
        store = new PublicationStore(sql, directory, moves);
        ledger = new Ledger(store, transactions, this::event, clock);
        orders = new OrderStore(sql);
        holds = new Holds(store, ledger, TestJobs.on(sql, clock), directory, transactions, clock);
        late = new LatePolicy(store, ledger, transactions, clock);
        views = new PublicationViews(sql, new StoredSteps(directory), new Sayings(directory, messages()));
        budgets = new Budgets(new BudgetStore(sql), directory, transactions, clock);
        access = new Played(budgets);
    }

    private static MessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("planner/publish/messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    private void event(Object event) {
        if (event instanceof PublicationChanged changed) {
            events.add(changed);
        }
    }

    /** As somebody else's transaction left it. */
    void stands(PublicationId id, PublicationState state) {
        sql.sql("update publication set state = :state, held_for = :held where id = :id")
                .param("state", state.name())
                .param("held", state == PublicationState.HELD ? "PERSON" : null)
                .param("id", id.value())
                .update();
    }

    PublicationId ordered(Instant due, Late policy, String... texts) {
        var parts = new ArrayList<Delivery.Part>();
        for (var text : texts) {
            parts.add(new Delivery.Part(text, List.of()));
        }
        var draft = new Delivery(UUID.randomUUID(), due, "post", "", parts, new ScriptedNetwork.Plain("calm"));
        return ordered(channel, due, policy, draft);
    }

    PublicationId ordered(ChannelId to, Instant due, Late policy, Delivery draft) {
        var account = new Account("acc-1", "Account", "account", null, Map.of());
        var target = new Channel(
                to,
                workspace,
                network.id(),
                "secrets",
                account,
                Channel.State.CONNECTED,
                null,
                null,
                null,
                START,
                null,
                1);
        return orders.insert(target, UUID.randomUUID(), draft, due, 0, policy, null);
    }

    PublicationId ordered() {
        return ordered(START, SPACE, "Hello");
    }

    /** One run of the channel's job. */
    Next run() {
        return run(channel);
    }

    Next run(ChannelId id) {
        return lane(ledger, store).run(id.value().toString());
    }

    Lane lane(Ledger with, PublicationStore from) {
        return new Lane(
                network,
                from,
                turn -> new Walk(with, turn, SETTINGS, clock),
                new Turns(access, from, 2),
                late,
                holds,
                clock);
    }

    Walk walk(Ledger with) {
        return new Walk(with, access, SETTINGS, clock);
    }

    static final PublishSettings SETTINGS = new PublishSettings(Duration.ofMinutes(1), Duration.ofHours(1));

    /** Moves the clock to when the job wants to run again, and runs it. */
    Next runAt(Next again) {
        clock.set(((Next.Again) again).at());
        return run();
    }

    Journey get(PublicationId id) {
        return store.find(id).orElseThrow();
    }

    PublicationState state(PublicationId id) {
        return get(id).standing().state();
    }

    List<PublicationViews.AttemptView> told(PublicationId id) {
        return views.story(id, network.id(), Locale.ENGLISH);
    }

    List<String> story(PublicationId id) {
        return told(id).stream()
                .map(attempt -> (attempt.step() + " " + attempt.decision()).strip())
                .toList();
    }

    @Override
    public void close() {
        pool.close();
    }

    /** The other rooms. */
    static final class Played implements Access {
        private final Budgets budgets;
        Session session = new Session(
                new Account("acc-1", "Account", "account", null, Map.of()),
                new Credential("token-1", null, null, Set.of(), Map.of()),
                NoFiles.INSTANCE);

        @Nullable
        RuntimeException signIn;

        @Nullable
        RuntimeException renewal;

        @Nullable
        Instant restsUntil;

        @Nullable
        Instant networkRestsUntil;

        @Nullable
        String broken;

        /** Somebody mends the channel before the lane holds anything. */
        boolean mendedMeanwhile;

        @Nullable
        Finding objection;

        Renditions.@Nullable Outlook outlook;

        boolean closing;
        int renewals;

        Played(Budgets budgets) {
            this.budgets = budgets;
        }

        @Override
        public Renditions.Outlook outlook(Journey journey) {
            return outlook == null ? new Renditions.Outlook.Ready(journey.delivery()) : outlook;
        }

        @Override
        public Optional<Finding> objection(Journey journey, Account account) {
            return Optional.ofNullable(objection);
        }

        @Override
        public Optional<Budgets.Wait> share(Journey journey, Account account) {
            return budgets.take(journey, account);
        }

        @Override
        public void said(NetworkId network, Account account, Budget.Reading reading) {
            budgets.said(network, account, reading);
        }

        @Override
        public Session session(Journey journey) {
            if (signIn != null) {
                throw signIn;
            }
            return session;
        }

        @Override
        public MediaFiles files(Journey journey) {
            return NoFiles.INSTANCE;
        }

        @Override
        public Session renewed(Journey journey, Credential used) {
            renewals++;
            if (renewal != null) {
                throw renewal;
            }
            session = new Session(
                    session.account(), new Credential("token-2", null, null, Set.of(), Map.of()), session.files());
            return session;
        }

        @Override
        public Readiness readiness(ChannelId id) {
            return new Readiness(restsUntil == null ? networkRestsUntil : restsUntil, broken);
        }

        @Override
        public @Nullable String broken(ChannelId id) {
            broken = mendedMeanwhile ? null : broken;
            return broken;
        }

        @Override
        public boolean mustReconnect(ChannelId id, @Nullable Credential used, String detail) {
            if (used != null && !used.equals(session.credential())) {
                return false;
            }
            broken = detail;
            return true;
        }

        @Override
        public void rests(ChannelId id, Instant until) {
            restsUntil = until;
        }

        @Override
        public void rests(NetworkId id, Instant until) {
            networkRestsUntil = until;
        }

        @Override
        public boolean closing() {
            return closing;
        }
    }
}
