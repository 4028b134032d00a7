package planner.workspace;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Issues API tokens for the command line, without a house around it. */
public final class TokenDesk {
    private TokenDesk() {}

    /** A token with read and write for the oldest workspace, in its first owner's name; empty when there is none. */
    public static Optional<String> issue(DataSource rows, String name) {
        var sql = JdbcClient.create(rows);
        var tokens = new Tokens(new TokenStore(sql), Clock.systemUTC());
        return new WorkspaceStore(sql)
                .first()
                .map(owner -> tokens.create(owner.workspace(), owner.person(), name, Set.of(Scope.READ, Scope.WRITE))
                        .secret());
    }
}
