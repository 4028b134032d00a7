package planner.channel;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import planner.workspace.Installation;

/**
 * A new key for everything at rest. Every batch is a transaction of its own and every old key stays until nothing needs
 * it, so it may be cut short anywhere, and runs beside a working house.
 */
@Service
public class KeyRotation {
    private static final int BATCH = 100;

    private final Vault vault;
    private final ConsentStore consents;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    KeyRotation(Vault vault, ConsentStore consents, JdbcClient jdbc, TransactionTemplate transaction) {
        this.vault = vault;
        this.consents = consents;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** @param resealed credentials now under the new key @param retired old keys that are gone */
    public record Done(int resealed, int retired) {}

    /** For the command beside a house that may or may not run: the database is all that is shared. */
    public static Done rotate(DataSource rows, Installation installation) {
        var jdbc = JdbcClient.create(rows);
        var vault = new Vault(new KeysetStore(jdbc), installation);
        var transaction = new TransactionTemplate(new JdbcTransactionManager(rows));
        return new KeyRotation(vault, new ConsentStore(jdbc), jdbc, transaction).rotate();
    }

    private record Row(UUID id, byte[] credential) {}

    public Done rotate() {
        transaction.executeWithoutResult(status -> vault.addKey());
        long primary = vault.primary();
        int resealed = 0;
        for (int batch = reseal(primary); batch > 0; batch = reseal(primary)) {
            resealed += batch;
        }
        Integer retired = transaction.execute(status -> vault.retireKeys(this::inUse));
        return new Done(resealed, retired == null ? 0 : retired);
    }

    private int reseal(long primary) {
        Integer count = transaction.execute(status -> {
            var rows = rows(primary);
            for (var row : rows) {
                var sealed = vault.seal(vault.open(row.credential(), row.id()), row.id());
                jdbc.sql("update channel set credential = :credential, key_id = :key where id = :id")
                        .param("credential", sealed.bytes())
                        .param("key", sealed.keyId())
                        .param("id", row.id())
                        .update();
            }
            return rows.size();
        });
        return count == null ? 0 : count;
    }

    private List<Row> rows(long primary) {
        return jdbc.sql("""
                        select id, credential from channel where credential is not null and key_id <> :primary
                        order by id limit :batch for update
                        """)
                .param("primary", primary)
                .param("batch", BATCH)
                .query((row, n) -> new Row(row.getObject("id", UUID.class), row.getBytes("credential")))
                .list();
    }

    private Set<Long> inUse() {
        var keys = new HashSet<>(jdbc.sql("select distinct key_id from channel where credential is not null")
                .query((row, n) -> row.getLong(1))
                .list());
        keys.addAll(consents.keysInUse());
        return keys;
    }
}
