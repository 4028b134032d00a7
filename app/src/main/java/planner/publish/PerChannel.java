package planner.publish;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import planner.channel.ChannelId;
import planner.channel.Waiting;
import planner.workspace.WorkspaceId;

/** How much waits to go out by each channel. */
@Component
class PerChannel implements Waiting {
    private final JdbcClient sql;

    PerChannel(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Map<ChannelId, Integer> perChannel(WorkspaceId workspace) {
        var waiting = new HashMap<ChannelId, Integer>();
        sql.sql("""
                select channel_id, count(*) as number from publication
                where workspace_id = :workspace and state in ('SCHEDULED', 'PUBLISHING', 'HELD')
                group by channel_id
                """).param("workspace", workspace.value()).query(row -> {
            waiting.put(new ChannelId(row.getObject("channel_id", UUID.class)), row.getInt("number"));
        });
        return waiting;
    }
}
