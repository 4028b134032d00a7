package planner.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import planner.TestPosts;
import planner.channel.ChannelId;
import planner.channel.Channels;
import planner.network.Account;
import planner.network.Credential;
import planner.network.Delivery;
import planner.network.Grant;
import planner.paper.Paper;
import planner.publish.Publications;
import planner.workspace.People;
import planner.workspace.Workspace.Late;
import planner.workspace.WorkspaceId;
import planner.workspace.Workspaces;

/** A workspace with channels, and orders for them. */
public final class Furniture {
    private static final Late LATE = new Late(Duration.ofDays(1), Late.Action.SPACE, Duration.ofMinutes(2));
    private static final int ORDERS_A_COMMIT = 250;

    private final Publications publications;
    private final TransactionTemplate transactions;
    private final JdbcClient sql;
    private final WorkspaceId workspace;
    private final List<ChannelId> channels = new ArrayList<>();

    public Furniture(ApplicationContext house, int howMany) {
        publications = house.getBean(Publications.class);
        transactions = house.getBean(TransactionTemplate.class);
        sql = house.getBean(JdbcClient.class);
        var zone = ZoneId.of("Europe/Warsaw");
        var person = house.getBean(People.class)
                .create(UUID.randomUUID() + "@example.org", "Bench", "correct horse battery", Locale.ENGLISH, zone);
        workspace = house.getBean(Workspaces.class)
                .create("Bench", zone, person.id())
                .id();
        var connect = house.getBean(Channels.class);
        for (int i = 0; i < howMany; i++) {
            var name = "account-" + i;
            var account = new Account(name, name, name, null, Map.of());
            var grant = new Grant(account, new Credential("ink", null, null, Set.of(), Map.of()));
            channels.add(connect.connect(workspace, Paper.ID, "pen", grant, UUID.randomUUID())
                    .channel()
                    .id());
        }
    }

    /** @param prefix every text begins with it and is unique */
    public void orders(int count, Instant due, String prefix) {
        for (int done = 0; done < count; done += ORDERS_A_COMMIT) {
            int from = done;
            int to = Math.min(count, done + ORDERS_A_COMMIT);
            transactions.executeWithoutResult(status -> {
                for (int i = from; i < to; i++) {
                    order(channels.get(i % channels.size()), due, prefix + i);
                }
            });
        }
    }

    public void order(int channel, Instant due, String text) {
        order(channels.get(channel % channels.size()), due, text);
    }

    private void order(ChannelId channel, Instant due, String text) {
        var part = new Delivery.Part(text, List.of());
        var draft = new Delivery(UUID.randomUUID(), due, "note", "", List.of(part), new Paper.Ink());
        var line = new Publications.Line(channel, draft);
        publications.schedule(
                new Publications.Order(workspace, TestPosts.insert(sql, workspace), due, false, LATE, List.of(line)));
    }

    /** Rows like those of orders, written at once. */
    public void future(int count, Instant from) {
        orders(channels.size(), from, "future-0-");
        sql.sql("""
                insert into publication (workspace_id, post_id, channel_id, network, account, format, line, delivery,
                    late_after, late_action, late_spacing, due_at, next_at)
                select workspace_id, uuidv7(), channel_id, network, account, format, line || n, delivery,
                    late_after, late_action, late_spacing, due_at + n * interval '1 minute', due_at + n * interval '1 minute'
                from publication, generate_series(1, :each) as n
                where workspace_id = :workspace and line like 'future-0-%'
                """)
                .param("each", count / channels.size() - 1)
                .param("workspace", workspace.value())
                .update();
        sql.sql("analyze publication").update();
    }
}
