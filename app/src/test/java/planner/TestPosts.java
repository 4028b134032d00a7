package planner;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import planner.workspace.WorkspaceId;

/** The row of a post, for those who order publications without room post. */
public final class TestPosts {
    private TestPosts() {}

    public static UUID insert(JdbcClient sql, WorkspaceId workspace) {
        return sql.sql("""
                        insert into post (workspace_id, zone, content, created_at, updated_at)
                        values (:workspace, 'UTC', '{}', now(), now()) returning id
                        """)
                .param("workspace", workspace.value())
                .query(UUID.class)
                .single();
    }
}
